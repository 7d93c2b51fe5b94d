import Claims
import Graph
import Media
import Testing

@Test func thereAreTheHundredAndFortyEightNamesOfCSS() {
  // CSS Color 4, section 6.1: 147 of SVG and rebeccapurple.
  #expect(Color.names.count == 148)
}

private let written: [(text: String, form: String)] = [
  ("aliceblue", "#f0f8ff"), ("rebeccapurple", "#663399"), ("tomato", "#ff6347"), ("white", "#ffffff"),
  ("black", "#000000"), ("lime", "#00ff00"), ("green", "#008000"), ("darkslategrey", "#2f4f4f"),
  ("lightgoldenrodyellow", "#fafad2"), ("papayawhip", "#ffefd5"), ("peru", "#cd853f"), ("yellowgreen", "#9acd32"),
  ("TOMATO", "#ff6347"), ("DarkSlateGray", "#2f4f4f"), ("transparent", "#00000000"),
  ("#abc", "#aabbcc"), ("#ABC", "#aabbcc"), ("#1234", "#11223344"), ("#12345678", "#12345678"), ("#ff5f6d", "#ff5f6d"),
  ("#abcf", "#aabbcc"), ("#000f", "#000000"), ("#0000", "#00000000"),
]

@Test(arguments: written) func aColourIsReadAsCSSWritesIt(color: (text: String, form: String)) throws {
  #expect(try #require(Color(color.text)).hexadecimal == color.form)
}

@Test(arguments: [
  "", "#", "#1", "#12", "#12345", "#1234567", "#123456789", "#ggg", "tomatoe", " tomato", "rgb(1,2,3)", "#١٢٣", "#ａｂｃ",
  "##abc", "0xff0000",
])
func whatIsNoColourIsRefused(text: String) {
  #expect(Color(text) == nil)
}

@Test func greysHaveBothSpellings() {
  let pairs = Color.names.keys.filter { $0.contains("gray") }
  #expect(pairs.count == 7)
  for name in pairs { #expect(Color.names[name] == Color.names[name.replacing("gray", with: "grey")]) }
}

@Test func everyColourOfBytesReadsBack() throws {
  try always(runs: 2000) { draws in
    (0..<4).map { _ in draws.int(0...255) }
  } holds: { bytes in
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    guard let color = Color("#" + digits) else { return false }
    return color.bytes == bytes.map(UInt8.init) && Color(color.hexadecimal) == color
  }
}
