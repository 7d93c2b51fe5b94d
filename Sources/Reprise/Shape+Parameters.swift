import Draw
import Graph
import Media
import Pixels

extension Shape {
  /// The shape that a `shape` node asks for; without an outline where its path is none.
  init(_ parameters: [String: Setting]) {
    var reader = PathReader(parameters.text("path"))
    let path = (try? reader.read()) ?? Path()
    let (width, height) = path.box.map { ($0.width, $0.height) } ?? (1, 1)
    self.init(
      path, rule: parameters.text("rule") == "evenodd" ? .evenOdd : .nonzero,
      fill: Paint(parameters["fill"], width: width, height: height),
      stroke: parameters.record("stroke").flatMap { Stroke($0, width: width, height: height) })
  }
}

extension Shape.Stroke {
  fileprivate init?(_ members: [String: Setting], width: Double, height: Double) {
    guard let paint = Paint(members["color"], width: width, height: height) else { return nil }
    self.init(
      width: members.number("width") ?? 4, paint: paint, dash: members.numbers("dash"),
      cap: Cap(rawValue: members.text("cap")) ?? .butt, join: Join(rawValue: members.text("join")) ?? .miter)
  }
}

extension Paint {
  /// A colour, or colours over a box, laid as CSS lays them.
  fileprivate init?(_ setting: Setting?, width: Double, height: Double) {
    switch setting {
    case .color(let color)? where color.alpha > 0: self = .color(color)
    case .record(let members)?: self = .gradient(Ramp(members, width: width, height: height))
    default: return nil
    }
  }
}

extension Paint.Ramp {
  fileprivate init(_ members: [String: Setting], width: Double, height: Double) {
    let colors = members.list("colors").compactMap(\.color)
    let given = members.numbers("stops")
    let stops = colors.enumerated().map { index, color in
      Stop(given.count == colors.count ? given[index] : Double(index) / Double(max(1, colors.count - 1)), color)
    }
    guard members.text("shape") != "radial" else {
      self.init(.radial(x: width / 2, y: height / 2, radiusX: width / 2, radiusY: height / 2), stops)
      return
    }
    let angle = (members.number("angle") ?? 180) * .pi / 180
    let line = Gradient.line(
      directionX: Elementary.sin(angle), y: -Elementary.cos(angle), width: width, height: height)
    guard case .linear(let x0, let y0, let x1, let y1) = line else { preconditionFailure("a line is linear") }
    self.init(.linear(x0: x0, y0: y0, x1: x1, y1: y1), stops)
  }
}
