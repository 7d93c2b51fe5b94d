import Graph
import Media
import Worker

extension Session {
  /// Answers `shade(f)` and `clip:shade(f, …)`: the function is followed now, once, and is never called again.
  func shade(
    _ word: Word, _ receiver: Int, _ arguments: Arguments, at place: Place, in evaluation: Evaluation
  ) throws -> Int {
    guard tracer == nil else {
      throw RecipeError(.wrongType, "it stands inside another shade(…)", remedy: "make the inner clip before")
    }
    guard let function = arguments.makers["pixel"] else { throw RecipeError(.missing, "pixel is missing") }
    let inputs = word.form == .method ? [receiver] + arguments.list : []
    for input in inputs where drafts[input].picture == .none && !drafts[input].isEmpty {
      throw RecipeError(.wrongType, "a clip has only sound", remedy: "use one with a picture")
    }
    // What a remix leaves out is seen as nothing.
    let shown = inputs.filter { !drafts[$0].isEmpty }
    let pictures = inputs.map { input in shown.firstIndex(of: input) }
    let size = inputs.first.flatMap { self.size(of: $0) } ?? fixedCanvas().size
    let shader = try follow(function, resolution: size, pictures, in: evaluation)
    let program: [String: Setting] = ["program": .text(shader.text)]
    guard !inputs.isEmpty else {
      return try add(
        Draft(kind: .shade, parameters: program, duration: nil, picture: .canvas, hasSound: false, place: place))
    }
    var draft = wrap(.reshade, receiver, program, duration: drafts[receiver].duration, at: place)
    draft.inputs = shown
    return try add(draft)
  }

  private func follow(
    _ function: FunctionReference, resolution: Size, _ pictures: [Int?], in evaluation: Evaluation
  ) throws -> Shader {
    var beginning = Tracer(
      resolution: resolution, pictures: pictures, limit: limits.operations, first: tracedValues)
    let arguments = beginning.arguments()
    tracer = beginning
    defer {
      tracedValues = tracer?.end ?? tracedValues
      tracer = nil
    }
    let returned = try invoke(function, arguments, in: evaluation, of: name)
    guard let shader = try tracer?.shader(of: returned) else { throw Tracer.stray }
    return shader
  }

  /// Answers what the function does with its values.
  func trace(_ call: Call) throws(RecipeError) -> Datum {
    do throws(RecipeError) {
      guard let result = try tracer?.respond(to: call) else { throw Tracer.stray }
      return result
    } catch {
      throw error.located(at: call.place, in: "shade")
    }
  }

  func value(of name: String, on kind: String?) -> Datum? {
    kind == nil ? tracer?.value(of: name) : nil
  }
}
