extension Solid {
  /// As large as it was times a factor above 0, in every direction.
  package func scaled(by factor: Double) -> Solid {
    switch self {
    case .sphere(let radius): .sphere(radius: radius * factor)
    case .box(let size): .box(size: size * factor)
    case .cylinder(let radius, let height): .cylinder(radius: radius * factor, height: height * factor)
    case .capsule(let radius, let height): .capsule(radius: radius * factor, height: height * factor)
    case .cone(let radius, let height): .cone(radius: radius * factor, height: height * factor)
    case .ring(let radius, let tube): .ring(radius: radius * factor, tube: tube * factor)
    case .mesh(let mesh): .mesh(Mesh(vertices: mesh.vertices.map { $0 * Float(factor) }, triangles: mesh.triangles))
    }
  }

  /// In m³; of a mesh by the theorem of Gauss.
  package var volume: Double {
    switch self {
    case .sphere(let radius): 4 / 3 * .pi * radius * radius * radius
    case .box(let size): size.x * size.y * size.z
    case .cylinder(let radius, let height): .pi * radius * radius * height
    case .capsule(let radius, let height): .pi * radius * radius * (height + 4 / 3 * radius)
    case .cone(let radius, let height): .pi * radius * radius * height / 3
    case .ring(let radius, let tube): 2 * .pi * .pi * radius * tube * tube
    case .mesh(let mesh): mesh.volume
    }
  }

  /// The distance from its origin that none of it passes, in metres.
  package var reach: Double {
    switch self {
    case .sphere(let radius): radius
    case .box(let size): size.length / 2
    case .cylinder(let radius, let height), .cone(let radius, let height):
      (radius * radius + height * height / 4).squareRoot()
    case .capsule(let radius, let height): radius + height / 2
    case .ring(let radius, let tube): radius + tube
    case .mesh(let mesh): Double(mesh.vertices.reduce(0) { max($0, ($1 * $1).sum()) }).squareRoot()
    }
  }
}

extension Mesh {
  fileprivate var volume: Double {
    triangles.reduce(0) { sum, corners in
      let (a, b, c) = (vertex(corners.x), vertex(corners.y), vertex(corners.z))
      return sum + a.dot(b.cross(c)) / 6
    }
  }

  private func vertex(_ index: UInt32) -> Vector { Vector(vertices[Int(index)]) }
}
