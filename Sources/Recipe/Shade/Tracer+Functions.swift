import Graph
import Media
import Worker

/// The functions of `ShaderWord`, made of the few operations that there are.
extension Tracer {
  mutating func use(named name: String, _ operands: [Datum]) throws(RecipeError) -> Vector {
    guard let word = ShaderWord.named[name] else { return [] }
    return try use(word, operands)
  }

  mutating func use(_ word: ShaderWord, _ operands: [Datum]) throws(RecipeError) -> Vector {
    guard word.counts.contains(operands.count) else {
      throw RecipeError(
        .wrongType, "\(word.name) has \(operands.count) arguments", remedy: "write \(word.title)")
    }
    var vectors: [Vector] = []
    for operand in operands { vectors.append(try vector(operand)) }
    return try apply(word.name, vectors)
  }

  private mutating func apply(_ name: String, _ v: [Vector]) throws(RecipeError) -> Vector {
    guard let a = v.first else { return number(0) }
    let (b, c) = (v.count > 1 ? v[1] : a, v.count > 2 ? v[2] : a)
    switch name {
    case "vec2": return try joined(v, count: 2)
    case "vec3": return try joined(v, count: 3)
    case "vec4": return try joined(v, count: 4)
    case "select": return try each(.select, a, b, c)
    case "lessThan": return try each(.less, a, b)
    case "greaterThan": return try each(.less, b, a)
    case "lessThanEqual": return try opposite(each(.less, b, a))
    case "greaterThanEqual": return try opposite(each(.less, a, b))
    case "step": return try opposite(each(.less, b, a))
    case "equal": return try opposite(differing(a, b))
    case "notEqual": return try differing(a, b)
    case "smoothstep": return try smooth(from: a, to: b, c)
    case "mix": return try mixed(a, b, c)
    case "min": return try each(.min, a, b)
    case "max": return try each(.max, a, b)
    case "clamp": return try each(.min, each(.max, a, b), c)
    case "abs": return try each(.abs, a)
    case "sign": return try each(.subtract, each(.less, number(0), a), each(.less, a, number(0)))
    case "floor": return try each(.floor, a)
    case "ceil": return try each(.negate, each(.floor, each(.negate, a)))
    case "fract": return try each(.subtract, a, each(.floor, a))
    case "mod": return try remainder(a, b)
    case "sqrt": return try each(.sqrt, a)
    case "inversesqrt": return try each(.divide, number(1), each(.sqrt, a))
    default: return try applyFurther(name, a, b, c, count: v.count)
    }
  }

  /// Angles, powers, vectors and chance.
  private mutating func applyFurther(_ name: String, _ a: Vector, _ b: Vector, _ c: Vector, count: Int)
    throws(RecipeError) -> Vector
  {
    switch name {
    case "pow": return try power(a, b)
    case "exp": return try each(.exp2, each(.multiply, a, number(1.442_695_040_888_963_4)))
    case "exp2": return try each(.exp2, a)
    case "log": return try each(.multiply, each(.log2, a), number(0.693_147_180_559_945_3))
    case "log2": return try each(.log2, a)
    case "radians": return try each(.multiply, a, number(.pi / 180))
    case "degrees": return try each(.multiply, a, number(180 / .pi))
    case "sin": return try each(.sin, a)
    case "cos": return try each(.cos, a)
    case "tan": return try each(.divide, each(.sin, a), each(.cos, a))
    case "asin": return try each(.atan, a, other(a))
    case "acos": return try each(.atan, other(a), a)
    case "atan": return try each(.atan, a, count == 2 ? b : number(1))
    case "length": return try length(a)
    case "distance": return try length(each(.subtract, a, b))
    case "dot": return try dot(a, b)
    case "cross": return try cross(a, b)
    case "normalize": return try each(.divide, a, length(a))
    case "reflect": return try each(.subtract, a, each(.multiply, b, each(.multiply, number(2), dot(b, a))))
    case "refract": return try refracted(a, b, c)
    case "hash": return [try hash(a)]
    default: return try noise(a)
    }
  }

  // MARK: What is needed more than once

  private mutating func opposite(_ a: Vector) throws(RecipeError) -> Vector { try each(.subtract, number(1), a) }

  private mutating func differing(_ a: Vector, _ b: Vector) throws(RecipeError) -> Vector {
    try each(.max, each(.less, a, b), each(.less, b, a))
  }

  mutating func remainder(_ a: Vector, _ b: Vector) throws(RecipeError) -> Vector {
    try each(.subtract, a, each(.multiply, b, each(.floor, each(.divide, a, b))))
  }

  private mutating func mixed(_ a: Vector, _ b: Vector, _ weight: Vector) throws(RecipeError) -> Vector {
    try each(.add, a, each(.multiply, each(.subtract, b, a), weight))
  }

  /// t² (3 − 2 t)
  private mutating func curved(_ t: Vector) throws(RecipeError) -> Vector {
    try each(.multiply, each(.multiply, t, t), each(.subtract, number(3), each(.multiply, number(2), t)))
  }

  private mutating func smooth(from a: Vector, to b: Vector, _ x: Vector) throws(RecipeError) -> Vector {
    let share = try each(.divide, each(.subtract, x, a), each(.subtract, b, a))
    return try curved(each(.min, each(.max, share, number(0)), number(1)))
  }

  /// A whole power from 0 to 8 is a product, whatever the sign; else 2 to the power of y log₂ x.
  mutating func power(_ x: Vector, _ y: Vector) throws(RecipeError) -> Vector {
    guard y.count == 1, let exponent = builder.constant(at: y[0]), (0...8).contains(exponent) else {
      return try each(.exp2, each(.multiply, y, each(.log2, x)))
    }
    if exponent == 0.5 { return try each(.sqrt, x) }
    guard exponent == exponent.rounded() else { return try each(.exp2, each(.multiply, y, each(.log2, x))) }
    var product = Array(repeating: builder.constant(1), count: x.count)
    for _ in 0..<Int(exponent) { product = try each(.multiply, product, x) }
    return product
  }

  /// The cosine for a sine, and the other way round: √(1 − x²), exact near 1.
  private mutating func other(_ x: Vector) throws(RecipeError) -> Vector {
    try each(.sqrt, each(.multiply, each(.subtract, number(1), x), each(.add, number(1), x)))
  }
}

extension ShaderWord {
  /// How many arguments it may have.
  fileprivate var counts: ClosedRange<Int> {
    guard arguments != "…" else { return 1...4 }
    let names = arguments.split(separator: ",")
    return names.count { !$0.contains("[") }...names.count
  }
}
