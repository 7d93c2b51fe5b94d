/// How a picture comes together with what lies below it: W3C Compositing and Blending Level 1.
package struct Blend: Hashable, Sendable {
  package var mode: Mode
  package var composite: Operator

  package init(mode: Mode = .normal, composite: Operator = .sourceOver) {
    (self.mode, self.composite) = (mode, composite)
  }

  /// Simply on top.
  package static let plain = Blend()
  package var isPlain: Bool { self == .plain }

  /// How colours mix where both are: sections 9.1 and 9.2.
  package enum Mode: String, Hashable, Sendable, CaseIterable {
    case normal, multiply, screen, overlay, darken, lighten
    case colorDodge = "color-dodge"
    case colorBurn = "color-burn"
    case hardLight = "hard-light"
    case softLight = "soft-light"
    case difference, exclusion, hue, saturation, color, luminosity
  }

  /// What is kept of each where one, both or none are: section 8.
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case clear, copy, destination
    case sourceOver = "source-over"
    case destinationOver = "destination-over"
    case sourceIn = "source-in"
    case destinationIn = "destination-in"
    case sourceOut = "source-out"
    case destinationOut = "destination-out"
    case sourceAtop = "source-atop"
    case destinationAtop = "destination-atop"
    case xor, lighter

    /// Whether what lies below changes where nothing of the picture is.
    package var reachesBeyond: Bool {
      switch self {
      case .clear, .copy, .sourceIn, .destinationIn, .sourceOut, .destinationAtop: true
      default: false
      }
    }
  }
}
