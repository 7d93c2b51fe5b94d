import Testing

@testable import Worker

@Suite struct HandleTests {
  @Test(arguments: modes) func operatorsMethodsAndPropertiesAreCalls(mode: Isolation) throws {
    let host = Stage()
    let source = """
      local a, b = text "a", text "b"
      local c = a .. b
      local d = a .. "x"
      local e = 2 * a
      local f = -a + #b / a("y") - 1
      return a:trim(1, 2), a.duration, "x" + a
      """
    #expect(try run(source, mode, host: host)[1] == 2.5)
    let clip = { Value.handle(Handle(kind: "clip", id: $0)) }
    let expected: [(String, [Value])] = [
      ("text", ["a"]), ("text", ["b"]), ("clip:__concat", [clip(1), clip(2)]), ("clip:__concat", [clip(1), "x"]),
      ("clip:__mul", [2, clip(1)]), ("clip:__unm", [clip(1)]), ("clip:__len", [clip(2)]),
      ("clip:__call", [clip(1), "y"]),
      ("clip:__div", [clip(7), clip(8)]), ("clip:__add", [clip(6), clip(9)]), ("clip:__sub", [clip(10), 1]),
      ("clip:trim", [clip(1), 1, 2]), ("clip.duration", [clip(1)]), ("clip:__add", ["x", clip(1)]),
    ]
    #expect(host.calls.map(\.operation) == expected.map(\.0))
    #expect(host.calls.map(\.arguments) == expected.map(\.1))
  }

  @Test func handlesAreEqualByKindAndId() throws {
    struct Same: Host {
      func respond(to call: Call, in evaluation: Evaluation) -> [Value] { [.handle(Handle(kind: "clip", id: 5))] }
    }
    #expect(
      try run("local t = { [text 'a'] = 1 } return text 'a' == text 'b', t[text 'c'], text 'a' == 5", host: Same()) == [
        true, 1, false,
      ])
  }

  @Test(arguments: [
    ("local c = text 'x' c.duration = 1", "a clip cannot be changed"),
    ("local c = text 'x' return c[1]", "a clip has no element [1]"),
    ("local p = param.text 'x' return p .. 'y'", "attempt to concatenate a param value (local 'p')"),
    ("local p = param.text 'x' p()", "attempt to call a param value"),
    ("for k in pairs(text 'x') do end", "table expected, got clip"),
    ("return text 'x' < text 'y'", "attempt to compare two clip values"),
    ("rng(1).number()", "call a method of an rng with ':'"), ("rng(1).number(text 'x')", "call a method of an rng"),
    ("local r = rng(1) r.x = 1", "attempt to index a rng value"),
  ])
  func handlesCannotBeForgedOrMisused(source: String, words: String) {
    #expect(message(source).contains(words))
  }

  @Test func methodsOfTheWrongReceiverAreTheHostsToRefuse() throws {
    let host = Stage()
    try run("local trim = text('x').trim return trim(1)", host: host)
    #expect(host.calls.last?.arguments == [1])
  }

  @Test(arguments: modes) func concatenationIsRightAtEveryStackDepth(mode: Isolation) throws {
    // liblua 5.4.4 keeps a pointer into the stack over a concatenation that makes the stack grow.
    struct Join: Host {
      func respond(to call: Call, in evaluation: Evaluation) -> [Value] {
        guard call.operation == "clip:__concat" else { return [.handle(Handle(kind: "clip", id: 1))] }
        let sum = call.arguments.reduce(UInt32(0)) { if case .handle(let handle) = $1 { $0 + handle.id } else { $0 } }
        return [.handle(Handle(kind: "clip", id: sum))]
      }
    }
    let source = """
      local one = text "x"
      local three = one .. one .. one
      local function deep(n, ...)
        local joined = one .. one .. one
        if joined ~= three then error("wrong at " .. n) end
        if n == 0 then return end
        return deep(n - 1, n, ...), nil
      end
      for _, start in pairs { 1, 7, 13 } do deep(start * 25) end
      return "right"
      """
    #expect(try run(source, mode, host: Join()) == ["right"])
  }
}
