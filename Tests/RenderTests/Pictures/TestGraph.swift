import Graph
import Media

/// Builds small graphs by hand.
struct TestGraph {
  var builder = GraphBuilder()
  let canvas: Canvas

  static let second = Time(flicks: Time.flicksPerSecond)

  init(_ size: Size = Size(width: 64, height: 48), background: Color = .black, light: Light = .coded) {
    canvas = Canvas(size: size, frameRate: .thirty, background: background, light: light)
  }

  static func asset(_ name: String) -> Digest { Digest(of: name.utf8) }

  mutating func source(
    _ kind: NodeKind, _ parameters: [String: Setting], seconds: Int64 = 1, size: Size? = nil
  ) -> Int {
    builder.add(
      Node(
        kind, parameters: parameters, duration: Self.second * seconds, size: size ?? canvas.size, hasSound: false))
  }

  mutating func video(_ name: String, seconds: Int64 = 1, size: Size? = nil) -> Int {
    source(.video, ["asset": .digest(Self.asset(name))], seconds: seconds, size: size)
  }

  mutating func image(_ name: String, size: Size) -> Int {
    source(.image, ["asset": .digest(Self.asset(name))], size: size)
  }

  mutating func solid(_ color: Color) -> Int { source(.solid, ["color": .color(color)]) }

  mutating func over(_ kind: NodeKind, _ inputs: [Int], _ parameters: [String: Setting] = [:]) -> Int {
    let duration = inputs.map { builder[$0].duration }.max() ?? .zero
    let size = kind == .stack || kind == .sequence ? canvas.size : builder[inputs[0]].size
    return builder.add(
      Node(kind, parameters: parameters, inputs: inputs, duration: duration, size: size, hasSound: false))
  }

  func graph(_ root: Int) -> Graph { builder.graph(root: root, canvas: canvas) }
}
