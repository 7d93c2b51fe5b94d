package import Graph
import Media

/// A text whose pieces move, and what it looks like before and after. How long it shows is no part of that.
package struct MovingText: Hashable, Sendable {
  package let motion: TextMotion
  /// The text as it stands, in the colours that it has until it is sung.
  package let plain: Node
  /// The same in the colour of what has been sung; nil if none of it is.
  package let sung: Node?

  /// Nil for a text that stands still.
  init?(_ node: Node) {
    guard node.kind == .text, let motion = TextMotion(node) else { return nil }
    self.motion = motion
    var parameters = node.parameters.filter { $0.key != "animation" && $0.key != "karaoke" }
    plain = node.saying(parameters)
    guard let karaoke = node.record("karaoke") else {
      sung = nil
      return
    }
    parameters["color"] = karaoke["color"]
    parameters["text"] = parameters["text"]?.withoutColors
    sung = node.saying(parameters)
  }

  /// What it looks like once all have moved; nil while any still does.
  func settled(at time: Time) -> Node? {
    guard let end = motion.end, time >= end else { return nil }
    return sung ?? plain
  }
}

extension Node {
  fileprivate func saying(_ parameters: [String: Setting]) -> Node {
    Node(
      kind, version: version, parameters: parameters, inputs: inputs, duration: .zero, size: size,
      hasSound: hasSound)
  }
}

extension Setting {
  /// Runs of a text without colours of their own.
  fileprivate var withoutColors: Setting {
    switch self {
    case .list(let runs): .list(runs.map(\.withoutColors))
    case .record(let members): .record(members.filter { $0.key != "color" })
    default: self
    }
  }
}
