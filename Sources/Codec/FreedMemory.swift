import CFFmpeg

/// What becomes of memory that is freed.
package enum FreedMemory {
  /// Keeps it for what comes next, instead of giving it back to the system, which clears each page that it gives again:
  /// every segment has an encoder of its own, and each wants a hundred megabytes. That took 3 % of a rendering.
  ///
  /// For the whole process, so it is the program's to decide.
  package static func keep() {
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    // An arena for each thread would keep what the others could use.
    mallopt(M_ARENA_MAX, 2)
  }
}
