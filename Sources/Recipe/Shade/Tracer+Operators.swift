import Graph
import Media
import Worker

/// What Lua's operators say of vectors.
extension Tracer {
  mutating func operate(_ event: String, _ operands: [Datum]) throws(RecipeError) -> Vector {
    guard !["__eq", "__lt", "__le"].contains(event) else {
      throw RecipeError(
        .wrongType, "one comparison would decide for all pixels",
        remedy: "write select(lessThan(a, b), x, y), step(edge, x), or mix(a, b, weight)")
    }
    var vectors: [Vector] = []
    for operand in operands { vectors.append(try vector(operand)) }
    if event == "__select" { return try use(named: "select", operands) }
    guard let a = vectors.first, let b = vectors.last else { return [] }
    switch event {
    case "__add": return try each(.add, a, b)
    case "__sub": return try each(.subtract, a, b)
    case "__mul": return try each(.multiply, a, b)
    case "__div": return try each(.divide, a, b)
    case "__mod": return try remainder(a, b)
    case "__pow": return try power(a, b)
    case "__idiv": return try each(.floor, each(.divide, a, b))
    default: return try each(.negate, a)
    }
  }

  /// Part by part; a number goes with each part of a vector.
  mutating func each(_ operation: Shader.Operation, _ operands: Vector...) throws(RecipeError) -> Vector {
    let count = try commonCount(operands)
    return (0..<count).map { part in
      builder.add(operation, operands.map { $0.count == 1 ? $0[0] : $0[part] })
    }
  }

  func commonCount(_ vectors: [Vector]) throws(RecipeError) -> Int {
    let counts = vectors.map(\.count).filter { $0 > 1 }
    guard let count = counts.first else { return 1 }
    guard let other = counts.first(where: { $0 != count }) else { return count }
    throw RecipeError(
      .wrongType, "a vec\(count) meets a vec\(other)", remedy: "take as many parts of one as the other has, as in v.xy")
  }

  mutating func number(_ number: Double) -> Vector { [builder.constant(Float(number))] }

  // MARK: Parts

  /// `v.x`, `v.bgr`, `v[1]`.
  mutating func parts(of vector: Vector, _ key: Datum) throws(RecipeError) -> Vector {
    if case .integer(let index) = key, index >= 1, index <= vector.count { return [vector[Int(index) - 1]] }
    let name = key.text ?? ""
    guard (1...4).contains(name.count),
      let letters = ["xyzw", "rgba", "stpq"].map(Array.init).first(where: { name.allSatisfy($0.contains) })
    else { throw noPart(key, of: vector) }
    let places = name.compactMap { letters.firstIndex(of: $0) }
    guard places.allSatisfy(vector.indices.contains) else { throw noPart(key, of: vector) }
    return places.map { vector[$0] }
  }

  private func noPart(_ key: Datum, of vector: Vector) -> RecipeError {
    let owner = vector.count == 1 ? "a number" : "a vec\(vector.count)"
    let letters = ["xyzw", "rgba"].map { $0.prefix(vector.count).map(String.init).joined(separator: " ") }
    let name = key.text.map { "\"\($0)\"" } ?? key.words
    return RecipeError(
      .unknownName, "\(owner) has no part \(name)", remedy: "it has \(letters.joined(separator: ", or "))")
  }
}
