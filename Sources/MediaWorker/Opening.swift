import Codec
import Draw

/// The first that a worker hears: what it is to work on. It comes from the host itself.
enum Opening: Codable {
  /// A media file of so many bytes.
  case media(path: String, size: Int64, limits: MediaLimits)
  /// Texts in the fonts of some files.
  case type(fonts: [FontFile], limits: MediaLimits)

  /// Texts to be spoken.
  case speech(limits: MediaLimits)

  var limits: MediaLimits {
    switch self {
    case .media(_, _, let limits), .type(_, let limits), .speech(let limits): limits
    }
  }
}
