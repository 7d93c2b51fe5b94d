import Draw
import Foundation
import Graph
import Media
import Props
import Store
import Testing

@testable import Reprise

private let head = """
  [Script Info]
  PlayResX: 320
  PlayResY: 180
  ScaledBorderAndShadow: yes

  [V4+ Styles]
  Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
  StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
  Style: Default,Inter,18,&H00FFFFFF,&H000000FF,&H00203060,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,20,20,20,1
  Style: Title,Inter,30,&H0030C0FF,&H00FFFFFF,&H00000000,&H80000000,-1,0,0,0,100,100,2,0,1,3,2,8,20,20,24,1
  Style: Box,DejaVu Sans,14,&H00FFFFFF,&H000000FF,&H60602010,&H80000000,0,-1,0,0,100,100,0,0,3,4,0,9,20,20,20,1

  [Events]
  Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

  """

private let lines = [
  "0,0:00:00.00,0:00:03.00,Default,,0,0,0,,Hello {\\b1}bold{\\b0} and {\\i1}italic{\\i0}\\Nsecond {\\c&H0000FF&}red{\\r} back",
  "0,0:00:01.00,0:00:04.00,Default,,0,0,0,,{\\fad(300,300)}another above it, \\{braces\\} and \\backslash",
  "1,0:00:00.00,0:00:05.00,Title,,0,0,0,,{\\move(160,30,160,70)\\t(0,2000,\\frz20\\fscx120)}Moving title",
  "2,0:00:00.50,0:00:04.50,Box,,0,0,0,,{\\an7\\pos(10,20)\\blur2}boxed text",
  "0,0:00:03.00,0:00:05.00,Title,,0,0,0,,{\\an5\\pos(160,110)}{\\k50}ka{\\kf60}ra{\\ko40}o{\\k40}ke",
  "3,0:00:02.00,0:00:05.00,Default,,0,0,0,,{\\an7\\pos(240,100)\\p1\\clip(m 240 100 l 300 100 300 150 240 130)}m 0 0 b 20 -20 40 20 60 0 l 60 45 0 45{\\p0}",
  "0,0:00:04.00,0:00:05.00,Box,,0,0,0,,tail {\\unknown(3)}{\\bord0\\shad0\\fax0.3}skew {\\s1}strike{\\s0} {\\u1}under",
  "4,0:00:02.00,0:00:04.00,Default,,0,0,0,Banner;20;0;40,a banner that walks by",
  "0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\t(0,5000,\\fs9)}shrinks, and lies under others",
  "0,0:00:00.40,0:00:04.00,Default,,0,0,0,,{\\org(160,400)\\frz3}turned about a point",
  "5,0:00:01.00,0:00:03.00,Title,,0,0,0,,{\\an5\\pos(80,140)\\frx40\\fry30\\fscx60\\1a&H80&\\be2\\fsp3\\q2}turned",
]

/// Captions of ASS files in recipes.
@Suite struct SubtitlePostTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func write(_ lines: [String]) throws {
    try workshop.write("a.ass", (head + lines.map { "Dialogue: \($0)\n" }.joined()).utf8)
  }

  private func recipe(_ clip: String = "solid('#406080'):lasting(5):layer(captions('a.ass'))") -> Recipe {
    Recipe(source: "canvas { width = 320, height = 180, fps = 25 }\nreturn \(clip)", folder: workshop.path(""))
  }

  /// Red, green and blue of a picture, row by row.
  private func colors(_ frame: Frame) -> [UInt8] {
    frame.withPlane(0) { bytes, stride in
      var colors: [UInt8] = []
      for row in 0..<frame.size.height {
        for pixel in 0..<frame.size.width { colors += bytes[row * stride + pixel * 4..<row * stride + pixel * 4 + 3] }
      }
      return colors
    }
  }

  /// Its filter `ass` draws with libass too, from fonts that it finds by itself.
  @Test func aFileIsDrawnAsFFmpegDrawsIt() throws {
    try write(lines)
    try workshop.write(
      "fonts.conf",
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>
      <cachedir>\(workshop.path("cache"))</cachedir></fontconfig>
      """.utf8)
    let source = "color=0x406080:s=320x180:r=25:d=5,format=rgb24,ass=a.ass"
    var environment = ProcessInfo.processInfo.environment
    environment["FONTCONFIG_FILE"] = workshop.path("fonts.conf")
    let other = try Child(
      "ffmpeg",
      ["-v", "error", "-nostdin", "-f", "lavfi", "-i", source, "-f", "rawvideo", "-pix_fmt", "rgb24", "o.rgb"],
      in: workshop.path(""), environment: environment)
    #expect(other.wait() == .exit(0))
    let (all, count) = (try workshop.bytes("o.rgb"), 320 * 180 * 3)
    let composition = try Runtime().evaluate(recipe())
    #expect(composition.warnings.isEmpty)
    for frame in stride(from: 0, to: 125, by: 4) {
      let time = Time(flicks: Time.flicksPerSecond / 25 * Int64(frame))
      let (mine, theirs) = (colors(try composition.picture(at: time)), all[frame * count..<(frame + 1) * count])
      let differences = zip(mine, theirs).map { abs(Int($0) - Int($1)) }
      let squares = Double(differences.reduce(0) { $0 + $1 * $1 })
      #expect(differences.max() ?? 0 <= 4 && squares / Double(count) < 0.1, "frame \(frame)")
    }
  }

  @Test func aCaptionIsDrawnAlikeInBothIsolations() throws {
    try write(lines)
    let (apart, here) = (try Runtime().evaluate(recipe()), try Runtime(isolation: .inProcess).evaluate(recipe()))
    #expect(apart.graphText == here.graphText)
    for seconds in [0.0, 1.24, 3.04, 4.5] {
      let time = try #require(Time(seconds: seconds))
      let areEqual = try colors(apart.picture(at: time)) == colors(here.picture(at: time))
      #expect(areEqual)
    }
  }

  /// Letters that the named font lacks come from the one that a text would take.
  @Test func lettersThatTheFontLacksComeFromAnother() throws {
    try write(["0,0:00:00.00,0:00:05.00,Default,,0,0,0,,abc سلام αβγ ✓"])
    let composition = try Runtime().evaluate(recipe())
    let node = try #require(composition.graph.nodes.first { $0.kind == .subtitles })
    #expect(composition.warnings.isEmpty && node.parameters["fonts"]?.list?.count == 2)
    let script = try #require(node.text("script"))
    #expect(script.contains("abc {\\fnf1}سلام") && script.contains("{\\fnf0}αβγ") || script.contains("{\\fnf0} αβγ"))
  }

  @Test func whatThereIsNotIsSaid() throws {
    try write(["0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\fnIntre}a"])
    let messages = try Runtime().evaluate(recipe()).warnings.map(\.message)
    #expect(
      messages == ["captions: font \"Intre\" is not installed; \"Inter\" is used instead; did you mean \"Inter\"?"])
  }

  /// The point of it all: what is corrected is drawn anew, and nothing else.
  @Test func remixOfACaptionRedrawsOneSegment() throws {
    let texts = (0..<6).map { "0,0:00:0\($0).20,0:00:0\($0).90,Default,,0,0,0,,caption \($0)" }
    func drawn(_ lines: [String], _ cache: MemoryCache) throws -> Int {
      try write(lines)
      var composition = try Runtime().evaluate(recipe("solid('#406080'):lasting(6):layer(captions('a.ass'))"))
      composition.cache = cache
      var options = RenderOptions()
      options.preset = "ultrafast"
      return try composition.renderNow(to: workshop.path("o.mp4"), options: options).drawnSegmentCount
    }
    let cache = MemoryCache()
    let logo = "1,0:00:00.00,0:00:06.00,Title,,0,0,0,,{\\pos(300,20)}*"
    #expect(try drawn(texts + [logo], cache) >= 5)
    var edited = texts
    edited[3] += "!"
    #expect(try drawn(edited + [logo], cache) == 1)
    #expect(try drawn(["0,0:00:05.95,0:00:05.99,Title,,0,0,0,,new"] + edited + [logo], cache) <= 2)
  }

  @Test func aPostCarriesItsCaptionsAndTheirFonts() throws {
    try write(["0,0:00:00.00,0:00:05.00,Default,,0,0,0,,Remix me"])
    let inter = try #require(try InstalledFonts.library().files.first { $0.hasSuffix("/Inter-Regular.otf") })
    try FileManager.default.createDirectory(atPath: workshop.path("fonts"), withIntermediateDirectories: true)
    // The same letters under other bytes: with a byte behind the end, it is installed nowhere.
    try workshop.write("fonts/own.otf", [UInt8](Data(contentsOf: URL(filePath: inter))) + [0])
    let store = try RecipeStore(folder: workshop.path("store"))
    let original = try Runtime(fontFolders: [workshop.path("fonts")]).evaluate(recipe())
    let post = try store.publish(original, PostDetails(author: "Ana"), keyFile: workshop.path("key"))
    let before = colors(try original.picture(at: .zero))
    for name in ["fonts", "a.ass"] { try FileManager.default.removeItem(atPath: workshop.path(name)) }
    #expect(post.post.manifest.pins.fonts.count == 1 && post.post.manifest.pins.assets.keys.sorted() == ["a.ass"])
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let played = try Runtime(isolation: isolation).evaluate(post, in: store)
      #expect(played.graphText == original.graphText)
      let isTheSame = try colors(played.picture(at: .zero)) == before
      #expect(isTheSame)
    }
  }

  /// As in `text`, a font may lie beside the recipe.
  @Test func aFontBesideTheRecipeIsAFontOfTheFile() throws {
    let sans = try #require(try InstalledFonts.library().files.first { $0.hasSuffix("/DejaVuSans.ttf") })
    try workshop.write("Brand.ttf", [UInt8](Data(contentsOf: URL(filePath: sans))) + [0])
    func picture(_ font: String, _ isolation: Runtime.Isolation) throws -> [UInt8] {
      try write(["0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\fn\(font)}Rag αβγ"])
      let composition = try Runtime(isolation: isolation).evaluate(recipe())
      #expect(composition.warnings.isEmpty)
      return try colors(composition.picture(at: .zero))
    }
    let wanted = try picture("DejaVu Sans", .process())
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let isTheSame = try picture("Brand.ttf", isolation) == wanted
      #expect(isTheSame)
    }
    #expect(try wanted != picture("Inter", .process()))
  }

  @Test func captionsAreSharpAtTheScaleInWhichTheyAreShown() throws {
    try write(["0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\an7\\pos(10,10)\\bord0\\shad0\\p1}m 0 0 l 20 0 20 20 0 20"])
    let composition = try Runtime().evaluate(recipe())
    let picture = try composition.picture(at: .zero, size: Size(width: 1280, height: 720))
    let reds = picture.withPlane(0) { bytes, stride in (0..<1280).map { bytes[60 * stride + $0 * 4] } }
    #expect(reds.prefix(40).allSatisfy { $0 == 0x40 } && reds[40..<120].allSatisfy { $0 == 255 } && reds[120] == 0x40)
  }
}
