import Testing

@testable import Worker

@Suite struct FunctionTests {
  @Test(arguments: modes) func theHostCallsFunctionsBackDuringACall(mode: Isolation) throws {
    #expect(try run("return apply(function(a, b) return a + b, 'x' end, 1, 2)", mode) == [3, "x"])
  }

  @Test(arguments: modes) func callsNestBothWays(mode: Isolation) throws {
    let source = """
      local function down(n)
        if n == 0 then return "bottom" end
        return apply(down, n - 1)
      end
      return down(10)
      """
    #expect(try run(source, mode) == ["bottom"])
    #expect(message(source.replacing("(10)", with: "(100)"), mode).contains("too deeply"))
  }

  @Test(arguments: modes) func functionsAreSampledDuringACallAndAfterTheReturn(mode: Isolation) throws {
    #expect(try run("return sampled(function(t) return t * 2 end)", mode) == [.table(Table(array: [0.0, 1.0, 2.0]))])
    let samples = try Evaluator(isolation: mode).evaluate(
      source: "return function(t) return { t, t * t } end", name: "a", vocabulary: Vocabulary(), host: Stage()
    ) { returned, evaluation in
      guard case .function(let function)? = returned.first else { return [[Double]]() }
      return try evaluation.sample(function, start: 1, step: 0.25, count: 10_000)
    }
    #expect(samples.count == 10_000)
    #expect(samples[0] == [1, 1])
    #expect(samples[9_999] == [1 + 9_999 * 0.25, (1 + 9_999 * 0.25) * (1 + 9_999 * 0.25)])
  }

  @Test func sampledFunctionsMayCallTheHost() throws {
    #expect(try run("return sampled(function(t) return echo(t) + 1 end)") == [.table(Table(array: [1.0, 1.5, 2.0]))])
  }

  @Test(arguments: [
    ("return 1/0", "at t = 0 the function gave inf; it must give 1 to 4 finite numbers"),
    ("if t > 0 then return nil end return 1", "at t = 0.5 the function gave nil"),
    ("", "at t = 0 the function gave nothing"),
    ("return 'x'", "at t = 0 the function gave x"), ("return '1'", "at t = 0 the function gave 1"),
    ("return 1, 2, 3, 4, 5", "at t = 0 the function gave 5 values"),
    ("return {}", "at t = 0 the function gave nothing"),
    ("if t > 0 then return 1, 2 end return 1", "at t = 0.5 the function gave 2 numbers, before that 1"),
    ("return t.x", "attempt to index a number value (local 't')"),
  ])
  func aSampleThatIsNoNumberIsAnErrorThatSaysWhen(body: String, words: String) {
    #expect(message("return sampled(function(t) \(body) end)").contains(words))
  }

  @Test func anErrorInAFunctionLeavesTheRecipeGoingOn() throws {
    let source = "local ok = pcall(apply, function() error 'no' end) return ok, apply(function() return 1 end)"
    #expect(try run(source) == [false, 1])
  }

  @Test func anErrorInAFunctionKeepsItsOwnPlace() {
    guard case .runtime(let error)? = failure("apply(function()\n  error 'inside'\nend)") else {
      return #expect(Bool(false))
    }
    #expect(error.description == "a.lua:2: inside")
  }

  @Test func theSameFunctionHasTheSameNumber() throws {
    let values = try run("local f = function() end return f, f, math.sin, function() end")
    #expect(values[0] == values[1])
    #expect(Set(values).count == 3)
  }

  @Test func aTripInsideAFunctionEndsTheEvaluation() {
    var limits = Limits()
    limits.fuel = 1_000_000
    #expect(trip("pcall(apply, function() while true do end end) return 1", limits: limits) == .fuel)
    #expect(trip("return sampled(function(t) while true do end end)", limits: limits) == .fuel)
  }

  @Test func anErrorOfTheClosureComesOutAsItWas() {
    do {
      try Evaluator(isolation: .inProcess).evaluate(
        source: "return 1", name: "a", vocabulary: Vocabulary(), host: Stage()
      ) { _, _ in
        throw Refusal(message: "later")
      }
    } catch {
      guard case .host(let error, nil) = error else { return #expect(Bool(false)) }
      #expect(error as? Refusal == Refusal(message: "later"))
    }
  }

  @Test func evaluationsRunSideBySide() async throws {
    try await withThrowingTaskGroup(of: [Value].self) { group in
      for n in 0..<8 {
        group.addTask {
          try run("local s = 0 for i = 1, 20000 do s = s + i * \(n) end return s, math.sin(\(n))", modes[n % 2])
        }
      }
      for try await values in group { #expect(values.count == 2) }
    }
  }
}
