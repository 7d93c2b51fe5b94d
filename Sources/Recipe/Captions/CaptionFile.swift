import Media

/// A file of captions, as SubRip (`.srt`) or WebVTT writes them, read into what it shows.
///
/// Both are blocks of lines with an empty one between: a line with two times and an arrow, and what is said below it.
package struct CaptionFile: Sendable {
  /// Why some bytes are no captions.
  package struct Mistake: Error, Hashable, Sendable {
    package let line: Int
    /// What is wrong, as a clause.
    package let problem: String
    package var remedy: String?
  }

  /// So many captions a file may have.
  package static let most = 5_000
  /// In order of their start.
  package let cues: [Cue]

  package init(_ bytes: [UInt8]) throws(Mistake) {
    let lines = try CaptionFile.lines(of: bytes)
    let isWebVTT = lines.first?.hasPrefix("WEBVTT") == true
    var cues: [Cue] = []
    for block in CaptionFile.blocks(of: lines) where !(isWebVTT && CaptionFile.isNoCue(block.lines[0])) {
      cues.append(try CaptionFile.cue(of: block))
      guard cues.count <= CaptionFile.most else {
        throw Mistake(
          line: block.first, problem: "there are more than \(CaptionFile.most) captions", remedy: "split it")
      }
    }
    guard !cues.isEmpty else { throw Mistake(line: 1, problem: "there are no captions in it") }
    // Those that begin together stay in the file's order.
    self.cues = cues.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }

  private typealias Block = (first: Int, lines: [Substring])

  /// What the bytes of any file of captions say.
  static func text(of bytes: [UInt8]) throws(Mistake) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      let line = good.count(where: \.isNewline) + 1
      throw Mistake(line: line, problem: "it is not UTF-8", remedy: "save it as UTF-8")
    }
    return text
  }

  private static func lines(of bytes: [UInt8]) throws(Mistake) -> [Substring] {
    // "\r\n" is one character.
    try text(of: bytes).drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private static func blocks(of lines: [Substring]) -> [Block] {
    var blocks: [Block] = []
    var isInside = false
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if !isBlank, isInside { blocks[blocks.count - 1].lines.append(line) }
      if !isBlank, !isInside { blocks.append((index + 1, [line])) }
      isInside = !isBlank
    }
    return blocks
  }

  /// A header, a note, or rules for looks.
  private static func isNoCue(_ line: Substring) -> Bool {
    ["WEBVTT", "NOTE", "STYLE", "REGION"].contains { word in
      line.hasPrefix(word) && line.dropFirst(word.count).first.map(\.isWhitespace) != false
    }
  }

  private static func cue(of block: Block) throws(Mistake) -> Cue {
    // A number or a name may stand above the times.
    guard let index = block.lines.prefix(2).firstIndex(where: { $0.contains("-->") }) else {
      throw Mistake(
        line: block.first, problem: "there is no line of times above \"\(block.lines[0].prefix(40))\"",
        remedy: "write one such as 00:00:01,000 --> 00:00:03,500")
    }
    let line = block.first + index
    let (start, end) = try times(block.lines[index], line)
    let words = block.lines[(index + 1)...].joined(separator: "\n")
    guard words.utf8.count <= 40_000 else {
      throw Mistake(line: line, problem: "the caption is longer than anyone reads")
    }
    return Cue(start: start, end: end, runs: CaptionMarkup(words).runs, line: line)
  }

  private static func times(_ text: Substring, _ line: Int) throws(Mistake) -> (Time, Time) {
    let sides = text.split(separator: "-->", maxSplits: 1, omittingEmptySubsequences: false)
    let ends = sides.map { $0.split(whereSeparator: \.isWhitespace).first ?? "" }
    guard let start = CaptionFile.time(ends[0]), let end = CaptionFile.time(ends[1]) else {
      throw Mistake(
        line: line, problem: "\"\(text.prefix(60))\" are no two times", remedy: "write 00:00:01,000 --> 00:00:03,500")
    }
    guard end > start else { throw Mistake(line: line, problem: "the caption ends before it has begun") }
    return (start, end)
  }

  /// `1:02:03,450`, `02:03.450`
  private static func time(_ text: Substring) -> Time? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    let seconds = last.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let whole = parts.dropLast() + [seconds[0]]
    let fraction = seconds.count > 1 ? seconds[1] : "0"
    let numbers = (whole + [fraction]).map { $0.allSatisfy(\.isASCII) && $0.count <= 6 ? Int($0) : nil }
    guard numbers.allSatisfy({ $0.map { $0 >= 0 } == true }),
      numbers.dropFirst(parts.count - 2).prefix(2).allSatisfy({ $0 ?? 60 < 60 })
    else { return nil }
    let total = numbers.dropLast().reduce(0) { $0 * 60 + Double($1 ?? 0) }
    return Time(seconds: total + (Double("0." + fraction) ?? 0))
  }
}
