import Foundation
import Media
import Recipe

/// A file of captions, SubRip or WebVTT: cues in order that end after they begin, of words that were in the file; or a
/// mistake with a line of it.
struct CaptionsHarness: Harness {
  static let name = "captions"

  static func seeds() throws -> [[UInt8]] {
    let page = """
      WEBVTT - a title

      STYLE
      ::cue { color: red }

      NOTE nobody sees this

      intro
      00:01.000 --> 00:02.000 line:0 align:start
      <v Ann>Fish &amp; <b>chips</b> &lt;3 <c.yellow>ok</c><00:00:01.500>

      01:00:00.000 --> 01:00:01.000
      end
      """
    return try [
      [UInt8](Data(contentsOf: URL(filePath: "recipes/media/bloom.srt"))), Array(page.utf8),
      Array("\u{FEFF}1\r\n00:00:01,5 --> 00:00:02,0 X1:0\r\n{\\an8}<font color=\"#f00\">a\r\n\r\n".utf8),
    ]
  }

  static let words = [
    "WEBVTT", "NOTE", "STYLE", "REGION", "-->", " --> ", "00:00:01,000", "00:01.000", "99:59:59.999", "\n\n", "\r\n",
    "<b>", "</b>", "<i>", "<font color=", "<c.red>", "<v ", "</", "{\\", "}", "&amp;", "&lt;", "&nbsp;", "&rlm;",
    "\u{FEFF}", "\u{2028}", "\u{85}", "\u{301}", "\u{FFFD}",
  ]

  func take(_ input: [UInt8]) {
    do throws(CaptionFile.Mistake) {
      let cues = try CaptionFile(input).cues
      check(cues, input)
      checkLineEnds(of: input, cues)
    } catch {
      let lines = String(decoding: input, as: UTF8.self).count(where: \.isNewline) + 1
      claim((1...lines).contains(error.line), "a mistake outside of the file: \(error)")
      claim(!error.problem.isEmpty, "a mistake says nothing")
    }
  }

  private func check(_ cues: [Cue], _ input: [UInt8]) {
    claim((1...CaptionFile.most).contains(cues.count), "\(cues.count) captions")
    claim(zip(cues, cues.dropFirst()).allSatisfy { $0.start <= $1.start }, "captions are out of order")
    for cue in cues {
      claim(.zero <= cue.start && cue.start < cue.end, "a caption ends before it begins: \(cue)")
      let neighbours = zip(cue.runs, cue.runs.dropFirst())
      claim(neighbours.allSatisfy { !$0.looks(like: $1) }, "neighbours look alike: \(cue)")
      claim(cue.runs.allSatisfy { !$0.text.isEmpty }, "a run of nothing: \(cue)")
    }
    let said = cues.flatMap(\.runs).reduce(0) { $0 + $1.text.utf8.count }
    claim(said <= input.count, "\(input.count) bytes say \(said)")
  }

  /// Files from other systems end their lines otherwise, and begin with a mark.
  private func checkLineEnds(of input: [UInt8], _ cues: [Cue]) {
    guard !input.contains(UInt8(ascii: "\r")) else { return }
    let other = input.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    claim((try? CaptionFile([0xEF, 0xBB, 0xBF] + other).cues) == cues, "the ends of lines tell")
  }
}

extension Cue.Run {
  fileprivate func looks(like other: Cue.Run) -> Bool {
    (isBold, isItalic) == (other.isBold, other.isItalic) && color == other.color
  }
}
