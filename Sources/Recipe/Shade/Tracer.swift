import Graph
import Media
import Worker

/// Follows a function of pixels: the recipe holds handles, and what it does with them is written down instead of done.
///
/// A vector is the places of its one to four numbers among the steps; so a shader is made of single numbers, and vectors are
/// gone once it is.
struct Tracer {
  typealias Vector = [Int]

  // What a recipe's error messages call them.
  static let value = "shader"
  static let function = "shader function"
  static let picture = "picture"

  var builder = ShaderBuilder()
  private let resolution: Size
  private let limit: Int
  /// What each picture is among the node's inputs; nil for one that a remix leaves out.
  private let pictures: [Int?]
  /// The number of the first picture's handle; values follow the pictures. None was given out before.
  private let first: Int
  private var values: [Vector] = []

  init(resolution: Size, pictures: [Int?], limit: Int, first: Int) {
    (self.resolution, self.pictures, self.limit, self.first) = (resolution, pictures, limit, first)
  }

  /// The number after that of the last handle.
  var end: Int { first + pictures.count + values.count }

  static func answers(_ call: Call) -> Bool {
    [value, function, picture].contains(String(call.operation.prefix { $0 != ":" }))
  }

  /// Where a pixel is, the time, and the pictures.
  mutating func arguments() -> [Datum] {
    let place = [builder.add(.x), builder.add(.y)]
    return [handle(of: place), handle(of: [builder.add(.time)])]
      + pictures.indices.map { .handle(Handle(kind: Tracer.picture, id: UInt32(first + $0))) }
  }

  /// What a name means inside the function.
  mutating func value(of name: String) -> Datum? {
    guard let index = ShaderWord.all.firstIndex(where: { $0.name == name }) else { return nil }
    guard name == "resolution" else { return .handle(Handle(kind: Tracer.function, id: UInt32(index))) }
    return handle(of: [resolution.width, resolution.height].map { builder.constant(Float($0)) })
  }

  mutating func respond(to call: Call) throws(RecipeError) -> Datum {
    let result = try answer(call)
    guard builder.operationCount <= limit else {
      throw RecipeError(
        .limit, "a pixel takes more than \(limit) operations", remedy: "do less for each, or go round fewer times")
    }
    return handle(of: result)
  }

  private mutating func handle(of vector: Vector) -> Datum {
    values.append(vector)
    return .handle(Handle(kind: Tracer.value, id: UInt32(end - 1)))
  }

  private mutating func answer(_ call: Call) throws(RecipeError) -> Vector {
    let operands = call.arguments
    let name = String(call.operation.drop { $0 != ":" }.dropFirst())
    switch (call.operation, operands.first) {
    case ("\(Tracer.function):__call", .handle(let handle)?) where ShaderWord.all.indices.contains(Int(handle.id)):
      return try use(ShaderWord.all[Int(handle.id)], Array(operands.dropFirst()))
    case ("\(Tracer.picture):__call", .handle(let handle)?): return try sample(handle, Array(operands.dropFirst()))
    case ("\(Tracer.value):__index", let owner?) where operands.count == 2:
      return try parts(of: try vector(owner), operands[1])
    default: return try operate(name, operands)
    }
  }

  /// What stands for a value, as numbers.
  mutating func vector(_ datum: Datum) throws(RecipeError) -> Vector {
    if let number = datum.finiteNumber {
      guard Float(number).isFinite else {
        throw RecipeError(.outOfRange, "\(datum.words) is more than a pixel can have", wanted: "a number up to 3.4e38")
      }
      return [builder.constant(Float(number))]
    }
    guard case .handle(let handle) = datum, handle.kind == Tracer.value else {
      throw RecipeError(
        .wrongType, "\(datum.words) stands where a number or a vector should", remedy: "write a number, or vec2(x, y)")
    }
    let index = Int(handle.id) - first - pictures.count
    guard values.indices.contains(index) else { throw Tracer.stray }
    return values[index]
  }

  static let stray = RecipeError(
    .runtime, "a value of shade(…) is used outside of the function that it came from",
    remedy: "a shader gives nothing but its colour")

  private mutating func sample(_ handle: Handle, _ operands: [Datum]) throws(RecipeError) -> Vector {
    let index = Int(handle.id) - first
    guard pictures.indices.contains(index) else { throw Tracer.stray }
    var place: Vector = []
    for operand in operands { place += try vector(operand) }
    guard place.count == 2 else {
      throw RecipeError(.wrongType, "a picture is asked with \(place.count) numbers", remedy: "write s(p), with a vec2")
    }
    guard let input = pictures[index] else { return Array(repeating: builder.constant(0), count: 4) }
    return (0..<4).map { builder.add(.sample(input: input, channel: $0, x: place[0], y: place[1])) }
  }

  /// The shader, by what the function returned.
  mutating func shader(of returned: [Datum]) throws(RecipeError) -> Shader {
    guard returned.count == 1, returned[0] != .nil else {
      let came = returned.count > 1 ? "\(returned.count) values" : "nothing"
      throw RecipeError(.wrongType, "the function returns \(came)", wanted: Tracer.color)
    }
    let returned = try vector(returned[0])
    let color = opaque(returned)
    guard color.count == 4, let shader = builder.shader(color) else {
      throw RecipeError(.wrongType, "the function returns a vec2", wanted: Tracer.color)
    }
    return shader
  }

  private static let color = "a colour, such as vec3(1, 0.5, 0), vec4(1, 0.5, 0, 0.8), or a number for grey"

  private mutating func opaque(_ color: Vector) -> Vector {
    switch color.count {
    case 1: Array(repeating: color[0], count: 3) + [builder.constant(1)]
    case 3: color + [builder.constant(1)]
    default: color
    }
  }
}
