import Glibc

/// What is done with folders.
enum Folder {
  /// Makes a folder, and those above it that are missing.
  static func make(_ path: String, mode: mode_t = 0o777) throws(StoreError) {
    guard mkdir(path, mode) != 0 else { return try synchronize(path.parentFolder) }
    switch errno {
    case EEXIST: return
    case ENOENT where !path.isEmpty && path.parentFolder != path:
      try make(path.parentFolder, mode: mode)
      guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .system(at: path) }
      try synchronize(path.parentFolder)
    default: throw .system(at: path)
    }
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronize(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
  }

  /// The names in a folder, hidden ones too, in no order; none if there is no such folder.
  static func names(in path: String) throws(StoreError) -> [String] {
    guard let folder = opendir(path) else {
      guard errno == ENOENT else { throw .system(at: path) }
      return []
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // Safe because the system ends each name with a zero.
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension String {
  /// The folder that a path lies in.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
