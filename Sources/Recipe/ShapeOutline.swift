import Graph
import Media

/// Writes the outline of a shape as SVG path data: SVG 2 has such a path for each of its basic shapes, so drawing knows
/// paths alone.
struct ShapeOutline {
  private(set) var data = ""

  static func rectangle(width: Double, height: Double, radius: Double) -> ShapeOutline {
    let r = min(radius, width / 2, height / 2)
    var outline = ShapeOutline()
    outline.say("M", r, 0)
    guard r > 0 else {
      for (letter, value) in [("H", width), ("V", height), ("H", 0)] { outline.say(letter, value) }
      outline.say("Z")
      return outline
    }
    let sides = [
      (width - r, 0, width, r), (width, height - r, width - r, height), (r, height, 0, height - r), (0, r, r, 0),
    ]
    for (x, y, cornerX, cornerY) in sides {
      outline.say("L", x, y)
      outline.say("A", r, r, 0, 0, 1, cornerX, cornerY)
    }
    outline.say("Z")
    return outline
  }

  static func ellipse(width: Double, height: Double) -> ShapeOutline {
    let (x, y) = (width / 2, height / 2)
    var outline = ShapeOutline()
    outline.say("M", width, y)
    for (endX, endY) in [(x, height), (0, y), (x, 0), (width, y)] { outline.say("A", x, y, 0, 0, 1, endX, endY) }
    outline.say("Z")
    return outline
  }

  static func polygon(_ points: [(Double, Double)], isClosed: Bool = true) -> ShapeOutline {
    var outline = ShapeOutline()
    for (index, point) in points.enumerated() { outline.say(index == 0 ? "M" : "L", point.0, point.1) }
    if isClosed { outline.say("Z") }
    return outline
  }

  /// The first point upwards. It turns about the middle of the circle around it: two moves, which draw nothing, make its
  /// box the circle's.
  static func star(points: Int, radius: Double, inner: Double) -> ShapeOutline {
    var outline = ShapeOutline()
    outline.say("M", -radius, -radius)
    outline.say("M", radius, radius)
    for corner in 0..<2 * points {
      let angle = Double(corner) * .pi / Double(points)
      let reach = corner % 2 == 0 ? radius : radius * inner
      outline.say(corner == 0 ? "M" : "L", reach * Elementary.sin(angle), -reach * Elementary.cos(angle))
    }
    outline.say("Z")
    return outline
  }

  /// A command and its numbers, to nine decimals: the stated precision of values in a graph.
  private mutating func say(_ letter: String, _ numbers: Double...) {
    data += letter + numbers.map { CanonicalJSON.form(of: ($0 * 1e9).rounded() / 1e9 + 0) }.joined(separator: " ")
  }
}
