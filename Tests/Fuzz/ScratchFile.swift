import Foundation

/// A file that is gone with this object; in memory where that can be.
final class ScratchFile {
  static let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()

  let path = "\(ScratchFile.folder)/reprise-fuzz-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  init(_ bytes: [UInt8]) { _ = FileManager.default.createFile(atPath: path, contents: Data(bytes)) }

  deinit { unlink(path) }
}
