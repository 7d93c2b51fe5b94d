import Testing

@testable import Worker

/// A host with a few words of its own, which remembers what it was asked.
final class Stage: Host {
  static let vocabulary = Vocabulary(
    functions: ["text", "echo", "refuse", "apply", "sampled", "param.text"],
    kinds: [
      .init(
        name: "clip", methods: ["trim", "apply"], properties: ["duration"],
        operators: [.concat, .call, .add, .sub, .mul, .div, .unm, .len]
      ),
      .init(name: "param"),
    ])

  private(set) var calls: [Call] = []
  private(set) var unknowns: [String] = []

  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
    calls.append(call)
    switch call.operation {
    case "echo": return call.arguments
    case "refuse": throw Refusal(message: "nothing of the kind")
    case "apply", "clip:apply": return try apply(call.arguments, evaluation)
    case "sampled": return [.table(Table(array: try samples(call.arguments, evaluation)))]
    case "param.text": return [.handle(Handle(kind: "param", id: 1))]
    case "clip.duration": return [2.5]
    default: return [.handle(Handle(kind: "clip", id: UInt32(calls.count)))]
    }
  }

  func unknown(_ name: String, on kind: String?, at place: Place) -> String {
    unknowns.append(kind.map { "\($0).\(name)" } ?? name)
    return "there is no '\(name)'; did you mean 'text'?"
  }

  private func apply(_ arguments: [Value], _ evaluation: Evaluation) throws -> [Value] {
    guard let index = arguments.firstIndex(where: { $0.typeName == "function" }) else {
      throw Refusal(message: "no function")
    }
    guard case .function(let function) = arguments[index] else { return [] }
    return try evaluation.invoke(function, Array(arguments[(index + 1)...]))
  }

  private func samples(_ arguments: [Value], _ evaluation: Evaluation) throws -> [Value] {
    guard case .function(let function)? = arguments.first else { throw Refusal(message: "no function") }
    return try evaluation.sample(function, start: 0, step: 0.5, count: 3).flatMap { $0.map(Value.number) }
  }
}

struct Refusal: Error, CustomStringConvertible, Equatable {
  var message: String
  var description: String { message }
}

/// Every claim about the language holds in a process and on a thread.
let modes: [Isolation] = [.standard, .inProcess]

/// What the recipe returns.
@discardableResult
func run(
  _ source: String, _ mode: Isolation = .inProcess, host: any Host = Stage(), limits: Limits = Limits()
) throws(EvaluationError) -> [Value] {
  let evaluator = Evaluator(isolation: mode, limits: limits)
  return try evaluator.evaluate(source: source, name: "a.lua", vocabulary: Stage.vocabulary, host: host) {
    returned, _ in returned
  }
}

/// The error by which the recipe ends.
func failure(
  _ source: String, _ mode: Isolation = .inProcess, host: any Host = Stage(), limits: Limits = Limits(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> EvaluationError? {
  do {
    let values = try run(source, mode, host: host, limits: limits)
    Issue.record("the recipe returned \(values)", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}

/// The error's text, which begins with its place.
func message(_ source: String, _ mode: Isolation = .inProcess, host: any Host = Stage()) -> String {
  failure(source, mode, host: host)?.description ?? ""
}

/// The limit that the recipe reached.
func trip(_ source: String, _ mode: Isolation = .inProcess, limits: Limits = Limits()) -> Trip.Limit? {
  guard case .tripped(let trip)? = failure(source, mode, limits: limits) else { return nil }
  return trip.limit
}
