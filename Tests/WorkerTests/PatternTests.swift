import Testing

@testable import Worker

/// Expectations are stock Lua 5.4's.
@Suite struct PatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var expression: String
    var results: [Value]
    var testDescription: String { expression }

    init(_ expression: String, _ results: Value...) {
      self.expression = expression
      self.results = results
    }
  }

  @Test(arguments: [
    Case("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key", "value"),
    Case("('THE (quick) fox'):find('%((%a+)%)')", 5, 11, "quick"),
    Case("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
    Case("('THE (quick) fox'):gsub('%f[%a]%a+', string.lower)", "the (quick) fox", 3),
    Case("('abc'):gsub('', '-')", "-a-b-c-", 4),
    Case("('hello world'):gsub('(%w+)', '<%1>', 1)", "<hello> world", 1),
    Case("('hello'):gsub('l+', { ll = 'LL' })", "heLLo", 1),
    Case("('x = 1'):gsub('%d', function() return nil end)", "x = 1", 1),
    Case("('  trim  '):match('^%s*(.-)%s*$')", "trim"),
    Case("('a.b'):find('.', 2, true)", 2, 2),
    Case("('abc'):find('b', -1)", nil),
    Case("('abc'):find('', 10)", nil),
    Case("('abc'):find('', 4)", 4, 3), Case("('abc'):find('b', math.mininteger)", 2, 2),
    Case("('abc'):find('b', math.maxinteger)", nil),
    Case("('\\'quoted\\''):match([[(['\"])(.-)%1]])", "'", "quoted"),
    Case("('alo'):match('()ll()')", nil),
    Case("('flaaap'):match('()aaa()')", 3, 6),
    Case("('[]]'):match('[]]+')", "]]"),
    Case("('a-z'):match('[a%-z]+')", "a-z"),
    Case("('x^y'):match('[%^x]+')", "x^"),
    Case("('äöü'):gsub('[\\128-\\255]', '')", "", 6),
    Case("('one two'):gsub('%w+', '%0 %0', 1)", "one one two", 1),
    Case("('$100'):match('%$(%d+)')", "100"),
    Case("('a$'):match('a$')", nil),
    // Of Lua 5.1, and still understood.
    Case("('abc\\0def'):find('%z')", 4, 4), Case("('\\0a'):find('%f[^%z]')", 2, 1),
    Case("('aaa'):match('^(a-)$')", "aaa"),
    Case("('ab12'):match('%a?%a?%a?(%d*)')", "12"),
  ])
  func patternsMatchAsLuasDo(_ claim: Case) throws {
    #expect(try run("return \(claim.expression)") == claim.results)
  }

  @Test func gmatchWalksAllMatches() throws {
    #expect(
      try run(
        "local r = {} for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do r[#r + 1] = k .. v end return table.concat(r, ' ')"
      ) == ["a1 b2"])
    #expect(try run("local n = 0 for _ in ('abc'):gmatch('') do n = n + 1 end return n") == [4])
  }

  @Test(arguments: [
    ("(", "unfinished capture"), (")", "invalid pattern capture"), ("[a", "missing ']'"), ("%", "ends with '%'"),
    ("%1", "invalid capture index"), ("(%1)", "invalid capture index"), ("%f", "missing '['"),
    ("%b(", "missing arguments"),
  ])
  func malformedPatternsAreErrors(pattern: String, words: String) {
    #expect(message("return ('x'):match('\(pattern)')").contains(words))
  }

  @Test(arguments: [
    "('a'):rep(30000):find(('a*'):rep(30) .. 'b')", "('a'):rep(200000):find('.-.-.-.-b')",
    "('('):rep(200000):gsub('%b()', '')", "('x'):rep(200000):find(('x?'):rep(1000) .. ('x'):rep(1000) .. 'y')",
  ])
  func catastrophicPatternsRunOutOfFuel(expression: String) {
    var limits = Limits()
    limits.fuel = 10_000_000
    #expect(trip("return \(expression)", limits: limits) == .fuel)
  }

  @Test(arguments: [
    Case(
      "('%5.2f|%-5d|%05d|%x|%q'):sub(1, 3) .. string.format('%5.2f|%-5d|%05d|%x', 1.5, 3, 4, 255)",
      "%5. 1.50|3    |00004|ff"),
    Case("string.format('%10s|%-10s|%.2s|%%', 'ab', 'cd', 'xyz')", "        ab|cd        |xy|%"),
    Case("string.format('%g %e %a %c', 0.1, 12345.678, 1, 65)", "0.1 1.234568e+04 0x1p+0 A"),
    Case("string.format('%s %s %s', nil, true, 1.0)", "nil true 1.0"),
    Case("#string.format('%.99f', -1.7976931348623157e308)", 410),
    Case("#string.format('%99.99f', 1e308)", 409),
    Case("string.format('%u %-5.3u|%5.1s|%-3c|', -1, 7, 'abc', 65)", "18446744073709551615 007  |    a|A  |"),
  ])
  func formatWritesAsLuaDoes(_ claim: Case) throws {
    #expect(try run("return \(claim.expression)") == claim.results)
  }

  /// C leaves open what these mean.
  @Test(arguments: ["%05s", "%#d", "%.3c", "%010c", "%+x", "% u", "%0.34s", "%F", "%1.100d", "%5", "%....d"])
  func formatRefusesWhatLibrariesDifferIn(specification: String) {
    #expect(message("string.format('\(specification)', 65)").contains("string.format: "))
  }

  @Test func formatRefusesWhatItDoesNotKnow() {
    #expect(message("string.format('%p', {})").contains("invalid conversion '%p'"))
    #expect(message("string.format('%100d', 1)").contains("conversion"))
    #expect(message("string.format('%')").contains("ends inside"))
    #expect(message("string.format('%d')").contains("bad argument #2 to 'format'"))
  }
}
