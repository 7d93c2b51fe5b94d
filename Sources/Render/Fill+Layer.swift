import Graph
import Media
import Pixels
import Plan

extension Fill {
  /// The fill of a layer that is one; nil for pictures.
  init?(_ source: Layer.Source, box: Size) {
    switch source {
    case .solid(let color): self = .color(color)
    case .gradient(let node): self = .gradient(Gradient(node, box: box))
    default: return nil
    }
  }
}

extension Gradient {
  /// Colours evenly spread, as CSS lays them over a box.
  fileprivate init(_ node: Node, box: Size) {
    let colors = node.parameters["colors"]?.list?.compactMap(\.color) ?? []
    let last = Double(max(1, colors.count - 1))
    let stops = colors.enumerated().map { Stop(Double($0) / last, $1) }
    let (width, height) = (Double(box.width), Double(box.height))
    guard node.text("shape") != "radial" else {
      // To the edges, so that a last colour of no opacity makes a soft disc: CSS's `closest-side` ellipse.
      self.init(.radial(x: width / 2, y: height / 2, radiusX: width / 2, radiusY: height / 2), stops: stops)
      return
    }
    let angle = (node.number("angle") ?? 180) * .pi / 180
    self.init(
      Gradient.line(directionX: Elementary.sin(angle), y: -Elementary.cos(angle), width: width, height: height),
      stops: stops)
  }
}

extension Rectangle {
  init(_ crop: Layer.Crop) {
    self.init(left: crop.x, top: crop.y, right: crop.x + crop.width, bottom: crop.y + crop.height)
  }
}
