internal import Media
internal import World

extension Mesh {
  /// A cut through a body, level, at a height.
  struct Ring {
    var height: Double
    /// Half of its width along x and depth along z.
    var half: SIMD2<Double>
    var ahead: Double

    init(_ height: Double, _ width: Double, _ depth: Double, ahead: Double = 0) {
      (self.height, half, self.ahead) = (height, SIMD2(width, depth), ahead)
    }
  }

  /// A body through level ellipses, from the lowest to the highest, with a point at each end.
  ///
  /// The curve between them is as smooth as the list of rings makes it; renderers should interpolate normals.
  static func lofted(_ rings: [Ring], bottom: Double, top: Double, around count: Int = 24) -> Mesh {
    var vertices: [SIMD3<Float>] = []
    for ring in rings {
      for step in 0..<count {
        let angle = 2 * Double.pi * Double(step) / Double(count)
        vertices.append(
          SIMD3(
            Float(ring.half.x * Elementary.sin(angle)), Float(ring.height),
            Float(ring.ahead + ring.half.y * Elementary.cos(angle))))
      }
    }
    let (first, last) = (rings[0].ahead, rings[rings.count - 1].ahead)
    vertices += [SIMD3(0, Float(bottom), Float(first)), SIMD3(0, Float(top), Float(last))]
    return Mesh(vertices: vertices, triangles: sides(rings.count, count) + caps(rings.count, count))
  }

  /// An ellipsoid of three radii.
  static func egg(_ radii: Vector, rings count: Int = 11) -> Mesh {
    let rings = (1...count).map { step in
      let angle = Double.pi * (Double(step) / Double(count + 1) - 0.5)
      let width = Elementary.cos(angle)
      return Ring(radii.y * Elementary.sin(angle), radii.x * width, radii.z * width)
    }
    return lofted(rings, bottom: -radii.y, top: radii.y)
  }

  /// A tube of round cuts along points, such as a smile. Its ends are open, and sunk into something.
  static func tube(_ points: [Vector], radius: Double, around count: Int = 8) -> Mesh {
    var vertices: [SIMD3<Float>] = []
    for index in points.indices {
      let way = points[min(index + 1, points.count - 1)] - points[max(index - 1, 0)]
      let turn = Rotation(hanging: way, left: Vector(0, 0, 1))
      for step in 0..<count {
        let angle = 2 * Double.pi * Double(step) / Double(count)
        let rim = turn(Vector(Elementary.sin(angle), 0, Elementary.cos(angle)) * radius) + points[index]
        vertices.append(SIMD3(Float(rim.x), Float(rim.y), Float(rim.z)))
      }
    }
    // `hanging` looks down the way, so that the cuts go from the top to the bottom.
    let triangles = sides(points.count, count).map { SIMD3($0.x, $0.z, $0.y) }
    return Mesh(vertices: vertices, triangles: triangles)
  }

  private static func sides(_ rings: Int, _ count: Int) -> [SIMD3<UInt32>] {
    (0..<rings - 1).flatMap { ring in
      (0..<count).flatMap { step in
        let (next, low, high) = ((step + 1) % count, ring * count, (ring + 1) * count)
        return [
          SIMD3(UInt32(low + step), UInt32(low + next), UInt32(high + step)),
          SIMD3(UInt32(low + next), UInt32(high + next), UInt32(high + step)),
        ]
      }
    }
  }

  private static func caps(_ rings: Int, _ count: Int) -> [SIMD3<UInt32>] {
    let (bottom, top, high) = (UInt32(rings * count), UInt32(rings * count + 1), (rings - 1) * count)
    return (0..<count).flatMap { step in
      let next = (step + 1) % count
      return [
        SIMD3(bottom, UInt32(next), UInt32(step)), SIMD3(top, UInt32(high + step), UInt32(high + next)),
      ]
    }
  }
}
