import Graph
import Media

/// The tags and entities in a caption: bold, italics and colours become runs, and what else there is between pointed
/// brackets or, as in many SubRip files, `{\…}` is left out.
struct CaptionMarkup {
  private(set) var runs: [Cue.Run] = []
  /// Tags that are open, the innermost last.
  private var open: [(name: Substring, color: Color?)] = []

  /// No tag is longer; what is, is words.
  private static let longestTag = 300

  init(_ text: String) {
    var rest = Substring(text)
    while let next = rest.first {
      if next == "<", let tag = CaptionMarkup.bracketed("<", rest, ">") {
        obey(tag)
        rest = rest[rest.unicodeScalars.index(after: tag.endIndex)...]
      } else if rest.hasPrefix("{\\"), let tag = CaptionMarkup.bracketed("{", rest, "}") {
        rest = rest[rest.unicodeScalars.index(after: tag.endIndex)...]
      } else {
        let end = rest.dropFirst().firstIndex { $0 == "<" || $0 == "{" } ?? rest.endIndex
        say(CaptionMarkup.plain(rest[..<end]))
        rest = rest[end...]
      }
    }
  }

  /// What stands between a bracket at the beginning and the one that closes it. A bracket that opens before is where a
  /// search ends, so all of them together look at each character once.
  private static func bracketed(_ open: Unicode.Scalar, _ text: Substring, _ close: Unicode.Scalar) -> Substring? {
    let inside = text.unicodeScalars.dropFirst()
    guard let end = inside.firstIndex(where: { $0 == open || $0 == close }), inside[end] == close,
      text.utf8.distance(from: inside.startIndex, to: end) <= longestTag
    else { return nil }
    return Substring(inside[..<end])
  }

  private mutating func say(_ words: String) {
    var run = Cue.Run(words)
    run.isBold = open.contains { $0.name == "b" }
    run.isItalic = open.contains { $0.name == "i" }
    run.color = open.last { $0.color != nil }?.color
    // The last run is let go of before it grows: while it is held, each word costs a copy of all before it.
    let goesOn = runs.last.map { Cue.Run(words, isBold: $0.isBold, isItalic: $0.isItalic, color: $0.color) } == run
    if goesOn {
      runs[runs.count - 1].text += words
    } else {
      runs.append(run)
    }
  }

  /// `b`, `/b`, `font color="#ff0000"`, `c.yellow`, `v Ann`
  private mutating func obey(_ tag: Substring) {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
    let lowercased = Substring(name.lowercased())
    guard tag.first != "/" else {
      if let index = open.lastIndex(where: { $0.name == lowercased }) { open.remove(at: index) }
      return
    }
    // Nobody nests deeper, and each costs a look at every word.
    guard open.count < 32, !lowercased.isEmpty else { return }
    open.append((lowercased, lowercased == "font" || lowercased == "c" ? CaptionMarkup.color(in: tag) : nil))
  }

  /// The first word of a tag that names a colour.
  private static func color(in tag: Substring) -> Color? {
    tag.split { ". =\"'\t".contains($0) }.dropFirst().lazy.compactMap { Color(String($0)) }.first
  }

  /// WebVTT's entities, section 6.4.
  private static func plain(_ words: Substring) -> String {
    guard words.contains("&") else { return String(words) }
    return [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&lrm;", "\u{200E}"), ("&rlm;", "\u{200F}"), ("&amp;", "&"),
    ]
    .reduce(String(words)) { $0.replacing($1.0, with: $1.1) }
  }
}
