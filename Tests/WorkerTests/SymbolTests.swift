import Testing

@testable import Worker

/// A host whose handles answer for every operator and element, and which gives names a meaning.
private final class Symbols: Host {
  static let vocabulary = Vocabulary(
    functions: ["symbol"],
    kinds: [
      .init(name: "symbol", operators: [.index, .mod, .pow, .idiv, .eq, .lt, .le, .select, .add]),
      .init(name: "plain", methods: ["method"]),
    ])
  private(set) var said: [String] = []

  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
    let operands = call.arguments.map { value in
      if case .handle = value { "s" } else { "\(value)" }
    }
    said.append("\(call.operation.drop { $0 != ":" }) \(operands.joined(separator: " "))")
    guard !["symbol:__lt", "symbol:__le", "symbol:__eq"].contains(call.operation) else {
      throw Refusal(message: "no comparing")
    }
    return [.handle(Handle(kind: "symbol", id: UInt32(said.count)))]
  }

  func value(of name: String, on kind: String?) -> Value? { kind == nil && name == "answer" ? 42 : nil }
}

@Suite struct SymbolTests {
  private func run(_ source: String, _ mode: Isolation, _ host: Symbols) throws(EvaluationError) -> [Value] {
    try Evaluator(isolation: mode).evaluate(source: source, name: "a.lua", vocabulary: Symbols.vocabulary, host: host) {
      returned, _ in returned
    }
  }

  @Test(arguments: modes) func everyElementAndOperatorIsTheHosts(mode: Isolation) throws {
    let host = Symbols()
    _ = try run("local s = symbol() return s.xy, s[2], s % 3, 2 ^ s, s // 1, select(s, 1, 2)", mode, host)
    #expect(
      host.said.dropFirst() == [
        ":__index s string(\"xy\")", ":__index s integer(2)", ":__mod s integer(3)", ":__pow integer(2) s",
        ":__idiv s integer(1)", ":__select s integer(1) integer(2)",
      ])
  }

  @Test(arguments: modes, ["s < 1", "1 <= s", "s == symbol()", "s > s"])
  func comparisonsAreTheHostsToRefuse(mode: Isolation, comparison: String) throws {
    #expect {
      try run("local s = symbol() return \(comparison)", mode, Symbols())
    } throws: {
      "\($0)".contains("no comparing")
    }
  }

  /// Lua asks nobody about these.
  @Test func whatCannotBeAskedAboutIsPlain() throws {
    #expect(
      try run("local s = symbol() return s == 1, s == s, not s, s and 1", .inProcess, Symbols()) == [
        false, true, false, 1,
      ])
  }

  @Test(arguments: modes) func aNameMayMeanSomethingForTheTimeBeing(mode: Isolation) throws {
    #expect(try run("return answer, answer + 1", mode, Symbols()) == [42, 43])
    #expect {
      try run("return question", mode, Symbols())
    } throws: {
      "\($0)".contains("there is no 'question'")
    }
  }

  @Test func luasOwnSelectIsAsEver() throws {
    #expect(
      try run("return select('#', 1, 2), select(2, 'a', 'b'), (select(-1, 'a', 'b'))", .inProcess, Symbols()) == [
        2, "b", "b",
      ])
  }
}
