import Claims
import Graph
import Media
import Recipe
import Testing

/// A folder with one ASS file, in which every text is set in one font, and Greek in another.
private struct ASSShelf: Library {
  let text: String

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    try Shelf().asset(named: name, kind)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    var (measure, offset) = (try Shelf().measure(text), 0)
    measure.fonts = [Digest(of: "latin".utf8), Digest(of: "greek".utf8)]
    measure.warnings = []
    for scalar in (text["text"]?.list ?? []).compactMap({ $0.record?["text"]?.text }).joined().unicodeScalars {
      let length = String(scalar).utf8.count
      let isGreek = ("α"..."ω").contains(scalar)
      measure.stretches.append(
        TextMeasure.Stretch(
          bytes: offset..<offset + length, font: isGreek ? 1 : 0, face: isGreek ? 3 : 0, isColored: scalar == "😀"))
      offset += length
    }
    return measure
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    (Array(text.utf8), Digest(of: text.utf8))
  }
}

private let head = """
  [Script Info]
  PlayResX: 640
  PlayResY: 360

  [V4+ Styles]
  Format: Name, Fontname, Fontsize, Bold, PrimaryColour
  Style: Default,Inter,20,0,&H00FFFFFF
  Style: Loud,DejaVu Sans,40,-1,&H000000FF

  [Events]
  Format: Layer, Start, End, Style, Text

  """

/// A file of lines such as `0,0:00:01.00,0:00:02.00,Default,words`.
private func file(_ lines: String...) -> String { head + lines.map { "Dialogue: \($0)\n" }.joined() }

private func graph(_ text: String) throws -> Graph {
  try run("return captions('x.ass')", in: ASSShelf(text: text)).graph
}

private func scripts(of text: String) throws -> [String] {
  try graph(text).nodes.filter { $0.kind == .subtitles }.compactMap { $0.text("script") }
}

/// What libass gets of the text of one caption.
private func written(_ text: String) throws -> String {
  let script = try #require(try scripts(of: file("0,0:00:01.00,0:00:02.00,Default,\(text)")).first)
  let line = try #require(script.split(separator: "\n").last)
  return line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false).last.map(String.init) ?? ""
}

@Suite struct ASSTests {
  @Test func aCaptionBecomesAScriptOfItsOwn() throws {
    let found = try scripts(of: file("3,0:01:01.00,0:01:02.50,Loud,Hello"))
    #expect(
      found == [
        """
        [Script Info]
        ScriptType: v4.00+
        PlayResX: 640
        PlayResY: 360
        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
        Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
        MarginV, Encoding
        Style: s0,f0,40,&H000000FF,&H00FFFF00,&H00000000,&H80000000,-1,0,0,0,100,100,0,0,1,2,3,2,20,20,20,1
        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Dialogue: 3,0:00:00.00,0:00:01.50,s0,floating,0,0,0,,Hello

        """
      ])
  }

  @Test func whatIsSaidAgainHasTheSameScript() throws {
    let found = try graph(
      file(
        "0,0:00:01.00,0:00:02.00,Default,La", "0,0:00:03.00,0:00:04.00,Loud,Oh", "0,0:00:05.00,0:00:06.00,Default,La"))
    let nodes = found.nodes.filter { $0.kind == .subtitles }
    #expect(nodes.count == 2 && Set(nodes.map(\.duration.seconds)) == [1] && found.duration.seconds == 6)
    #expect(found.nodes.filter { $0.kind == .delay }.compactMap { $0.time("seconds")?.seconds } == [1, 3, 5])
  }

  @Test(arguments: [
    ("a{\\pos(1,2)}b", "a{\\pos(1,2)}b"), ("{\\pos( 1.5 ,-2)\\junk5\\q}x", "{\\pos(1.5,-2)\\q}x"), ("{a note}x", "x"),
    ("{\\bord1e1\\xshad-3.00001}x", "{\\bord10\\xshad-3}x"),
    ("{\\c&HFF&\\alpha&H80&\\3c}x", "{\\1c&HFF&\\alpha&H80&\\3c}x"),
    ("{\\t(0,100,\\fs30\\clip(1,2,3,4))\\b1}x", "{\\t(0,100,\\fs30\\clip(1,2,3,4))\\b1}x"),
    ("{\\t(\\frz90", "\\{\\t(\\frz90"), ("{\\rLoud}x{\\rNobody}y", "{\\rs1}x{\\r}y"), ("{\\fnInter\\i1}x", "{\\i1}x"),
    ("{\\p1}m 0 0 l 10 0 10,10!{\\p0}x", "{\\p1}m 0 0 l 10 0 10 10{\\p0}x"), ("a\\Nb\\nc\\hd", "a\\Nb\\nc\u{A0}d"),
    ("\\{\\}", "\\{\\}"), ("a}b", "a\\}b"), ("a\\b", "a\\b"), ("\\\\N", "\\\u{2060}\\N"), ("{\\be999}x", "{\\be127}x"),
    ("a αβ b", "a {\\fnf1}αβ{\\fnf0} b"), ("{\\fn@Inter}a", "{\\fn@f0}a"),
    ("{\\t(\\fnInter\\rLoud)}a", "{\\t(\\rs1)}a"), ("{\\t(0,9,\\fnInter)}a", "{\\t()}a"), ("{\\pos(,2)}a", "a"),
    ("aα{\\r}α", "a{\\fnf1}α{\\r}{\\fnf1}α"),
    ("{\\k20}a{\\kf30}b", "{\\k20}a{\\kf30}b"), ("a😀b", "ab"), ("{\\fad(100,200)\\move(1,2,3)}x", "{\\fad(100,200)}x"),
    ("{\\clip(2,m 0 0 l 8 0 8 8)\\iclip(1,2)}x", "{\\clip(2,m 0 0 l 8 0 8 8)\\iclip(1,2)}x"),
    ("{\\b50\\b700}x", "{\\b50\\b700}x"),
    ("{\\t(0,9,\\t(0,9,\\bord3))}x", "{\\t(0,9,\\t(0,9,\\bord3))}x"), ("{\\fs+3\\fs-2}x", "{\\fs+3\\fs-2}x"),
    ("a\u{7}b\tc", "ab c"), ("{\\1c&Hzz}x", "{\\1c}x"),
  ])
  func tagsAreWrittenAnew(_ text: String, _ expected: String) throws {
    #expect(try written(text) == expected)
  }

  @Test func captionsThatLibassKeepsApartStayTogether() throws {
    let overlapping = file("0,0:00:01.00,0:00:03.00,Default,a", "0,0:00:02.00,0:00:04.00,Default,b")
    #expect(try scripts(of: overlapping).count == 1)
    // One that has a place of its own, or another layer, is kept off nothing.
    #expect(
      try scripts(
        of: file(
          "0,0:00:00.00,0:00:09.00,Default,{\\pos(1,1)}logo", "0,0:00:01.00,0:00:03.00,Default,a",
          "0,0:00:03.00,0:00:04.00,Default,b", "1,0:00:02.00,0:00:05.00,Loud,c")
      ).count == 4)
  }

  /// What lies between two that belong together has to be drawn between them.
  @Test func whatLiesBetweenOthersIsDrawnWithThem() throws {
    let found = try scripts(
      of: file(
        "0,0:00:01.00,0:00:03.00,Default,a", "0,0:00:00.00,0:00:09.00,Default,{\\pos(1,1)}between",
        "0,0:00:02.00,0:00:04.00,Default,b"))
    #expect(found.count == 1)
  }

  @Test func whatRestsSaysWhenItChanges() throws {
    func changes(_ lines: String...) throws -> [[Double]?] {
      let nodes = try graph(head + lines.map { "Dialogue: \($0)\n" }.joined()).nodes
      return nodes.filter { $0.kind == .subtitles }.map { $0.changes?.map(\.seconds) }
    }
    #expect(try changes("0,0:00:01.00,0:00:03.00,Default,a") == [[]])
    #expect(try changes("0,0:00:01.00,0:00:03.00,Default,a", "0,0:00:02.00,0:00:04.00,Default,b") == [[1, 2]])
    #expect(try changes("0,0:00:01.00,0:00:03.00,Default,{\\k10}a") == [nil])
  }

  @Test(arguments: [
    ("[Script Info]\nPlayResX: 5\n", 1, "there are no captions in it"),
    (head, 1, "there are no captions in it"),
    (file("0,0:00:01.00,soon,Default,a"), 12, "\"soon\" is no time"),
    (file("0,0:00:61.00,0:00:01.00,Default,a"), 12, "\"0:00:61.00\" is no time"),
    (file("0,0:00:01.00"), 12, "the caption has 2 fields, and the format 5"),
    ("[Script Info]\n[Events]\nDialogue: a", 3, "there is no line of formats that ends in Text above the events"),
    ("[Script Info]\n[V4+ Styles]\nStyle: a,b", 3, "there is no line of formats above the style"),
    (
      file("0,0:00:01.00,0:00:02.00,Default,{\\fs500}" + String(repeating: "M", count: 90)), 12,
      "letters and drawings that show at once would fill 64 pictures"
    ),
    (
      file("0,0:00:01.00,0:00:02.00,Default,{\\p1}m 0 0 l 90000 90000{\\p0}"), 12,
      "letters and drawings that show at once would fill 64 pictures"
    ),
    (
      file("0,0:00:01.00,0:00:02.00,Default,{\\clip(m 0 0 l 90000 90000)}a"), 12,
      "letters and drawings that show at once would fill 64 pictures"
    ),
    (
      file("0,0:00:01.00,0:00:02.00,Default," + String(repeating: "M", count: 33_000)), 12,
      "the caption has more than 32000 bytes"
    ),
    (
      file("0,0:00:01.00,0:00:02.00,Default,{" + String(repeating: "\\b1", count: 4_001) + "}a"), 12,
      "captions have more than 4000 tags"
    ),
    (
      file("0,0:00:01.00,0:00:02.00,Default,{\\p9}" + String(repeating: "1", count: 1)), 1,
      "there are no captions in it"
    ),
    (
      head + String(repeating: "Dialogue: 0,0:00:01.00,0:00:02.00,Default,a\n", count: 5_001), 5_012,
      "there are more than 5000 captions"
    ),
  ])
  func whatIsWrongIsSaidWithItsLine(_ text: String, _ line: Int, _ problem: String) throws {
    let found = try mistake(in: "return captions('x.ass')", ASSShelf(text: text))
    #expect(found.message.contains("line \(line) of \"x.ass\": \(problem)"), "\(found.message)")
  }

  @Test func stylesAreTheFilesOwn() throws {
    let shelf = ASSShelf(text: file("0,0:00:01.00,0:00:02.00,Default,a"))
    let found = try mistake(in: "return captions('x.ass', { size = 40, color = 'red' })", shelf)
    #expect(
      found.message
        == "captions: color is said of an ASS file, whose styles are its own; leave out color, size, and change the file"
    )
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let text = file("0,0:00:01.00,0:00:02.00,Nobody,a😀").replacing("[V4+", with: "[Fonts]\nfontname: a.ttf\n!!!\n[V4+")
    let warnings = try run("return captions('x.ass')", in: ASSShelf(text: text)).warnings.map(\.message)
    #expect(
      warnings == [
        "line 5 of \"x.ass\": the file's own fonts are left out; put fonts beside the recipe, and name their files in styles",
        "line 15 of \"x.ass\": there is no style \"Nobody\"; \"Default\" is used instead",
        "captions: an ASS file's emoji are left out",
      ])
  }

  /// SSA counts alignments in another way, and has one colour for outline and shadow.
  @Test func filesFromBeforeASSAreRead() throws {
    let text = """
      [Script Info]
      ScriptType: v4.00
      [V4 Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, BackColour, Alignment
      Style: Default,Inter,20,65535,255,6
      [Events]
      Format: Marked, Start, End, Style, Text
      Dialogue: Marked=0,0:00:01.00,0:00:02.00,*Default,a
      """
    let style = try #require(try scripts(of: text).first?.split(separator: "\n").first { $0.hasPrefix("Style:") })
    #expect(
      style == "Style: s0,f0,20,&H0000FFFF,&H00FFFF00,&H000000FF,&H000000FF,0,0,0,0,100,100,0,0,1,2,3,8,20,20,20,1")
  }

  /// Whatever comes, it is captions or a mistake with a line of the file; and what is written is written so again.
  @Test func anyTextIsCaptionsOrAMistake() throws {
    let parts = [
      "a", "{", "}", "\\", "\\N", "\\n", "\\h", "{\\", "(", ")", ",", "\\t(", "\\clip(", "\\pos(1,2)", "\\p1",
      "m 0 0 l 9 9",
      "\\fs", "+", "-", "99999", "1e9", ".", "\\k", "\\r", "Loud", "&HFF&", "\\fn", "\\move(", "é", "\u{301}",
      "\u{2060}",
      "α", "\u{0}", "\t", " ", "\\b1", "\\q2", "\\fade(", "\\fscx", "\\org(3,4)", "\nDialogue: ",
      "0,0:00:00.00,0:00:02.00,Loud,", "[Events]", "\n", ";", "\u{FEFF}", "\r\n",
    ]
    try always(runs: 1500) {
      head
        + $0.list(1...3) { draws in
          let start = draws.int(0...4)
          return "Dialogue: \(draws.int(0...1)),0:00:0\(start).00,0:00:0\(start + draws.int(1...4)).50,Default,"
            + draws.list(0...25) { $0.one(of: parts) }.joined() + "\n"
        }.joined()
    } holds: { text in
      do {
        return try scripts(of: text).allSatisfy { try scripts(of: $0) == [$0] }
      } catch let mistake as RecipeError {
        return mistake.message.contains("line ")
      }
    }
  }

  /// Braces without an end cost no more than letters.
  @Test func manyOpenBracesAreReadInNoTime() throws {
    let line = "0,0:00:01.00,0:00:02.00,Default,{\\fs1}" + String(repeating: "{", count: 30_000)
    #expect(try scripts(of: file(line)).count == 1)
  }
}
