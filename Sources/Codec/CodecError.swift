/// Why a media file cannot be read or written: place, what came, and what to do about it.
package struct CodecError: Error, Hashable, Codable, Sendable {
  package enum Code: String, Hashable, Codable, Sendable {
    /// There is no such file, or the system does not let us at it.
    case unreachable
    /// It is a directory, a device, a pipe: anything but a regular file.
    case notAFile
    case empty
    /// No format that we read.
    case notMedia
    /// A format that makes its reader open other files or addresses.
    case refused
    /// Media, but made with something that this build of FFmpeg lacks.
    case unsupported
    /// Media, but nothing can be made of it.
    case damaged
    /// More pixels, streams or bytes than the bounds allow.
    case tooLarge
    case noVideo
    case noAudio
    /// The output cannot be made, or could not be finished.
    case unwritable
    /// The machine ran out of something, or FFmpeg broke its word.
    case failed
  }

  package let code: Code
  /// The path as the caller gave it.
  package let place: String
  /// What came, as a clause: `is a directory`.
  package let problem: String
  /// What to do about it, as a clause: `give the path of a media file`.
  package let remedy: String?
  package let cause: FFmpegError?

  package init(_ code: Code, _ place: String, _ problem: String, remedy: String? = nil, cause: FFmpegError? = nil) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
    self.cause = cause
  }
}

extension CodecError: CustomStringConvertible {
  /// `clip.mp4: is cut off before its index; record it again (opening: Invalid data found …)`
  package var description: String {
    "\(place): \(problem)" + (remedy.map { "; \($0)" } ?? "") + (cause.map { " (\($0))" } ?? "")
  }
}
