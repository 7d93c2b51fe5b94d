import CFFmpeg

extension FFmpeg {
  /// Calls FFmpeg while neither this thread nor one that it starts can be made more urgent than others.
  ///
  /// SVT-AV1 gives its threads, and the one that opens it, the highest real-time priority if it runs as root. Whatever else
  /// the machine has to do would wait for them, and what the thread starts later would be as urgent.
  static func withoutUrgency(_ call: () -> Int32) -> Int32 {
    let wasAllowed = reprise_let_raise_priorities(false)
    defer { if wasAllowed { _ = reprise_let_raise_priorities(true) } }
    return call()
  }
}
