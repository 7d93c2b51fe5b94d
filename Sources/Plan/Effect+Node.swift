import Graph
import Media

extension Effect {
  /// Reads a node at an instant of its own clock; nil if it asks for nothing.
  init?(_ node: Node, at time: Time) {
    func value(_ name: String, _ preset: Double = 0) -> Double { node.curve(name)?.value(at: time) ?? preset }
    switch node.kind {
    case .mask:
      let matte = node.text("by").flatMap(Matte.init) ?? .alpha
      self = .mask(matte, isInverted: node.flag("invert"), feather: value("feather"))
    case .blur:
      let across = value("radius")
      self = .blur(x: across, y: value("down", across))
    default: return nil
    }
    guard !asksForNothing else { return nil }
  }

  /// Whether the picture stays what it is, to the last bit.
  private var asksForNothing: Bool {
    switch self {
    case .blur(let x, let y): x <= 0 && y <= 0
    case .mask: false
    }
  }
}
