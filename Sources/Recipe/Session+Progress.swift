import Graph
import Media
import Worker

/// What recipes compute of a progress, and ask it.
extension Session {
  /// The number that moves which a value stands for.
  func progress(_ datum: Datum) -> Progress? {
    guard case .handle(let handle) = datum, handle.kind == "progress",
      chain.progresses.indices.contains(Int(handle.id))
    else { return nil }
    return chain.progresses[Int(handle.id)]
  }

  /// A progress as a recipe holds it.
  func hold(_ progress: Progress) throws(RecipeError) -> Datum {
    .handle(Handle(kind: "progress", id: UInt32(try chain.add(progress))))
  }

  /// Answers `1 - p`, `p * 360` and the like, and `p(t)`.
  func compute(_ call: Call) throws(RecipeError) -> Datum {
    let name = call.operation.split(separator: ":").last.map(String.init) ?? ""
    guard let sign = Progress.Operator(rawValue: name) else { return try value(call.arguments) }
    let rate = fixedCanvas().frameRate
    let (a, b) = (try operand(call.arguments.first ?? .nil), try operand(call.arguments.last ?? .nil))
    try chain.tally.addSamples(Progress.sampleCount(a, b, rate: rate))
    guard let result = Progress.compute(sign, a, b, rate: rate) else {
      throw RecipeError(
        .outOfRange, "the progress comes to no number", remedy: "divide by what is nowhere 0", operation: "progress")
    }
    return try hold(result)
  }

  private func operand(_ datum: Datum) throws(RecipeError) -> Progress.Operand {
    if let progress = progress(datum) { return .progress(progress) }
    if let number = datum.finiteNumber { return .number(number) }
    throw RecipeError(
      .wrongType, "\(datum.words) stands beside a progress", wanted: "a number or a progress", operation: "progress")
  }

  private func value(_ arguments: [Datum]) throws(RecipeError) -> Datum {
    guard let progress = arguments.first.flatMap(progress), arguments.count == 2,
      let time = TimeText.time(arguments[1])
    else {
      throw RecipeError(
        .wrongType, "a progress is called with \(arguments.dropFirst().first?.words ?? "nothing")", wanted: "a time",
        remedy: "write p(t)", operation: "progress")
    }
    return .number(progress.curve.value(at: time))
  }
}
