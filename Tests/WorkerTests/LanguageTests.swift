import Testing

@testable import Worker

@Suite struct LanguageTests {
  @Test(arguments: modes) func aRecipeReturnsData(mode: Isolation) throws {
    let values = try run("return nil, true, 1, 1.5, 'two', { 3, 4, x = 'y', [true] = 0, [-1] = 9, [2.5] = 8 }", mode)
    let fields: [Table.Field] = [
      .init(key: true, value: 0), .init(key: -1, value: 9), .init(key: 2.5, value: 8), .init(key: "x", value: "y"),
    ]
    #expect(values == [nil, true, 1, 1.5, "two", .table(Table(array: [3, 4], fields: fields))])
  }

  @Test(arguments: modes) func globalsMayBeAssigned(mode: Isolation) throws {
    #expect(try run("x = 2 function f() return x * 21 end return f()", mode) == [42])
  }

  @Test(arguments: [
    "load", "loadstring", "dofile", "require", "setmetatable", "getmetatable", "rawset", "rawget", "coroutine", "debug",
    "os", "io", "package", "collectgarbage", "print", "_G", "next",
  ])
  func whatIsDangerousIsNotThere(name: String) {
    #expect(message("return \(name)") == "a.lua:1: there is no '\(name)'; did you mean 'text'?")
  }

  @Test(arguments: ["string.dump", "string.pack", "math.random", "math.randomseed", "table.foo", "param.txt"])
  func librariesAskTheHostAboutNamesTheyDoNotHave(name: String) {
    let host = Stage()
    _ = message("return \(name)", host: host)
    #expect(host.unknowns == [name])
  }

  @Test func standardNamesAreThoseThatRecipesFind() throws {
    for (library, names) in StandardNames.members {
      let table =
        library == "rng"
        ? "" : "local names = {} for name in pairs(\(library)) do names[#names + 1] = name end return names"
      guard library != "rng" else { continue }
      #expect(try run(table) == [.table(Table(array: names.map(Value.string)))])
    }
    let known = StandardNames.globals.map { "type(\($0))" }.joined(separator: ", ")
    #expect(try run("return \(known)").count == StandardNames.globals.count)
    #expect(
      try run("local r = rng(1) return type(r.choice), type(r.integer), type(r.number)") == [
        "function", "function", "function",
      ])
  }

  @Test(arguments: modes) func pairsWalksBooleansThenNumbersThenStrings(mode: Isolation) throws {
    let source = """
      local seen = {}
      local t = { z = 1, ["\u{e9}"] = 1, a = 1, [""] = 1, ab = 1, [10] = 1, [9.5] = 1, [-3] = 1, [1e300] = 1, [true] = 1, [false] = 1 }
      for key in pairs(t) do seen[#seen + 1] = tostring(key) end
      return table.concat(seen, " ")
      """
    #expect(try run(source, mode) == ["false true -3 9.5 10 1e+300  a ab z \u{e9}"])
  }

  @Test func pairsComparesIntegersAndFloatsExactly() throws {
    let source = """
      local t = { [math.maxinteger] = 1, [2^63] = 2, [2^53] = 3, [math.mininteger] = 4, [-2^64] = 5 }
      local values = {}
      for _, value in pairs(t) do values[#values + 1] = value end
      return table.concat(values, ",")
      """
    #expect(try run(source) == ["5,4,3,1,2"])
  }

  @Test func pairsPassesOverWhatWasTakenAwayMeanwhile() throws {
    #expect(
      try run("local t, n = { a = 1, b = 2, c = 3 }, 0 for k in pairs(t) do t.b = nil n = n + 1 end return n") == [2])
  }

  @Test func pairsGivesWhatLuasDoes() throws {
    #expect(
      try run("local t = {} local step, state, first = pairs(t) return type(step), state == t, first")
        == ["function", true, nil])
  }

  @Test func numbersInABaseHaveASign() throws {
    let source = "return tonumber(' +1Z ', 36), tonumber('-ff', 16), tonumber('+', 10), tonumber('+-1', 10)"
    #expect(try run(source) == [71, -255, nil, nil])
  }

  @Test func keysWithoutAnOrderAreAnError() {
    #expect(
      message("local t = { [{}] = 1 }\nfor k in pairs(t) do end").hasPrefix("a.lua:2: a table as a key has no place"))
    #expect(message("return { [text 'x'] = 1 }").contains("a clip as a key"))
  }

  @Test func textFormsShowNoAddress() throws {
    let source =
      "return tostring({}), tostring(type), tostring(text 'x'), tostring(rng(1)), tostring(0/0), string.format('%s %f', {}, 0/0)"
    #expect(try run(source) == ["table", "function", "clip", "rng", "nan", "table nan"])
  }

  @Test func sortingIsStableAndSurvivesNonsense() throws {
    let source = """
      local t = {}
      for i = 1, 200 do t[i] = { key = i * 7 % 10, order = i } end
      table.sort(t, function(a, b) return a.key < b.key end)
      for i = 2, 200 do
        if t[i - 1].key == t[i].key then assert(t[i - 1].order < t[i].order) else assert(t[i - 1].key < t[i].key) end
      end
      table.sort(t, function() return true end)
      local before = { 3, 1, 2 }
      assert(not pcall(table.sort, before, function() error "no" end))
      return table.concat(before, ",")
      """
    #expect(try run(source) == ["3,1,2"])
  }

  @Test func stringArithmeticWorksAsInLua() throws {
    #expect(try run("return '10' + 5, -'2', '0x10' * 2, 10 .. 20, '7' // 2") == [15, -2, 32, "1020", 3])
    #expect(message("return 'ten' + 1") == "a.lua:1: attempt to perform arithmetic on a string and a number")
  }

  @Test func chanceIsXoshiroFromASplitMixSeed() throws {
    // The first output for seed 0, as the generator's authors' code gives it.
    let first = Double(UInt64(0x99EC_5F36_CB75_F2B4) >> 11) * 0x1p-53
    #expect(try run("return rng(0):number()") == [.number(first)])
    let source = """
      local r, seen = rng(7), {}
      for i = 1, 1000 do local n = r:integer(-2, 2) seen[n] = (seen[n] or 0) + 1 end
      for n = -2, 2 do assert(seen[n] > 120) end
      assert(r:integer(5, 5) == 5 and r:integer(math.mininteger, math.maxinteger))
      return r:choice { "only" }
      """
    #expect(try run(source) == ["only"])
    #expect(message("rng()").contains("rng takes a whole number as its seed"))
  }
}
