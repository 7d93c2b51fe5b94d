/// Which loudspeakers the channels of a sound are for, in the order of its planes.
///
/// The order is that of the bits in a WAVE file's channel mask, and FFmpeg's own for so many channels.
package enum ChannelLayout: String, Hashable, Codable, Sendable, CaseIterable {
  case mono
  /// Left, right.
  case stereo
  /// Left, right, centre, low frequencies (LFE), left surround, right surround.
  case surround = "5.1"

  package var channelCount: Int {
    switch self {
    case .mono: 1
    case .stereo: 2
    case .surround: 6
    }
  }

  /// The layout of so many channels; nil if there is none.
  package init?(channelCount: Int) {
    guard let layout = Self.allCases.first(where: { $0.channelCount == channelCount }) else { return nil }
    self = layout
  }
}
