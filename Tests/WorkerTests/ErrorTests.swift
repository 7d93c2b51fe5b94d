import Testing

@testable import Worker

@Suite struct ErrorTests {
  @Test(arguments: modes) func syntaxErrorsHaveTheirLine(mode: Isolation) {
    guard case .syntax(let error)? = failure("local x = 1\nreturn (x", mode) else { return #expect(Bool(false)) }
    #expect(error.place == Place(chunk: "a.lua", line: 2))
    #expect(error.message == "')' expected near <eof>")
  }

  @Test(arguments: modes) func runTimeErrorsHaveLuasWordsAndATraceback(mode: Isolation) {
    let source =
      "local function inner(x)\n  return x.y\nend\nlocal function outer() local r = inner(nil) return r end\nouter()"
    guard case .runtime(let error)? = failure(source, mode) else { return #expect(Bool(false)) }
    #expect(error.description == "a.lua:2: attempt to index a nil value (local 'x')")
    let frames: [ScriptError.Frame] = [
      .init(line: 2, function: "inner"), .init(line: 4, function: "outer"), .init(line: 5, function: "main chunk"),
    ]
    #expect(error.traceback == frames)
  }

  @Test(arguments: modes) func aTailCalledFunctionOfTheHostHasTheRightLine(mode: Isolation) throws {
    let host = Stage()
    try run("\n\nreturn text 'x'", mode, host: host)
    #expect(host.calls == [Call(operation: "text", arguments: ["x"], place: Place(chunk: "a.lua", line: 3))])
  }

  @Test(arguments: modes) func unknownNamesGoThroughTheHost(mode: Isolation) {
    let host = Stage()
    #expect(
      message("local c = text 'x'\nreturn c:trm(1)", mode, host: host)
        == "a.lua:2: there is no 'trm'; did you mean 'text'?")
    #expect(message("\nreturn txet 'x'", mode, host: host) == "a.lua:2: there is no 'txet'; did you mean 'text'?")
    #expect(host.unknowns == ["clip.trm", "txet"])
  }

  @Test(arguments: modes) func theHostsOwnErrorComesBackAsItWas(mode: Isolation) {
    guard case .host(let error, let place)? = failure("local x\nrefuse()", mode) else { return #expect(Bool(false)) }
    #expect(error as? Refusal == Refusal(message: "nothing of the kind"))
    #expect(place == Place(chunk: "a.lua", line: 2))
  }

  @Test func aHostsErrorThatTheRecipeCatchesIsAMessage() throws {
    #expect(try run("return pcall(refuse)") == [false, "a.lua:1: nothing of the kind"])
    #expect(try run("return select(2, pcall(function()\n refuse() end))") == ["a.lua:2: nothing of the kind"])
  }

  @Test func aHostsErrorThatIsRaisedAgainIsStillTheHosts() {
    guard case .host(let error, _)? = failure("local _, e = pcall(refuse) error(e, 0)") else {
      return #expect(Bool(false))
    }
    #expect(error is Refusal)
  }

  @Test(arguments: [
    ("error()", "a nil"), ("error({})", "a table"), ("error(text 'x')", "a clip"), ("error(print)", "no 'print'"),
    ("error(true)", "a boolean"), ("error(42)", "a number"),
  ])
  func errorValuesThatAreNoMessagesAreNamed(source: String, word: String) {
    #expect(message(source).contains(word))
  }

  @Test func aHugeMessageIsCut() {
    guard case .runtime(let error)? = failure("error(('x'):rep(200000), 0)") else { return #expect(Bool(false)) }
    #expect(error.message == String(repeating: "x", count: 1024))
    #expect(error.place.line == 1)
  }

  @Test func levelsOfErrorPointAtTheCaller() {
    #expect(message("local function check(x)\n error('bad', 2)\nend\ncheck(1)") == "a.lua:4: bad")
  }

  @Test(arguments: modes) func endlessRecursionEndsWithItsPlace(mode: Isolation) {
    #expect(trip("local function f() return 1 + f() end f()", mode) == .stack)
    #expect(trip("local function f() return 1 + f() end pcall(f)", mode) == .stack)
    #expect(
      message("\nlocal function f() return 1 + f() end f()", mode).hasPrefix(
        "a.lua:2: functions call one another too deeply"))
  }

  @Test func recursionThroughFunctionsInCIsAnErrorOfTheRecipe() {
    #expect(message("local s = 'x' local function f() return (s:gsub('x', f)) end f()").contains("stack overflow"))
  }

  @Test func longNamesDoNotHideTheLine() throws {
    let name = String(repeating: "långt-", count: 30) + ".lua"
    do {
      try Evaluator(isolation: .inProcess).evaluate(
        source: "\nerror 'x'", name: name, vocabulary: Vocabulary(), host: Stage()
      ) { _, _ in }
    } catch {
      #expect(error.description == "\(name):2: x")
    }
  }

  @Test(arguments: [
    ("echo(0/0)", "echo: argument 1 is nan, not a finite number"),
    ("text('x', { size = { 1, 1/0 } })", "text: argument 2.size[2] is inf, not a finite number"),
    ("text('x'):trim(-1/0)", "clip:trim: argument 1 is -inf, not a finite number"),
    ("echo '\\xff'", "echo: argument 1 is not UTF-8 text"),
  ])
  func whatIsNoDataIsRefusedWithItsPath(source: String, words: String) {
    #expect(message("\n\(source)") == "a.lua:2: \(words)")
  }

  @Test func minusZeroBecomesZero() throws {
    guard case .number(let zero)? = try run("return -0.0").first else { return #expect(Bool(false)) }
    #expect(zero.sign == .plus)
  }

  @Test func returnedValuesAreCheckedToo() {
    #expect(message("return { x = 0/0 }") == "a.lua: result 1.x is nan, not a finite number")
    #expect(message("local t = {} t.t = t return t").contains("holds itself"))
    #expect(message("echo(rng(1))").contains("a rng cannot be given here"))
  }
}
