import Foundation
import Glibc

/// A file system in memory, mounted on a folder of a test's own. Only root may mount, and in many containers not even
/// root.
final class SmallDisk {
  let path: String
  /// Kept, because a folder can only be removed after what is mounted on it.
  private let scratch: Scratch

  init(in scratch: Scratch, options: String = "size=256k") throws {
    self.scratch = scratch
    path = scratch.folder + "/disk"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try SmallDisk.check(mount("tmpfs", path, "tmpfs", 0, options))
  }

  deinit {
    umount2(path + "-read", Int32(MNT_DETACH))
    umount2(path, Int32(MNT_DETACH))
  }

  /// The same files where nothing may be written.
  func readOnly() throws -> String {
    let view = path + "-read"
    try FileManager.default.createDirectory(atPath: view, withIntermediateDirectories: true)
    try SmallDisk.check(mount(path, view, nil, UInt(MS_BIND), nil))
    try SmallDisk.check(mount(nil, view, nil, UInt(MS_REMOUNT | MS_BIND | MS_RDONLY), nil))
    return view
  }

  /// Leaves no room for anything.
  func fill() throws {
    _ = FileManager.default.createFile(atPath: path + "/filler", contents: nil)
    let file = FileHandle(forWritingAtPath: path + "/filler")
    while (try? file?.write(contentsOf: Data(count: 4096))) != nil {}
  }

  private static func check(_ result: Int32) throws {
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM) }
  }

  static let isPossible: Bool = {
    guard geteuid() == 0, let scratch = try? Scratch() else { return false }
    return (try? SmallDisk(in: scratch)) != nil
  }()
}
