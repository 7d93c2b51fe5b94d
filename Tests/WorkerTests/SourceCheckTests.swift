import Testing

@testable import Worker

@Suite struct SourceCheckTests {
  func refusal(_ source: [UInt8]) -> String? {
    do {
      _ = try SourceCheck.checked(source, name: "a.lua", limits: Limits())
      return nil
    } catch {
      return error.description
    }
  }

  func refusal(_ source: String) -> String? { refusal(Array(source.utf8)) }

  @Test func ordinarySourcePasses() {
    #expect(
      refusal(
        "local t = { [1] = 'a', b = [[x\ny]] } -- comment\nreturn t.b:upper() .. \"\\\"\" --[==[ ] ]] ]==] .. '' .. 1e-5 .. 0x1p+4"
      ) == nil)
    #expect(refusal(String(repeating: "x.y = f(1)\n", count: 5000)) == nil)
    #expect(
      refusal(
        String(
          repeating: "if a then b() elseif c then d() else e() end for i = 1, 2 do end while x do end repeat until y\n",
          count: 500)) == nil)
    #expect(refusal("return " + String(repeating: "a.b + ", count: 5000) + "1") == nil)
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try run("\u{FEFF}return 1") == [1])
  }

  @Test func sizeTextAndZeroesAreChecked() {
    #expect(
      refusal(String(repeating: " ", count: 131_073))
        == "a.lua: the recipe has 131073 bytes; at most 131072 are allowed")
    #expect(
      refusal(Array("x = 1\nx = '".utf8) + [0xFF, 0x27])
        == "a.lua:2: the recipe is not UTF-8 text here; save it as UTF-8")
    #expect(refusal("x = 1\n\nx = '\0'") == "a.lua:3: the recipe contains a zero byte")
    #expect(refusal([0x1B] + Array("Lua".utf8)) == nil)
    #expect(message("\u{1B}Lua").contains("attempt to load a binary chunk"))
  }

  @Test(arguments: [".x", ". x", " --c\n.x", "[1]", "()", "'s'", "{}", "[[s]]", ":x()", "\n.\nx"])
  func longChainsAreRefused(link: String) {
    #expect(refusal("\nreturn t" + String(repeating: link, count: 251))?.contains("in a row") == true)
    #expect(refusal("\nreturn t" + String(repeating: link, count: 120)) == nil)
  }

  @Test func chainsInsideBracketsDoNotHideTheOuterOne() {
    #expect(refusal("return t" + String(repeating: "[a.b + 1]", count: 251))?.contains("in a row") == true)
  }

  @Test(arguments: [
    ("(", ")"), ("{", "}"), ("f(", ")"), ("t[", "]"), ("function() return ", " end"),
    ("function() if x then return ", " end end"),
  ])
  func deepNestingIsRefused(open: String, close: String) {
    let deep = { String(repeating: open, count: $0) + "1" + String(repeating: close, count: $0) }
    #expect(refusal("return " + deep(101))?.contains("inside one another") == true)
    #expect(refusal("return " + deep(40)) == nil)
  }

  @Test func hugeLiteralsAreRefused() {
    #expect(
      refusal("return '" + String(repeating: "x", count: 65_537) + "'") == "a.lua:1: a string of more than 65536 bytes")
    #expect(refusal("return\n[[" + String(repeating: "x", count: 65_537) + "]]")?.contains("a string of more") == true)
    #expect(refusal("return " + String(repeating: "1", count: 256))?.contains("256 bytes") == true)
  }

  @Test func brokenSourceIsLuasToRefuse() {
    for source in [
      "'", "\"\\", "[[", "[==[ ]=]", "--[[", ")))", "end end", "...", "a..", "::", "\u{7F}", "x = 'a\nb'", "'\\",
    ] {
      #expect(refusal(source) == nil)
      guard case .syntax? = failure(source) else { Issue.record("\(source) passed"); continue }
    }
  }

  @Test func deepOperatorsAreAnErrorNotAnOverflow() {
    for source in [
      "return " + String(repeating: "not ", count: 30_000) + "1",
      "return " + String(repeating: "- ", count: 60_000) + "1",
      "return " + String(repeating: "1 .. ", count: 20_000) + "1",
      "return " + String(repeating: "2 ^ ", count: 30_000) + "1",
    ] {
      guard case .syntax? = failure(source, .standard) else { Issue.record("passed"); continue }
    }
  }
}
