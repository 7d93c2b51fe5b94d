import Foundation
import Glibc

/// A file system in memory, mounted on the folder `disk` of a test's own.
final class Mount {
  private let path: String

  init(in folder: Folder, options: String) throws {
    path = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let isReadOnly = options == "ro"
    let flags = isReadOnly ? UInt(MS_RDONLY) : 0
    guard mount("tmpfs", path, "tmpfs", flags, isReadOnly ? nil : options) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }

  /// Containers often forbid it, to root too.
  static let isPossible: Bool = {
    guard let folder = try? Folder() else { return false }
    return (try? Mount(in: folder, options: "size=64k")) != nil
  }()
}
