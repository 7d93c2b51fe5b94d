import Testing

@testable import Worker

@Suite struct LimitTests {
  static let busy = """
    local t, words = {}, {}
    for i = 1, 300 do
      t["k" .. i % 37] = i
      t["k" .. (i * 5) % 37] = nil
      words[#words + 1] = ("%d:%s"):format(i, ("ab"):rep(i % 7))
    end
    table.sort(words)
    for k, v in pairs(t) do words[#words + 1] = k .. v end
    text(table.concat(words, " "):gsub("%d+", "#"))
    return sampled(function(t) return math.sin(t) end)
    """

  func usage(_ source: String, _ mode: Isolation, fuel: UInt64 = 100_000_000) throws -> (fuel: UInt64, memory: UInt64) {
    var limits = Limits()
    limits.fuel = fuel
    return try Evaluator(isolation: mode, limits: limits).evaluate(
      source: source, name: "a.lua", vocabulary: Stage.vocabulary, host: Stage()
    ) { _, evaluation in (evaluation.fuelUsed, evaluation.memoryUsed) }
  }

  @Test(arguments: modes) func fuelIsExact(mode: Isolation) throws {
    let used = try usage(Self.busy, mode).fuel
    #expect(try usage(Self.busy, mode, fuel: used).fuel == used)
    var limits = Limits()
    limits.fuel = used - 1
    #expect(trip(Self.busy, mode, limits: limits) == .fuel)
  }

  @Test func fuelAndMemoryAreTheSameInEveryRunAndMode() throws {
    let first = try usage(Self.busy, .standard)
    for run in 0..<20 {
      let next = try usage(Self.busy, modes[run % 2])
      #expect(next == first)
    }
  }

  @Test func anyAmountOfFuelEndsWell() throws {
    let used = try usage(Self.busy, .inProcess).fuel
    var limits = Limits()
    for fuel in stride(from: 1, to: used, by: 97) {
      limits.fuel = fuel
      #expect(trip(Self.busy, limits: limits) == .fuel)
    }
  }

  @Test func memoryIsExact() throws {
    let source = "local t = {} for i = 1, 1000 do t[i] = { i } end return #t"
    var limits = Limits()
    limits.memory = Int(try usage(source, .inProcess).memory)
    #expect(try run(source, limits: limits) == [1000])
    limits.memory -= 16
    #expect(trip(source, limits: limits) == .memory)
  }

  @Test(
    arguments: modes,
    [
      "while true do end", "repeat until false", "for i = 1, math.huge do end", "local function f() return f() end f()",
      "while true do pcall(error) end", "local function f() pcall(f) f() end f()",
      "local function f() return pcall(f) end while true do f() end",
      "for i = 1, 1e9 do ('x'):rep(100) end", "table.move({}, 1, 1e9, 2)",
      "table.concat({ 1 }, '', 2, 1) while true do ipairs {} end",
      "table.sort({ 3, 2, 1 }, function() while true do end end)",
      "string.gsub('x', 'x', function() while true do end end)",
      "while true do text 'x' end", "while true do utf8.len 'some text' end", "goto a ::a:: goto a",
    ])
  func endlessWorkRunsOutOfFuel(mode: Isolation, source: String) {
    var limits = Limits()
    limits.fuel = 3_000_000
    #expect(trip(source, mode, limits: limits) == .fuel)
  }

  @Test(arguments: modes) func allocatingForEverRunsOutOfMemory(mode: Isolation) {
    var limits = Limits()
    limits.memory = 16 << 20
    #expect(trip("local t = {} while true do t = { t } end", mode, limits: limits) == .memory)
    #expect(
      trip("local f = type while true do local g = f f = function() return g end end", mode, limits: limits) == .memory)
  }

  @Test func manyShortStringsAreNoHugeTable() throws {
    #expect(try run("local n = 0 for i = 1, 300000 do n = n + #('k' .. i) end return n") == [1_988_895])
  }

  @Test func workOnHugeStringsCostsMore() {
    var limits = Limits()
    limits.fuel = 3_000_000
    limits.wallClock = .seconds(60)
    let strings = "local a, b = ('x'):rep(2^18), ('x'):rep(2^18 - 1) .. 'x'"
    #expect(trip("\(strings) while true do local equal = a == b end", limits: limits) == .fuel)
    #expect(trip("\(strings) while true do local less = a < b end", limits: limits) == .fuel)
  }

  @Test(arguments: modes) func hugeStringsAndTablesTrip(mode: Isolation) {
    #expect(trip("local s = 'x' while true do s = s .. s end", mode) == .stringBytes)
    #expect(trip("local t = {} for i = 1, 1e7 do t[i] = i end", mode) == .blockBytes)
    #expect(trip("local t = {} for i = 1, 1e7 do t['k' .. i] = i end", mode) == .blockBytes)
  }

  @Test(arguments: [
    "('x'):rep(1e9)", "('x'):rep(math.maxinteger)", "('x'):rep(1 << 31, ('y'):rep(1 << 17))",
    "('x'):rep(2^18):gsub('x', 'yy')", "table.concat({ ('x'):rep(2^18), 'y' })", "('x'):rep(2^18):gsub('.*', '%0%0')",
  ])
  func functionsThatWouldMakeHugeStringsAreErrors(expression: String) {
    #expect(message("return \(expression)").contains("a string has at most 262144"))
  }

  @Test func unpackAndByteRefuseMoreThanTheStackHolds() {
    #expect(message("table.unpack({}, 1, math.maxinteger)").contains("too many results"))
    #expect(message("table.unpack({}, math.mininteger, math.maxinteger)").contains("too many results"))
    #expect(
      message(
        "local s = ('x'):rep(2^18) return #{ s:byte(1, -1), s:byte(1, -1), s:byte(1, -1), s:byte(1, -1), s:byte(1, -1) }"
      ) != "")
  }

  @Test(arguments: modes) func aTripCannotBeCaught(mode: Isolation) {
    var limits = Limits()
    limits.fuel = 100_000
    let host = Stage()
    #expect(trip("pcall(function() while true do end end) text 'caught'", mode, limits: limits) == .fuel)
    #expect(
      trip("pcall(string.find, ('a'):rep(1000), ('a*'):rep(50) .. 'b') text 'caught'", mode, limits: limits) == .fuel)
    #expect(host.calls.isEmpty)
  }

  @Test(arguments: modes) func slowWorkEndsAtTheWallClock(mode: Isolation) {
    var limits = Limits()
    limits.fuel = .max
    limits.wallClock = .milliseconds(50)
    #expect(trip("while true do end", mode, limits: limits) == .wallClock)
  }

  @Test func tooMuchDataForAMessageIsAnError() {
    #expect(
      message("local t = {} for i = 1, 5 do t[i] = ('x'):rep(2^18) end\necho(t)").hasPrefix("a.lua:2: too much data"))
    #expect(message("local t = { 1 } for i = 1, 30 do t = { t, t, t, t } end\necho(t)").contains("too much data"))
    #expect(message("local t = {} for i = 1, 40 do t = { t } end\necho(t)").contains("nested more than 32 deep"))
  }

  @Test func aReplyThatIsTooLongIsAFailureNotAHang() throws {
    struct Flood: Host {
      func respond(to call: Call, in evaluation: Evaluation) -> [Value] {
        [.string(String(repeating: "x", count: 1 << 19))]
      }
    }
    guard case .tripped(let trip)? = failure("return #text()", host: Flood()) else { return #expect(Bool(false)) }
    #expect(trip.limit == .stringBytes)
  }
}
