import Claims
import Foundation
import Graph
import Testing

@Test func stringsAreEscapedAsInTheStandard() {
  // RFC 8785, section 3.2.2: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/".
  let sample = "\u{20ac}$\u{F}\u{A}A'\u{42}\u{22}\u{5c}\\\"/"
  #expect(CanonicalJSON.string(sample).text == #""€$\u000f\nA'B\"\\\\\"/""#)
}

@Test func controlCharactersHaveTheirShortForms() {
  let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(UnicodeScalar.init)))
  let text =
    #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015"#
    + #"\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
  #expect(CanonicalJSON.string(controls).text == text)
  #expect(CanonicalJSON.string("\u{7f}\u{2028}").text == "\"\u{7f}\u{2028}\"")
}

@Test func membersAreSortedByUTF16() {
  // RFC 8785, section 3.2.3.
  let members: [String: CanonicalJSON] = [
    "\u{20ac}": .string("Euro Sign"), "\r": .string("Carriage Return"),
    "\u{fb33}": .string("Hebrew Letter Dalet With Dagesh"), "1": .string("One"),
    "\u{1f600}": .string("Emoji: Grinning Face"), "\u{80}": .string("Control"),
    "\u{f6}": .string("Latin Small Letter O With Diaeresis"),
  ]
  let order = [
    "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]
  let text = CanonicalJSON.object(members).text
  let places = order.compactMap { text.range(of: $0)?.lowerBound }
  #expect(places.count == order.count)
  #expect(places == places.sorted())
}

@Test func theSampleObjectOfTheStandardComesOutByteForByte() {
  // RFC 8785, sections 3.2.2 to 3.2.4.
  let sample = CanonicalJSON.object([
    "numbers": .array([333333333.33333329, 1e30, 4.50, 2e-3, 1e-27].map(CanonicalJSON.number)),
    "string": .string("\u{20ac}$\u{F}\u{A}A'\u{42}\u{22}\u{5c}\\\"/"),
    "literals": .array([.null, .boolean(true), .boolean(false)]),
  ])
  let bytes = """
    7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
    5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
    5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
    """
  #expect(Array(sample.text.utf8) == bytes.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) })
}

@Test func nothingAndNestedNothingHaveNoBlanks() {
  #expect(CanonicalJSON.array([]).text == "[]")
  #expect(CanonicalJSON.object([:]).text == "{}")
  #expect(CanonicalJSON.array([.array([]), .object(["a": .null])]).text == #"[[],{"a":null}]"#)
}

@Test func anotherReaderReadsBackWhatWasWritten() throws {
  try always(runs: 500) {
    // Whole, because Foundation reads some fractions wrong in the last place; numbers have tests of their own.
    $0.json { Double($0.int(-1_000_000...1_000_000)) }
  } holds: { json in
    let found = try JSONDecoder().decode(Found.self, from: Data(json.text.utf8)).json
    // Swift holds texts to be equal that Unicode normalizes to the same; here each byte counts.
    return found == json && found.text.utf8.elementsEqual(json.text.utf8)
  }
}

/// What Foundation finds in a JSON text. Its older reader, `JSONSerialization`, loses U+FEFF at the ends of a string.
private struct Found: Decodable {
  var json: CanonicalJSON

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      json = .null
    } else if let flag = try? value.decode(Bool.self) {
      json = .boolean(flag)
    } else if let number = try? value.decode(Double.self) {
      json = .number(number)
    } else if let string = try? value.decode(String.self) {
      json = .string(string)
    } else if let items = try? value.decode([Found].self) {
      json = .array(items.map(\.json))
    } else {
      json = .object(try value.decode([String: Found].self).mapValues(\.json))
    }
  }
}
