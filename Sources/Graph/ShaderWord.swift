/// A function, or a value, that there is inside `shade`, by the name that GLSL has for it.
package struct ShaderWord: Hashable, Sendable {
  package let name: String
  /// As a recipe calls it; empty for a value.
  package let arguments: String
  package let summary: String

  package var title: String { arguments.isEmpty ? name : "\(name)(\(arguments))" }

  private init(_ name: String, _ arguments: String, _ summary: String) {
    (self.name, self.arguments, self.summary) = (name, arguments, summary)
  }

  package static let all: [ShaderWord] = [
    ShaderWord("resolution", "", "Width and height of the clip, in the unit of `p`."),
    ShaderWord("vec2", "…", "Of numbers and vectors one after another, or the same number twice."),
    ShaderWord("vec3", "…", "The same with three parts: `vec3(p, 0)`, `vec3(1)`."),
    ShaderWord("vec4", "…", "The same with four: `vec4(color, 1)`."),
    ShaderWord("select", "condition, a, b", "`a` where the condition is not 0, elsewhere `b`. Both are computed."),
    ShaderWord("lessThan", "a, b", "1 where `a < b`, elsewhere 0."),
    ShaderWord("lessThanEqual", "a, b", "1 where `a <= b`, elsewhere 0."),
    ShaderWord("greaterThan", "a, b", "1 where `a > b`, elsewhere 0."),
    ShaderWord("greaterThanEqual", "a, b", "1 where `a >= b`, elsewhere 0."),
    ShaderWord("equal", "a, b", "1 where they are equal, elsewhere 0."),
    ShaderWord("notEqual", "a, b", "1 where they differ, elsewhere 0."),
    ShaderWord("step", "edge, x", "0 below the edge, from there on 1."),
    ShaderWord("smoothstep", "from, to, x", "From 0 to 1 without a corner."),
    ShaderWord("mix", "a, b, weight", "From `a` to `b`."),
    ShaderWord("min", "a, b", "The lesser."),
    ShaderWord("max", "a, b", "The greater."),
    ShaderWord("clamp", "x, low, high", "The nearest number from `low` to `high`."),
    ShaderWord("abs", "x", "Without its sign."),
    ShaderWord("sign", "x", "-1, 0 or 1."),
    ShaderWord("floor", "x", "The whole number below."),
    ShaderWord("ceil", "x", "The whole number above."),
    ShaderWord("fract", "x", "What is above the whole number below."),
    ShaderWord("mod", "x, y", "What is left of `x` in steps of `y`: `x % y`."),
    ShaderWord("sqrt", "x", "The square root."),
    ShaderWord("inversesqrt", "x", "1 / `sqrt(x)`."),
    ShaderWord("pow", "x, y", "`x ^ y`, for `x` from 0 on, or a whole `y` from 0 to 8."),
    ShaderWord("exp", "x", "e to the power of x."),
    ShaderWord("exp2", "x", "2 to the power of x."),
    ShaderWord("log", "x", "The natural logarithm."),
    ShaderWord("log2", "x", "The binary logarithm."),
    ShaderWord("radians", "degrees", "Degrees as radians."),
    ShaderWord("degrees", "radians", "Radians as degrees."),
    ShaderWord("sin", "angle", "The sine of an angle in radians."),
    ShaderWord("cos", "angle", "Its cosine."),
    ShaderWord("tan", "angle", "Its tangent."),
    ShaderWord("asin", "x", "The angle of a sine."),
    ShaderWord("acos", "x", "The angle of a cosine."),
    ShaderWord("atan", "y, [x]", "The angle of a tangent; of two numbers, that of the point (x, y)."),
    ShaderWord("length", "v", "How long a vector is."),
    ShaderWord("distance", "a, b", "How far two points are apart."),
    ShaderWord("dot", "a, b", "The sum of the products of their parts."),
    ShaderWord("cross", "a, b", "The vector at right angles to two of three parts."),
    ShaderWord("normalize", "v", "As long as 1."),
    ShaderWord("reflect", "v, normal", "Thrown back by a surface."),
    ShaderWord("refract", "v, normal, ratio", "Bent by a surface; 0 where nothing gets through."),
    ShaderWord("hash", "v", "Chance from 0 to 1 by the bits of up to three numbers: MurmurHash3. Needs no sine."),
    ShaderWord(
      "noise", "v", "Chance without corners from 0 to 1, of one, two or three numbers: a new one each whole number."),
  ]

  /// By name.
  package static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
