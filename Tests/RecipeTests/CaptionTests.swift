import Claims
import Graph
import Media
import Recipe
import Testing

private func cues(_ text: String) throws -> [Cue] { try CaptionFile(Array(text.utf8)).cues }

private func cue(_ start: Double, _ end: Double, _ runs: Cue.Run..., line: Int) throws -> Cue {
  Cue(start: try #require(Time(seconds: start)), end: try #require(Time(seconds: end)), runs: runs, line: line)
}

/// A folder with one caption file.
private struct CaptionShelf: Library {
  let text: String

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    try Shelf().asset(named: name, kind)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure { try Shelf().measure(text) }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    (Array(text.utf8), Digest(of: text.utf8))
  }
}

@Suite struct CaptionTests {
  @Test func subRipIsRead() throws {
    let text =
      "\u{FEFF}1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\nyou\r\n\r\n2\r\n00:01:00,000 --> 01:00:00,5 X1:0\r\n<i>Over</i> there\r\n"
    #expect(
      try cues(text) == [
        cue(1, 2.5, .init("Hello\nyou"), line: 2),
        cue(60, 3600.5, .init("Over", isItalic: true), .init(" there"), line: 7),
      ])
  }

  @Test func webVTTIsRead() throws {
    let text = """
      WEBVTT - a title

      STYLE
      ::cue { color: red }

      NOTE nobody sees this
      --> nor this

      intro
      00:01.000 --> 00:02.000 line:0 align:start
      <v Ann>Fish &amp; <b>chips</b> &lt;3 <c.yellow>ok</c><00:00:01.500>

      01:00:00.000 --> 01:00:01.000
      end
      """
    #expect(
      try cues(text) == [
        cue(
          1, 2, .init("Fish & "), .init("chips", isBold: true), .init(" <3 "), .init("ok", color: Color("yellow")),
          line: 10),
        cue(3600, 3601, .init("end"), line: 13),
      ])
  }

  @Test func cuesAreInOrderOfTheirStart() throws {
    let text = "00:05,0 --> 00:06,0\nb\n\n00:01,0 --> 00:09,0\na"
    #expect(try cues(text).map(\.runs[0].text) == ["a", "b"])
  }

  @Test(arguments: [
    ("<font color=\"#ff0000\">red</font> rest", [Cue.Run("red", color: Color("#ff0000")), Cue.Run(" rest")]),
    ("{\\an8}above", [Cue.Run("above")]), ("a < b", [Cue.Run("a < b")]),
    ("a < b <i>c</i>", [Cue.Run("a < b "), Cue.Run("c", isItalic: true)]),
    ("<i>\u{301}a", [Cue.Run("\u{301}a", isItalic: true)]),
    ("<b><i>x</b>y", [Cue.Run("x", isBold: true, isItalic: true), Cue.Run("y", isItalic: true)]),
    ("{kept}", [Cue.Run("{kept}")]), ("&nbsp;&amp;lt;", [Cue.Run("\u{A0}&lt;")]), ("</b>x", [Cue.Run("x")]),
  ])
  func tagsBecomeRuns(_ words: String, _ runs: [Cue.Run]) throws {
    #expect(try cues("00:01,0 --> 00:02,0\n\(words)").first?.runs == runs)
  }

  @Test(arguments: [
    ("", 1, "there are no captions in it"), ("WEBVTT\n\n", 1, "there are no captions in it"),
    ("hello", 1, "there is no line of times above \"hello\""),
    ("1\n2\n00:01,0 --> 00:02,0\na", 1, "there is no line of times above \"1\""),
    ("1\n00:01 -> 00:02\na", 1, "there is no line of times above \"1\""),
    ("\n\n00:01,0 --> soon\na", 3, "\"00:01,0 --> soon\" are no two times"),
    ("00:61,0 --> 00:70,0\na", 1, "\"00:61,0 --> 00:70,0\" are no two times"),
    ("00:02,0 --> 00:01,0\na", 1, "the caption ends before it has begun"),
    ("00:02,0 --> 00:02,0\na", 1, "the caption ends before it has begun"),
    ("-->", 1, "\"-->\" are no two times"),
    ("00:-1,0 --> 00:02,0\na", 1, "\"00:-1,0 --> 00:02,0\" are no two times"),
  ])
  func whatIsWrongIsSaidWithItsLine(_ text: String, _ line: Int, _ problem: String) {
    let found = #expect(throws: CaptionFile.Mistake.self) { try cues(text) }
    #expect(found?.line == line && found?.problem == problem)
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let found = #expect(throws: CaptionFile.Mistake.self) { try CaptionFile(Array("1\n2\n".utf8) + [0xE9, 0x21]) }
    #expect(found?.line == 3)
  }

  /// Tags without an end cost no more than words.
  @Test func manyOpenBracketsAreReadInNoTime() throws {
    let text = "00:01,0 --> 00:02,0\n" + String(repeating: "<{\\", count: 10_000)
    #expect(try cues(text).count == 1)
  }

  /// Whatever comes, it is captions or a mistake with a line of the file.
  @Test func anyTextIsCaptionsOrAMistake() throws {
    let parts = [
      "00:01,0", "-->", " ", "\n", "\n\n", "WEBVTT", "NOTE", "<b>", "</", "{\\", "}", "&amp;", "1", ":", ".", "é",
      "\u{FEFF}", "\r",
    ]
    try always(runs: 500) {
      $0.list(0...30) { $0.one(of: parts) }.joined()
    } holds: { text in
      do {
        return try cues(text).allSatisfy { $0.start < $0.end && $0.line >= 1 }
      } catch let mistake as CaptionFile.Mistake {
        return mistake.line >= 1 && mistake.line <= text.count(where: \.isNewline) + 1
      }
    }
  }

  @Test func captionsAreTextsThatShowWhenTheFileSays() throws {
    let shelf = CaptionShelf(text: "00:01,0 --> 00:02,0\none\n\n00:03,0 --> 00:05,0\ntwo")
    let graph = try run("return video('a.mp4'):layer(captions('x.srt', { size = 50 }))", in: shelf).graph
    let texts = graph.nodes.filter { $0.kind == .text }
    #expect(texts.map { $0.text("text") } == ["one", "two"] && texts.map(\.duration.seconds) == [1, 2])
    #expect(graph.nodes.filter { $0.kind == .delay }.compactMap { $0.time("seconds")?.seconds } == [1, 3])
    #expect(try run("return captions('x.srt')", in: shelf).graph.duration.seconds == 5)
  }

  @Test func captionsThatShowTogetherLieAboveOneAnother() throws {
    let shelf = CaptionShelf(text: "00:01,0 --> 00:04,0\none\n\n00:02,0 --> 00:05,0\ntwo\n\n00:04,5 --> 00:06,0\nthree")
    let graph = try run("canvas { width = 640, height = 400 } return captions('x.srt', { y = 0.9 })", in: shelf).graph
    let edges = graph.nodes.filter { $0.kind == .at }.compactMap { $0.curve("y")?.value(at: .zero) }
    #expect(edges == [0.9, 0.85, 0.9])
  }

  @Test func aMistakeInACaptionFileIsTheRecipes() throws {
    let found = try mistake(in: "return captions('x.srt')", CaptionShelf(text: "1\n00:02,0 --> 00:01,0\na"))
    #expect(found.message == "captions: line 2 of \"x.srt\": the caption ends before it has begun")
    #expect(
      try mistake(in: "return captions('y.srt')").message
        == "captions: there is no file \"y.srt\"; put it beside the recipe")
  }
}
