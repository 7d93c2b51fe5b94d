import Worker

/// Gives the suite what stands in for `load`: each text becomes a recipe of its own, in a worker of its own. So it has
/// globals of its own, and only data comes back from it.
struct SuiteHost: Host {
  static let vocabulary = Vocabulary(functions: ["check", "evaluate"])

  static var evaluator: Evaluator {
    var limits = Limits()
    limits.wallClock = .seconds(300)
    return Evaluator(limits: limits)
  }

  /// What is wrong with the chunk, or nil and what it returned.
  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
    let text = try text(call.arguments.first ?? .nil, evaluation)
    let name = name(call.arguments.dropFirst().first ?? .nil, of: text)
    // To check is to compile: nothing of the text runs.
    let source = Preface.text + (call.operation == "check" ? "do return end " : "") + text
    do {
      return try Self.evaluator.evaluate(source: source, name: name, vocabulary: Self.vocabulary, host: self) {
        values, _ in [.nil] + values
      }
    } catch {
      return [.string("\(error)")]
    }
  }

  /// A chunk is a text, or a function that gives it piece by piece.
  private func text(_ chunk: Value, _ evaluation: Evaluation) throws -> String {
    switch chunk {
    case .string(let text): return text
    case .function(let next):
      var whole = ""
      while case .string(let piece)? = try evaluation.invoke(next).first, !piece.isEmpty { whole += piece }
      return whole
    default: throw ScriptError(place: Place(chunk: "load", line: 0), message: "a \(chunk.typeName) is no chunk")
    }
  }

  /// As Lua shows the names of chunks.
  private func name(_ given: Value, of text: String) -> String {
    if case .string(let given) = given { return String(given.drop { $0 == "=" || $0 == "@" }) }
    let line = text.prefix { $0 != "\n" }
    return "[string \"\(line.count == text.count && line.count < 40 ? line : line.prefix(37) + "...")\"]"
  }
}
