import Codec
import Draw
import Foundation
import Media
import Props
import Testing

@testable import MediaWorker

/// Captions of ASS files are drawn by a worker as this process would draw them.
@Suite struct SubtitleTests {
  private let workshop: Workshop
  private let fonts: [String]

  init() throws {
    workshop = try Workshop()
    let installed = try FontLibrary().files
    // Fonts of nobody's: the same, and a byte behind their end.
    var copies: [String] = []
    for name in ["Inter-Regular.otf", "DejaVuSans.ttf"] {
      let path = try #require(installed.first { $0.hasSuffix("/\(name)") })
      copies.append(try workshop.write(name, [UInt8](Data(contentsOf: URL(filePath: path))) + [0]))
    }
    fonts = copies
  }

  private func subtitles(_ text: String) -> Subtitles {
    let script = """
      [Script Info]
      PlayResX: 320
      PlayResY: 180
      [V4+ Styles]
      Format: Name, Fontname, Fontsize, Outline, Shadow
      Style: s0,f0,24,2,1
      [Events]
      Format: Layer, Start, End, Style, Text
      Dialogue: 0,0:00:00.00,0:00:02.00,s0,\(text)

      """
    let faces = fonts.map { Subtitles.Face(file: $0, index: 0) }
    return Subtitles(script: script, faces: faces, canvas: Size(width: 320, height: 180))
  }

  private func confined(_ files: [String], from nursery: Nursery = Apart.nursery) throws -> ConfinedTypesetter {
    var limits = MediaLimits()
    limits.wallClock = .seconds(nursery === Apart.nursery ? 60 : 0.5)
    return try ConfinedTypesetter(fonts: files.map { FontFile($0) }, nursery: nursery, limits: limits, required: [])
  }

  @Test(arguments: [
    "Hello", "Hello {\\fnf1}سلام{\\fnf0} you", "{\\fad(500,500)}fading",
    "{\\move(0,0,320,180)\\blur3\\t(\\frz90\\frx40)}turning",
    "{\\k50}ka{\\kf50}ra{\\ko50}o{\\k50}ke", "{\\p1\\bord4}m 0 0 b 40 -40 80 40 120 0 l 120 90{\\p0}",
    "{\\fscx900\\fscy900}HUGE",
  ])
  func aCaptionIsDrawnAsInThisProcess(text: String) throws {
    let (here, apart) = (SubtitlePainter(), try confined(fonts))
    for (time, scale) in [(0, 1.0), (40, 1), (80, 1), (1000, 2.5), (1999, 0.5), (2000, 1), (40, 1)] {
      let mine = try here.draw(subtitles(text), at: time, scale: scale)
      let theirs = try apart.draw(subtitles(text), at: time, scale: scale)
      #expect(mine.x == theirs.x && mine.y == theirs.y && mine.frame.size == theirs.frame.size)
      let areEqual = mine.frame.samples == theirs.frame.samples
      #expect(areEqual, "\(time)")
    }
  }

  @Test func whatDoesNotChangeIsHandedOverOnce() throws {
    let apart = try confined(fonts)
    let (first, second) = (
      try apart.draw(subtitles("still"), at: 0, scale: 1), try apart.draw(subtitles("still"), at: 40, scale: 1)
    )
    #expect(first.frame === second.frame)
  }

  @Test func onlyFontsThatItWasGivenAreInReach() throws {
    #expect(throws: DrawError.self) { try confined([fonts[0]]).draw(subtitles("a"), at: 0, scale: 1) }
  }

  @Test(arguments: ["die", "hang", "babble", "flood", "bare"])
  func aWorkerThatComesToGriefIsAnError(role: String) throws {
    let nursery = try Apart.impostors(role, in: workshop)
    #expect(throws: DrawError.self) { try confined(fonts, from: nursery).draw(subtitles("a"), at: 0, scale: 1) }
  }

  /// A worker has no more memory than it is given, whatever libass asks for.
  @Test func memoryIsBounded() throws {
    var limits = MediaLimits()
    limits.memory = 48 << 20
    let apart = try ConfinedTypesetter(
      fonts: fonts.map { FontFile($0) }, nursery: Apart.nursery, limits: limits, required: [])
    let huge = subtitles("{\\an5\\pos(160,90)\\fs20000\\bord900\\blur90}WWWWWWWW")
    do {
      let drawn = try apart.draw(huge, at: 0, scale: 8)
      #expect(drawn.frame.size.width <= 2560)
    } catch is DrawError {}
  }
}
