import Claims
import Draw
import Foundation
import Media
import Testing

/// A face that is installed.
private func face(_ name: String) throws -> Subtitles.Face {
  let file = try #require(try library.get().files.first { $0.hasSuffix("/\(name)") }, "\(name) is not installed")
  return Subtitles.Face(file: file, index: 0)
}

private func subtitles(_ lines: [String], size: Size = Size(width: 320, height: 180)) throws -> Subtitles {
  let head = """
    [Script Info]
    ScriptType: v4.00+
    PlayResX: 320
    PlayResY: 180
    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, ScaleX, ScaleY, BorderStyle, Outline, Shadow, Alignment
    Style: s0,f0,24,&H0000FF,100,100,1,0,0,2
    [Events]
    Format: Layer, Start, End, Style, Name, Text

    """
  let script = head + lines.map { "Dialogue: \($0)\n" }.joined()
  return Subtitles(script: script, faces: [try face("Inter-Regular.otf"), try face("DejaVuSans.ttf")], canvas: size)
}

private func picture(_ subtitles: Subtitles, _ time: Int, _ painter: SubtitlePainter = SubtitlePainter()) throws
  -> Picture
{
  Picture(try painter.draw(subtitles, at: time, scale: 1))
}

@Suite struct SubtitleTests {
  @Test func aDrawingLiesWhereItsScriptSays() throws {
    let square = "0,0:00:00.00,0:00:01.00,s0,floating,{\\an7\\pos(40,60)\\p1}m 0 0 l 100 0 100 50 0 50"
    let found = try picture(subtitles([square]), 0)
    let (columns, rows) = try #require(found.bounds { $0.alpha > 127 })
    #expect(columns == 40...139 && rows == 60...109 && abs(found.coverage - 5000) < 50)
    #expect(found.pixels.allSatisfy { $0.red == $0.alpha && $0.green == 0 && $0.blue == 0 })
    let twice = Picture(try SubtitlePainter().draw(subtitles([square]), at: 999, scale: 2))
    let larger = try #require(twice.bounds { $0.alpha > 127 })
    #expect(larger.columns == 80...279 && larger.rows == 120...219)
  }

  @Test func beforeAndAfterThereIsNothing() throws {
    let script = try subtitles(["0,0:00:01.00,0:00:02.00,s0,floating,words"])
    for time in [0, 999, 2000, 90_000] { #expect(try picture(script, time).coverage == 0) }
    #expect(try picture(script, 1000).coverage > 20)
  }

  /// libass keeps captions where it has put them first; what a picture shows must not depend on which were asked for before.
  @Test func aPictureDoesNotDependOnThoseBefore() throws {
    let script = try subtitles([
      "0,0:00:00.00,0:00:02.00,s0,floating,first", "0,0:00:01.00,0:00:04.00,s0,floating,second\\Nof two lines",
      "0,0:00:01.50,0:00:03.00,s0,floating,{\\an8}up", "0,0:00:02.50,0:00:05.00,s0,floating,{\\fad(300,300)}third",
      "1,0:00:00.00,0:00:05.00,s0,floating,{\\move(10,20,300,160)\\t(\\frz360)}moving",
      "0,0:00:03.50,0:00:05.00,s0,floating,{\\k50}four{\\k50}th",
    ])
    let painter = SubtitlePainter()
    try always(runs: 25) {
      $0.list(1...6) { $0.int(0...125) }
    } holds: { times in
      try times.allSatisfy { try picture(script, $0 * 40, painter) == picture(script, $0 * 40) }
    }
  }

  @Test func aCaptionStaysAboveTheOneThatWasThereFirst() throws {
    let script = try subtitles([
      "0,0:00:00.00,0:00:02.00,s0,floating,first", "0,0:00:01.00,0:00:04.00,s0,floating,second",
    ])
    let alone = try picture(subtitles(["0,0:00:01.00,0:00:04.00,s0,floating,second"]), 3000)
    #expect(try picture(script, 3000).y < alone.y - 15)
  }

  /// Fonts go by the names that we gave them, whatever is in their files.
  @Test func aScriptMeansOneFaceByEachName() throws {
    func ink(_ tag: String) throws -> Picture {
      try picture(subtitles(["0,0:00:00.00,0:00:01.00,s0,floating,{\(tag)}Rag"]), 0)
    }
    #expect(try ink("") == ink("\\fnf0") && ink("") != ink("\\fnf1"))
    #expect(try ink("\\fnDejaVu Sans") == ink(""), "a name of the machine's is none here")
  }

  @Test func aFontThatIsNoneIsAnError() throws {
    var script = try subtitles(["0,0:00:00.00,0:00:01.00,s0,floating,a"])
    for file in ["/nowhere.ttf", "/etc/hostname", "/dev/zero", #filePath] {
      script.faces = [Subtitles.Face(file: file, index: 0)]
      #expect(throws: DrawError.self) { try picture(script, 0) }
    }
    script.faces = [Subtitles.Face(file: try face("DejaVuSans.ttf").file, index: 7)]
    #expect(throws: DrawError.self) { try picture(script, 0) }
  }

  /// Damaged fonts draw something or nothing, or are refused.
  @Test func damagedFontsAreDrawnOrRefused() throws {
    let good = try [UInt8](Data(contentsOf: URL(filePath: face("DejaVuSans.ttf").file)))
    let folder = FileManager.default.temporaryDirectory.appending(path: "reprise-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "font").path
    var script = try subtitles(["0,0:00:00.00,0:00:01.00,s0,floating,Rag αβγ سلام"])
    script.faces = [Subtitles.Face(file: path, index: 0)]
    try always(runs: 60) { draws in
      draws.list(1...12) { ($0.int(0...1) == 0 ? $0.int(0...400) : $0.int(0...good.count - 1), UInt8($0.int(0...255))) }
    } holds: { [script] changes in
      var bytes = good
      for (at, byte) in changes { bytes[at] = byte }
      try Data(bytes).write(to: URL(filePath: path))
      do {
        _ = try picture(script, 0)
      } catch is DrawError {}
      return true
    }
  }

  @Test func sizesAreBounded() throws {
    let script = try subtitles(["0,0:00:00.00,0:00:01.00,s0,floating,a"], size: Size(width: 8000, height: 8000))
    #expect(throws: DrawError.self) { try SubtitlePainter().draw(script, at: 0, scale: 4) }
    #expect(throws: DrawError.self) { try SubtitlePainter().draw(script, at: 0, scale: .nan) }
  }
}
