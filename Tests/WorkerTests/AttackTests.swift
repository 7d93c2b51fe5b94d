import Confinement
import Foundation
import Synchronization
import Testing

@testable import Worker

/// The attacks of a stranger's recipe, against the worker as it is shipped and its standard limits: none comes to anything, and
/// each ends soon and without much memory.
@Suite(.serialized) struct AttackTests {
  /// Watches how large the worker becomes.
  final class Witness: Worker.Host {
    private let stage = Stage()
    private var watch: Watch?
    var peak: Int { watch?.peak.load(ordering: .relaxed) ?? 0 }

    func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
      if watch == nil, let worker = evaluation.worker as? WorkerProcess { watch = Watch(worker.pid) }
      return try stage.respond(to: call, in: evaluation)
    }
  }

  /// Asks the system every few milliseconds, until the process is gone. (What it says afterwards, it says of the host, too.)
  final class Watch: Sendable {
    /// Bytes in memory at once, at the most.
    let peak = Atomic<Int>(0)

    init(_ process: pid_t) {
      note(process)
      Thread.detachNewThread { while self.note(process) { usleep(3000) } }
    }

    @discardableResult private func note(_ process: pid_t) -> Bool {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kibibytes = Int(line.filter(\.isNumber))
      else { return false }
      peak.max(kibibytes << 10, ordering: .relaxed)
      return true
    }
  }

  struct Attack: CustomTestStringConvertible, Sendable {
    let row: String
    let source: String
    var testDescription: String { "\(row): \(source.prefix(60))" }
  }

  private static let attacks: [Attack] = [
    (
      "code from elsewhere",
      ["load 'return 1'", "load(string.dump(tostring))", "loadstring 'x'", "dofile 'x'", "loadfile 'x'"]
    ),
    (
      "files, programs, modules, environment",
      [
        "os.execute 'id'", "os.getenv 'HOME'", "os.exit(0)", "io.open '/etc/passwd'", "io.popen 'id'", "require 'os'",
        "package.loadlib('libc.so.6', 'system')", "debug.getregistry()", "debug.sethook()", "print 'x'",
        "collectgarbage 'stop'", "coroutine.wrap(function() end)()",
      ]
    ),
    (
      "metatables and what belongs to the host",
      [
        "getmetatable('').__index = nil", "setmetatable({}, { __index = _G })", "rawset(text(), 'x', 1)",
        "text().trim = nil", "text()[1] = 2", "local c = text() c.__index = c", "rawget(text(), '__index')()",
        "next(text())", "for k in pairs(text()) do end",
      ]
    ),
    (
      "finalizers, weak tables, closing",
      [
        "setmetatable({}, { __gc = error })", "setmetatable({}, { __mode = 'k' })",
        "do local c <close> = text() end", "do local c <close> = {} end",
      ]
    ),
    (
      "the stack that grows while clips are joined",
      ["local function deep(n, ...) local c = text() .. text() return deep(n + 1, c, ...) .. c end deep(1)"]
    ),
    (
      "catastrophic patterns",
      [
        "('a'):rep(2000):find(('a*'):rep(30) .. 'b')", "('a'):rep(2^17):match '.-.-.-.-b'",
        "('('):rep(2^17):find '%b()%b()'", "('x'):rep(2^18):gsub('.-', function() return ('y'):rep(100) end)",
        "for i = 1, 1e9 do ('x'):rep(2^17):find('.-y') end",
      ]
    ),
    (
      "loops inside functions of C",
      [
        "table.unpack({}, 1, math.maxinteger)", "table.unpack({}, math.mininteger, math.maxinteger)",
        "table.move({}, 1, math.maxinteger - 1, 2)", "table.concat({}, 'x', 1, math.maxinteger)",
        "local t = {} for i = 1, 60000 do t[i] = i % 7 end while true do table.sort(t, function(a, b) return a < b end) end",
        "while true do table.insert({}, 1, 1) end", "select(math.mininteger, 1)", "while true do ('x'):rep(2^17) end",
        "string.format(('%99d'):rep(1000), 1)", "while true do utf8.len(('x'):rep(2^17)) end",
      ]
    ),
    (
      "big strings",
      [
        "local s = 'x' while true do s = s .. s end", "('x'):rep(2^40)", "('x'):rep(2^17, ('y'):rep(2^17))",
        "local a, b = ('x'):rep(2^18), ('x'):rep(2^18 - 1) .. 'x' while true do local e = a == b end",
        "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(2^17) .. i end", "('%s'):rep(2^10):format(('x'):rep(2^18))",
        "while true do ('x'):rep(2^18):upper():lower():reverse() end",
      ]
    ),
    (
      "memory of every shape",
      [
        "local t = {} while true do t = { t } end", "local t = {} for i = 1, 1e9 do t[i] = {} end",
        "local t = {} for i = 1, 1e9 do t['k' .. i] = {} end",
        "local f = type while true do local g = f f = function() return g end end",
        "local function f(...) return f(1, ...) end f()", "local t = {} for i = 1, 1e9 do t[i] = text() end",
        "local t = {} for i = 1, 1000 do t[i] = {} for j = 1, 60000 do t[i][j] = j end end error 'it all fits'",
        "while true do local t = table.pack(table.unpack({}, 1, 90000)) end",
      ]
    ),
    (
      "catching a limit",
      [
        "while true do pcall(function() while true do end end) end",
        "pcall(function() local s = 'x' while true do s = s .. s end end) error 'caught'",
        "local function f() pcall(f) pcall(f) end f()", "pcall(string.rep, 'x', -1) while true do pcall(error, {}) end",
        "local function f() return f() end pcall(f) error 'caught'",
        "local function f() f() end while true do pcall(f) end",
      ]
    ),
    (
      "errors that are no texts",
      [
        "error {}", "error()", "error(text())", "error(function() end)", "error(('x'):rep(2^18))", "error(0/0)",
        "error(('%s'):rep(1000))", "error '\\0\\1\\2\\255'",
      ]
    ),
    (
      "results and calls that are no data",
      [
        "text(0/0)", "text(1/0)", "text(-1/0)", "local t = {} t.t = t text(t)",
        "text(function() text(nil) end) error 'x'",
        "local t = { 1 } for i = 1, 40 do t = { t, t } end text(t)", "text('\\255\\254')",
        "local t = {} for i = 1, 60000 do t[i] = ('x'):rep(2^10) end text(t)",
      ]
    ),
  ].flatMap { row, sources in sources.map { Attack(row: row, source: $0) } }

  /// 256 MiB for the recipe, and what the system may take besides.
  private static let mostMemory = Limits().memory + 64 << 20

  @Test(arguments: attacks) func anAttackComesToNothing(attack: Attack) throws {
    let witness = Witness()
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(failure("text 'begin' \(attack.source)", .standard, host: witness) != nil)
    }
    #expect(time < Limits().wallClock + .seconds(1))
    #expect(witness.peak > 0 && witness.peak < Self.mostMemory, "\(witness.peak >> 20) MiB")
    // The host goes on.
    #expect(try run("return 1", .standard) == [1])
  }

  /// Sources that are refused before Lua sees them.
  @Test(arguments: [
    [0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00, 0x19, 0x93, 0x0D, 0x0A, 0x1A, 0x0A], Array("return 1\0".utf8),
    Array("return '\u{1}".utf8) + [0xFF, 0xFE] + Array("'".utf8),
    Array(("t" + String(repeating: ".x", count: 20_000)).utf8),
    Array(("return " + String(repeating: "(", count: 30_000)).utf8),
    Array(("return " + String(repeating: "{", count: 30_000)).utf8),
    Array(("x = '" + String(repeating: "y", count: 120_000) + "'").utf8),
    Array(String(repeating: "--\n", count: 50_000).utf8),
    Array(("return " + String(repeating: "-", count: 1) + String(repeating: "not ", count: 30_000) + "1").utf8),
    Array(("return " + String(repeating: "1 ..", count: 30_000) + "1").utf8),
    Array((String(repeating: "do ", count: 30_000)).utf8),
    Array((String(repeating: "function f() ", count: 9_000)).utf8),
  ])
  func aHostileSourceIsAMistake(source: [UInt8]) {
    #expect(throws: EvaluationError.self) {
      try Evaluator().evaluate(source: source, name: "a.lua", vocabulary: Stage.vocabulary, host: Stage()) {
        values, _ in values
      }
    }
  }

  /// An allocation that fails ends the evaluation, whichever it is.
  @Test func everyAllocationMayBeTheLast() throws {
    var limits = Limits()
    let whole = try Evaluator(isolation: .inProcess).evaluate(
      source: LimitTests.busy, name: "a.lua", vocabulary: Stage.vocabulary, host: Stage()
    ) { Int($1.memoryUsed) }
    for memory in stride(from: 0, to: whole, by: 16 * 13) {
      limits.memory = memory
      #expect(trip(LimitTests.busy, limits: limits) == .memory, "with \(memory) bytes")
    }
  }
}
