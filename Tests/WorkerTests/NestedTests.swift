import Testing

@testable import Worker

/// A host that answers `text(source)` by running that source, and keeps those evaluations open.
private final class Nest: Host {
  let evaluator: Evaluator
  let budget: Budget
  private(set) var open: [Evaluation] = []
  private(set) var functions: [(Evaluation, FunctionReference)] = []

  init(_ mode: Isolation, _ limits: Limits) {
    evaluator = Evaluator(isolation: mode, limits: limits)
    budget = Budget(limits)
  }

  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
    if case .function(let function)? = call.arguments.first { functions.append((evaluation, function)) }
    guard case .string(let source)? = call.arguments.first else { return try callBack() }
    return try run(source)
  }

  func run(_ source: String) throws(EvaluationError) -> [Value] {
    let (returned, evaluation) = try evaluator.begin(
      source: Array(source.utf8), name: "nested", vocabulary: Stage.vocabulary, host: self, budget: budget)
    open.append(evaluation)
    return returned
  }

  /// Calls the first function that it was given, in whichever evaluation that lives.
  private func callBack() throws -> [Value] {
    guard let (evaluation, function) = functions.first else { return [] }
    return try evaluation.invoke(function, [1])
  }

  func close() {
    for evaluation in open { evaluation.close() }
    (open, functions) = ([], [])
  }
}

private func nested(_ source: String, _ mode: Isolation, fuel: UInt64 = 100_000_000, memory: Int = 256 << 20) throws
  -> [Value]
{
  var limits = Limits()
  (limits.fuel, limits.memory) = (fuel, memory)
  let nest = Nest(mode, limits)
  defer { nest.close() }
  return try nest.run(source)
}

@Suite struct NestedTests {
  @Test(arguments: modes) func evaluationsRunInsideOneAnother(mode: Isolation) throws {
    #expect(try nested("return text 'return text \"return 7\"' + 1", mode) == [8])
  }

  @Test(arguments: modes) func anInnerRecipeReachesFunctionsOfAnOuterOne(mode: Isolation) throws {
    let source = "local n = 0 text(function(d) n = n + d return n * 10 end) return text 'text() return text()', n"
    #expect(try nested(source, mode) == [30, 3])
  }

  @Test(arguments: modes) func functionsLiveUntilTheirEvaluationIsClosed(mode: Isolation) throws {
    let (returned, evaluation) = try Evaluator(isolation: mode).begin(
      source: Array("return function(t) return t * 2 end".utf8), name: "a", vocabulary: Vocabulary(), host: Stage())
    guard case .function(let function)? = returned.first else { return #expect(Bool(false)) }
    #expect(!evaluation.isOver)
    #expect(try evaluation.invoke(function, [3]) == [6])
    evaluation.close()
    #expect(evaluation.isOver)
    #expect(throws: EvaluationError.self) { try evaluation.invoke(function, [3]) }
  }

  @Test func aFunctionKnowsItsLine() throws {
    let values = try run("\nlocal function f()\nend\nreturn f, function() end, math.sin")
    let lines = values.map { value in
      if case .function(let function) = value { function.line } else { -1 }
    }
    #expect(lines == [2, 4, 0])
  }

  @Test(arguments: modes) func fuelIsOneSumForAll(mode: Isolation) throws {
    let source =
      "local s = 0 for i = 1, 5000 do s = s + i end text 'for i = 1, 20000 do end' for i = 1, 5000 do s = s + i end"
    func trips(_ fuel: UInt64) throws -> Bool {
      do {
        _ = try nested(source, mode, fuel: fuel)
        return false
      } catch EvaluationError.tripped(let trip) {
        #expect(trip.limit == .fuel)
        #expect(trip.value == Double(fuel))
        return true
      }
    }
    var (least, most) = (UInt64(1), UInt64(1_000_000))
    while least + 1 < most {
      let middle = (least + most) / 2
      if try trips(middle) { least = middle } else { most = middle }
    }
    #expect(try !trips(most))
    #expect(try trips(most - 1))
    #expect(most > 30_000)
  }

  @Test(arguments: modes) func aTripInsideEndsWhatIsAround(mode: Isolation) {
    #expect(throws: EvaluationError.self) {
      try nested("pcall(text, 'while true do end') return 1", mode, fuel: 1_000_000)
    }
    #expect(throws: EvaluationError.self) {
      try nested("text(function() while true do end end) pcall(text, 'pcall(text)') return 1", mode, fuel: 1_000_000)
    }
  }

  @Test func anErrorInsideCanBeCaught() throws {
    #expect(try nested("local ok, why = pcall(text, 'error \"no\"') return ok, why", .inProcess)[0] == false)
  }

  @Test func memoryIsTakenOfOneSumAndGivenBack() throws {
    let hold = "kept = {} for i = 1, 30000 do kept[i] = { i } end"
    #expect(try nested("text [[\(hold)]]", .inProcess, memory: 6 << 20) == [])
    #expect(throws: EvaluationError.self) {
      try nested("text [[\(hold)]] text [[\(hold)]]", .inProcess, memory: 6 << 20)
    }
    let budget = Budget(Limits())
    let before = budget.memoryLeft
    let (_, evaluation) = try Evaluator(isolation: .inProcess).begin(
      source: Array(hold.utf8), name: "a", vocabulary: Vocabulary(), host: Stage(), budget: budget)
    #expect(budget.memoryLeft < before - 1_000_000)
    evaluation.close()
    #expect(budget.memoryLeft == before)
  }

  @Test func thereIsRoomForDeepCalls() throws {
    func depth(_ n: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
        room[0] = 1
        return Int(room[0]) + (n > 1 ? depth(n - 1) : 0)
      }
    }
    #expect(try DeepStack.run { depth(20_000) } == 20_000)
    #expect(throws: Refusal.self) { try DeepStack.run { throw Refusal(message: "no") } }
  }
}
