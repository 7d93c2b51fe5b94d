/// How one clip goes over into the next.
package enum TransitionStyle: String, CaseIterable, Sendable {
  /// Both show, less and more.
  case crossfade
  /// Down to a colour and up again.
  case dip
  /// An edge goes over the picture.
  case wipe
  /// The second moves in over the first.
  case slide
  /// The first moves away from the second.
  case uncover
  /// The second moves the first out.
  case push
  /// The first grows and goes, or the second shrinks and comes.
  case zoom
  /// A circle opens or closes.
  case iris
  /// A hand goes once around.
  case clock
  /// Where another picture is dark, the second comes first.
  case luma

  /// Which ways it can go, the usual one first.
  package var directions: [String] {
    switch self {
    case .wipe, .slide, .uncover, .push: ["left", "right", "up", "down"]
    case .zoom: ["in", "out"]
    case .iris: ["out", "in"]
    default: []
    }
  }

  /// What else can be said of it.
  package var options: [String] {
    switch self {
    case .dip: ["color"]
    case .wipe: ["direction", "soft"]
    case .slide, .uncover, .push, .zoom: ["direction"]
    case .iris: ["direction", "soft"]
    case .clock: ["soft"]
    case .luma: ["matte", "soft"]
    case .crossfade: []
    }
  }
}
