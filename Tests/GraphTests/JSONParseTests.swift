import Claims
import Graph
import Testing

/// Reading JSON: RFC 8259 for what is JSON, RFC 8785 and RFC 7493 (I-JSON) for what may be relied on.
@Suite struct JSONParseTests {
  private func parse(_ text: String) throws -> CanonicalJSON { try CanonicalJSON(parsing: Array(text.utf8)) }

  @Test func whatWasWrittenIsReadBack() throws {
    try always(runs: 2000) {
      $0.json(depth: 4) { $0.finite() }
    } holds: { json in
      let text = Array(json.text.utf8)
      let read = try CanonicalJSON(parsing: text)
      return read == json && Array(read.text.utf8) == text
    }
  }

  @Test func theSampleOfTheStandardBecomesCanonical() throws {
    // RFC 8785, section 3.2.2, and the result in 3.2.3.
    let sample = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let canonical =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(try parse(sample).text == canonical)
  }

  @Test func everyNumberIsTheNearestOne() throws {
    try always(runs: 5000) {
      $0.finite()
    } holds: { number in
      // Seventeen digits are more than enough, and not canonical.
      let text = "\(number)".contains("e") ? "\(number)" : "\(number)e0"
      return try CanonicalJSON(parsing: Array(text.utf8)) == .number(number)
    }
  }

  @Test(arguments: [
    ("\"\\ud83d\\ude00\"", "\u{1f600}"), ("\"\\uD834\\uDD1E\"", "\u{1d11e}"), ("\"\\u0000\"", "\0"),
    ("\"\\uFFFF\"", "\u{ffff}"), ("\"/\\/\"", "//"), ("\"\u{7f}\"", "\u{7f}"), ("\"\u{10ffff}\"", "\u{10ffff}"),
  ])
  func textsMeanWhatTheStandardSays(text: String, meaning: String) throws {
    #expect(try parse(text) == .string(meaning))
  }

  @Test(arguments: [
    ("-0", 0.0), ("-0.0e5", 0), ("1E+2", 100), ("0.1e1", 1), ("9007199254740993", 9_007_199_254_740_992), ("1e-400", 0),
  ])
  func numbersMeanWhatTheStandardSays(text: String, meaning: Double) throws {
    #expect(try parse(text).text == CanonicalJSON.number(meaning).text)
  }

  @Test(arguments: [
    "", " ", "nul", "truee", "[1,]", "[,1]", "[1 2]", "[1", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{\"a\":1 \"b\":2}",
    "{,}",
    "01", "-", "-a", "+1", ".5", "1.", "1.e3", "1e", "1e+", "0x10", "1_0", "NaN", "Infinity", "1e999", "-1e999", "'a'",
    "\"a", "\"\\\"", "\"\\x41\"", "\"\\u12\"", "\"\\u+123\"", "\"\\u123g\"", "\"\u{1}\"", "\"\n\"", "1 2", "{} []",
    "\u{feff}1", "[1]\u{0}", "\u{a0}1", "//\n1", "\"\\u１２３４\"",
    // Half pairs.
    "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800x\"", "\"\\ud800\\n\"", "\"\\ud800\\ud800\"", "\"\\udc00\\ud800\"",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: CanonicalJSON.Mistake.self) { try parse(text) }
  }

  @Test(
    arguments: [
      [0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xe2, 0x82, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0xff], [0x22, 0x80, 0x22],
    ] as [[UInt8]])
  func whatIsNoUTF8IsRefused(bytes: [UInt8]) {
    #expect(throws: CanonicalJSON.Mistake.self) { try CanonicalJSON(parsing: bytes) }
  }

  @Test(arguments: [
    #"{"a":1,"a":1}"#, #"{"a":1,"b":2,"\u0061":3}"#, "{\"\u{e9}\":1,\"e\u{301}\":2}", #"{"b":{"a":1,"a":1}}"#,
  ])
  func aNameThatStandsTwiceIsRefused(text: String) throws {
    let mistake = #expect(throws: CanonicalJSON.Mistake.self) { try parse(text) }
    #expect(try #require(mistake).problem.contains("stands twice"))
  }

  @Test func depthAndSizeAreBounded() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try parse(deep)
    #expect(throws: CanonicalJSON.Mistake.self) { try parse("[" + deep + "]") }
    #expect(throws: CanonicalJSON.Mistake.self) { try parse(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: CanonicalJSON.Mistake.self) { try CanonicalJSON(parsing: Array("[1,2]".utf8), atMost: 4) }
    #expect(try CanonicalJSON(parsing: Array("[1,2]".utf8), atMost: 5) == .array([.number(1), .number(2)]))
  }

  @Test func aMistakeSaysWhereItIs() throws {
    let mistake = #expect(throws: CanonicalJSON.Mistake.self) { try parse(#"{"a": 01}"#) }
    #expect(try #require(mistake).offset == 7)
    #expect(try #require(mistake).problem == "a comma or } is missing")
  }

  @Test func noChangedByteTrapsTheReader() throws {
    try always(runs: 3000) { draws in
      var bytes = Array(draws.json { $0.finite() }.text.utf8)
      for _ in 0..<draws.int(1...3) { bytes[draws.int(0...bytes.count - 1)] = UInt8(draws.int(0...255)) }
      return bytes
    } holds: { bytes in
      guard let json = try? CanonicalJSON(parsing: bytes) else { return true }
      return try CanonicalJSON(parsing: Array(json.text.utf8)) == json
    }
  }
}
