import Graph
import Media
import Worker

extension Session {
  /// Answers `clip:speed(factor)`. A factor that moves goes by the time of the clip that results, and the result ends
  /// where the way of it comes to the clip's end.
  func speed(_ clip: Int, _ arguments: Arguments, at place: Place) throws -> Int {
    let function = arguments.functions["factor"]
    let curve = try function.map { try speeds($0, of: clip) } ?? arguments.values["factor"]?.curve ?? .constant(1)
    let factor: Setting = curve.isConstant ? .number(curve.corners[0]) : .curve(curve)
    guard factor != .number(1) else { return clip }
    let travel = Travel(factor.curve ?? curve)
    let duration = try bounded(drafts[clip].duration.map { travel.time(reaching: $0) })
    guard duration != .zero else {
      throw RecipeError(
        .outOfRange, "factor \(CanonicalJSON.form(of: travel.fastest)) leaves nothing of it",
        remedy: "use a smaller one")
    }
    var parameters = ["factor": factor]
    if arguments.text("pitch") == "keep" { parameters["pitch"] = .text(try keptPitch(at: travel)) }
    return try add(wrap(.speed, clip, parameters, duration: duration, at: place))
  }

  private func keptPitch(at travel: Travel) throws(RecipeError) -> String {
    let (slowest, fastest) = (CanonicalJSON.form(of: travel.slowest), CanonicalJSON.form(of: travel.fastest))
    guard travel.slowest >= 0.125, travel.fastest <= 8 else {
      throw RecipeError(
        .outOfRange, "factor goes from \(slowest) to \(fastest)", wanted: "0.125 to 8 where the pitch is kept",
        remedy: "leave pitch out, or change the factor")
    }
    return "keep"
  }

  /// The speeds that a function gives, for each frame until the clip is over. They are asked for at once, since what the
  /// recipe goes on to do may depend on how long that takes.
  private func speeds(_ function: MovingFunction, of clip: Int) throws -> Curve {
    guard let length = drafts[clip].duration else {
      throw noEnd("the clip", drafts[clip], because: "it cannot be told how long its function of time goes on")
    }
    let rate = fixedCanvas().frameRate
    var values: [Double] = []
    var curve = Curve.constant(1)
    var end = Time.limit
    while values.isEmpty || rate.time(ofFrame: Int64(values.count - 1)) < end {
      values += try sample(function, from: values.count, max(64, values.count), rate)
      curve = .samples(rate: rate, first: 0, values: values)
      end = Travel(curve).time(reaching: length)
    }
    return .samples(rate: rate, first: 0, values: Array(values.prefix(Int(rate.frames(before: end)) + 1)))
  }

  private func sample(_ function: MovingFunction, from first: Int, _ count: Int, _ rate: FrameRate) throws -> [Double] {
    try chain.tally.addSamples(count)
    let step = rate.frameDuration.seconds
    do throws(EvaluationError) {
      let start = Double(first) * step
      let came = try function.evaluation.sample(function.reference, start: start, step: step, count: count)
      return came.map { Resolver.settled($0[0], in: function.range) }
    } catch {
      throw chain.mistake(error, in: name)
    }
  }
}
