/// The part of a picture that every screen shows, by SMPTE ST 2046-1: in the middle, so much of the width and of the height.
package enum SafeArea: String, Hashable, Sendable, CaseIterable {
  /// What happens: 93 %.
  case action
  /// What is to be read: 90 %.
  case title

  package var part: Double {
    switch self {
    case .action: 0.93
    case .title: 0.9
    }
  }

  /// Where a place inside, 0 to 1, is on the whole picture.
  package func whole(_ place: Double) -> Double { 0.5 + (place - 0.5) * part }
}
