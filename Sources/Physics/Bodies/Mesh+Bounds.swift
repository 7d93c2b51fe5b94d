internal import Media
internal import World

extension Mesh {
  func corners(of triangle: SIMD3<UInt32>) -> (Vector, Vector, Vector) {
    (Vector(vertices[Int(triangle.x)]), Vector(vertices[Int(triangle.y)]), Vector(vertices[Int(triangle.z)]))
  }

  /// The upright box around all vertices; no edge is 0.
  var bounds: (center: Vector, size: Vector) {
    guard let first = vertices.first else { return (.zero, Vector(repeating: 0.01)) }
    var (low, high) = (first, first)
    for vertex in vertices {
      low = pointwiseMin(low, vertex)
      high = pointwiseMax(high, vertex)
    }
    let size = Vector(high) - Vector(low)
    return ((Vector(low) + Vector(high)) / 2, pointwiseMax(size, Vector(repeating: 0.001)))
  }

  /// At most 64 vertices that reach furthest, each to another side; the hull of these is what collides.
  var outermost: [Vector] {
    guard vertices.count > 64 else { return vertices.map(Vector.init) }
    var kept: [Int] = []
    for n in 0..<64 {
      let direction = Self.spiral(n, of: 64)
      let furthest = vertices.indices.max { Vector(vertices[$0]).dot(direction) < Vector(vertices[$1]).dot(direction) }
      if let furthest, !kept.contains(furthest) { kept.append(furthest) }
    }
    return kept.map { Vector(vertices[$0]) }
  }

  /// Directions that are spread evenly: the golden angle from one to the next.
  private static func spiral(_ n: Int, of count: Int) -> Vector {
    let y = 1 - 2 * (Double(n) + 0.5) / Double(count)
    let angle = Double(n) * 2.399_963_229_728_653
    let radius = (1 - y * y).squareRoot()
    return Vector(radius * Elementary.cos(angle), y, radius * Elementary.sin(angle))
  }
}
