import CPango
import Glibc

/// The folders that a font configuration searched, and when each last gained or lost a file.
struct FolderStates: Equatable {
  private let changes: [String: [Int]]

  init(searchedBy configuration: OpaquePointer) {
    var changes: [String: [Int]] = [:]
    guard let list = FcConfigGetFontDirs(configuration) else {
      self.changes = changes
      return
    }
    defer { FcStrListDone(list) }
    while let name = FcStrListNext(list) {
      let path = String(cString: name)
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      changes[path] = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
    self.changes = changes
  }
}
