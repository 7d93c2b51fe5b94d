import Glibc

extension CodecError {
  static func encoding(_ problem: String, _ cause: FFmpegError? = nil) -> CodecError {
    CodecError(.failed, "encoding", problem, cause: cause)
  }

  static func encoderMissing(_ name: String) -> CodecError {
    CodecError(
      .unsupported, "encoding", "this build of FFmpeg has no encoder \"\(name)\"",
      remedy: "use a build that has, such as Debian's libavcodec59")
  }

  static func damagedSegment(_ problem: String) -> CodecError {
    CodecError(.damaged, "stored segment", problem, remedy: "remove it, so that it is drawn again")
  }

  /// A system call that failed, in the words of somebody who wanted a file.
  ///
  /// - Parameters:
  ///   - place: The path of the file, or what it is.
  ///   - failure: What the system said.
  ///   - progress: How far the writing got, where that helps: `wrote 3 of 7 bytes`.
  static func unwritable(_ place: String, _ failure: OpenFile.Failure, progress: String? = nil) -> CodecError {
    let (problem, remedy) = words(for: failure.code)
    let account = [problem, progress].compactMap { $0 }.joined(separator: ": ")
    return CodecError(.unwritable, place, account, remedy: remedy)
  }

  private static func words(for code: Int32) -> (problem: String, remedy: String?) {
    switch code {
    case ENOSPC, EDQUOT: ("the disk is full", "make room, or write elsewhere")
    case EFBIG: ("a file may not grow so large there", "raise the limit, or write elsewhere")
    case ENOENT: ("its folder does not exist", "make the folder first")
    case ENOTDIR: ("a part of its path is not a folder", "write elsewhere")
    case EISDIR: ("is a folder", "name a file in it")
    case ENODEV: ("is a device or a pipe, not a file", "name a file")
    case EACCES, EPERM: ("we may not write there", "change the rights of the folder, or write elsewhere")
    case EROFS: ("the disk is read-only", "write elsewhere")
    case ENAMETOOLONG: ("the name is too long", "use at most 200 bytes")
    default: (String(cString: strerror(code)), nil)
    }
  }
}
