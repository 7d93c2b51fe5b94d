import Graph
package import Media

/// How one clip goes over into the next: a node, read once.
package struct Transition: Sendable {
  package let first: Int
  package let second: Int
  /// The clip that shows meanwhile, or whose lightness says when; nil if there is none.
  package let third: Int?
  /// When the second begins, on the clock of the first.
  package let start: Time
  /// For how long both are there.
  package let overlap: Time
  let style: Style
  private let easing: Easing

  enum Style: Sendable {
    case crossfade
    case dip(Color)
    /// An edge of such softness goes over the picture.
    case sweep(Order, soft: Double, isReversed: Bool)
    /// The second's box comes in; which of the two pictures move along.
    case shift(Direction, first: Bool, second: Bool)
    case zoom(isOut: Bool)
    /// The third clip shows.
    case shown
  }

  enum Order: Sendable { case line(Direction), ring, turn, light }

  /// A way along the canvas, as steps to the right and down.
  struct Direction: Sendable {
    var x: Double
    var y: Double

    init(_ name: String) {
      x = name == "left" ? -1 : name == "right" ? 1 : 0
      y = name == "up" ? -1 : name == "down" ? 1 : 0
    }
  }

  init(_ node: Node, in graph: Graph) {
    (first, second) = (node.inputs[0], node.inputs[1])
    third = node.inputs.count > 2 ? node.inputs[2] : nil
    overlap = node.time("seconds") ?? .zero
    start = graph.nodes[node.inputs[0]].duration - overlap
    easing = node.text("ease").flatMap(Easing.init) ?? .linear
    style = Style(node)
  }

  package var end: Time { start + overlap }

  /// The clip that shows between the other two, if it is one of its own.
  package var shown: Int? { if case .shown = style { third } else { nil } }

  /// How far it has come, 0 to 1.
  ///
  /// - Parameter time: Since its start.
  func progress(at time: Time) -> Double {
    let progress = Double(time.flicks) / Double(overlap.flicks)
    return easing == .linear ? progress : min(max(easing(progress), 0), 1)
  }
}

extension Transition.Style {
  init(_ node: Node) {
    let direction = node.text("direction") ?? ""
    let way = Transition.Direction(direction)
    func sweep(_ order: Transition.Order, isReversed: Bool = false) -> Self {
      .sweep(order, soft: node.number("soft") ?? 0, isReversed: isReversed)
    }
    self =
      switch node.text("style").flatMap(TransitionStyle.init) ?? .crossfade {
      case .crossfade: node.inputs.count > 2 ? .shown : .crossfade
      case .dip: .dip(node.color("color") ?? .black)
      case .wipe: sweep(.line(way))
      case .slide: .shift(way, first: false, second: true)
      case .uncover: .shift(way, first: true, second: false)
      case .push: .shift(way, first: true, second: true)
      case .zoom: .zoom(isOut: direction == "out")
      case .iris: sweep(.ring, isReversed: direction == "in")
      case .clock: sweep(.turn)
      case .luma: sweep(.light)
      }
  }
}
