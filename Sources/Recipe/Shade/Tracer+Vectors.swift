import Graph
import Media
import Worker

/// Functions in which the parts of a vector meet.
extension Tracer {
  /// One number for all parts, or as many parts as it takes; of one longer vector, its first.
  func joined(_ vectors: [Vector], count: Int) throws(RecipeError) -> Vector {
    let parts = vectors.flatMap(\.self)
    if parts.count == 1 { return Array(repeating: parts[0], count: count) }
    if vectors.count == 1, parts.count > count { return Array(parts.prefix(count)) }
    guard parts.count == count else {
      throw RecipeError(.wrongType, "vec\(count) has \(parts.count) parts", remedy: "give it \(count), or one for all")
    }
    return parts
  }

  mutating func dot(_ a: Vector, _ b: Vector) throws(RecipeError) -> Vector {
    let products = try each(.multiply, a, b)
    return [products.dropFirst().reduce(products[0]) { builder.add(.add, [$0, $1]) }]
  }

  mutating func length(_ v: Vector) throws(RecipeError) -> Vector {
    v.count == 1 ? try each(.abs, v) : try each(.sqrt, dot(v, v))
  }

  mutating func cross(_ a: Vector, _ b: Vector) throws(RecipeError) -> Vector {
    guard a.count == 3, b.count == 3 else {
      throw RecipeError(.wrongType, "cross meets other than two vec3")
    }
    return (0..<3).map { part in
      let (i, j) = ((part + 1) % 3, (part + 2) % 3)
      let products = [builder.add(.multiply, [a[i], b[j]]), builder.add(.multiply, [a[j], b[i]])]
      return builder.add(.subtract, products)
    }
  }

  mutating func refracted(_ v: Vector, _ normal: Vector, _ ratio: Vector) throws(RecipeError) -> Vector {
    let along = try dot(normal, v)
    let across = try each(.subtract, number(1), each(.multiply, along, along))
    let rest = try each(.subtract, number(1), each(.multiply, each(.multiply, ratio, ratio), across))
    let share = try each(.add, each(.multiply, ratio, along), each(.sqrt, rest))
    let bent = try each(.subtract, each(.multiply, ratio, v), each(.multiply, share, normal))
    return try each(.select, each(.less, rest, number(0)), number(0), bent)
  }

  // MARK: Chance

  mutating func hash(_ v: Vector) throws(RecipeError) -> Int {
    guard v.count <= 3 else {
      throw RecipeError(.wrongType, "a vec4 has too many parts for hash and noise", remedy: "take three, as in v.xyz")
    }
    return builder.add(.hash, v)
  }

  /// Between the corners of a lattice, each of which has its own number.
  mutating func noise(_ v: Vector) throws(RecipeError) -> Vector {
    let cell = try each(.floor, v)
    let part = try each(.subtract, v, cell)
    let weight = try each(
      .multiply, each(.multiply, part, part), each(.subtract, number(3), each(.multiply, number(2), part)))
    let next = try each(.add, cell, number(1))
    var corners: [Int] = []
    for corner in 0..<(1 << v.count) {
      corners.append(try hash(v.indices.map { corner >> $0 & 1 == 0 ? cell[$0] : next[$0] }))
    }
    for axis in v.indices {
      corners = stride(from: 0, to: corners.count, by: 2).map { mixed(corners[$0], corners[$0 + 1], weight[axis]) }
    }
    return corners
  }

  private mutating func mixed(_ a: Int, _ b: Int, _ weight: Int) -> Int {
    let difference = builder.add(.subtract, [b, a])
    let product = builder.add(.multiply, [difference, weight])
    return builder.add(.add, [a, product])
  }
}
