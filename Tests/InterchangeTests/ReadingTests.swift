import Claims
import Graph
import Media
import Testing

@testable import Interchange

private typealias D = Document

/// The lines of a recipe that follow its head.
private func recipe(_ document: String) throws -> (lines: [String], warnings: [String]) {
  let (cut, found) = try CutReader.read(Array(document.utf8))
  let (text, further) = try RecipeWriter.recipe(for: cut, from: "cut.otio", files: Cupboard.files)
  _ = try Cupboard.graph(text)
  let lines = text.split(separator: "\n").dropFirst(2).map(String.init).filter { !$0.hasPrefix("local function") }
  // Every timeline of another program lacks a size.
  return (lines, (found + further).filter { $0.place != "" }.map { "\($0.place): \($0.message)" })
}

struct ReadingTests {
  @Test func clipsAndGapsFollowOneAnother() throws {
    let (lines, warnings) = try recipe(
      D.timeline(D.track(D.clip(), D.gap(25), D.clip(D.file("b.mp4"), D.range(25, 75)))))
    #expect(
      lines == [
        "local V1 = sequence(", #"  video("a.mp4"):trim(0, 2),"#, "  gap(1),", #"  video("b.mp4"):trim(1, 4)"#, ")",
        "return V1",
      ])
    #expect(warnings == [])
  }

  @Test func theRateOfTheFirstClipIsTheRecipes() throws {
    let document = D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(0, 100, 23.976))))
    let (cut, warnings) = try CutReader.read(Array(document.utf8))
    #expect(cut.canvas.frameRate == FrameRate(24_000, 1001))
    #expect(cut.tracks[0].duration == FrameRate(24_000, 1001)?.time(ofFrame: 100))
    #expect(warnings.map(\.message).allSatisfy { $0.contains("no size") })
  }

  @Test func secondsAreNoRateOfPictures() throws {
    let document = D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(0, 2, 1)), D.clip()))
    #expect(try CutReader.read(Array(document.utf8)).cut.canvas.frameRate == FrameRate(25))
  }

  @Test func aTimecodeCountsFromWhereItsMediaBegin() throws {
    let clip = D.clip(D.file("a.mp4", D.range(90_000, 250)), D.range(90_025, 50))
    #expect(try recipe(D.timeline(D.track(clip))).lines.first == #"local V1 = video("a.mp4"):trim(1, 3)"#)
  }

  @Test func aClipWithoutARangeIsAllThatThereIs() throws {
    let clip = D.clip(D.file("a.mp4", D.range(90_000, 250)), "null")
    #expect(try recipe(D.timeline(D.track(clip))).lines.first == #"local V1 = video("a.mp4")"#)
  }

  @Test func aDissolveTakesFromBothSidesOfTheCut() throws {
    let document = D.timeline(
      D.track(D.clip(), D.transition(10, 15), D.clip(D.file("b.mp4"), D.range(25, 50))))
    #expect(
      try recipe(document).lines.prefix(2) == [
        #"local V1 = video("a.mp4"):trim(0, 2.6)"#, #"    :crossfade(video("b.mp4"):trim(0.6, 3), 1)"#,
      ])
  }

  @Test func aDissolveFromNothingIsOneFromAGap() throws {
    let document = D.timeline(D.track(D.transition(0, 25), D.clip(), D.transition(25, 0)))
    let (lines, warnings) = try recipe(document)
    #expect(
      lines.prefix(3) == [
        "local V1 = gap(1)", #"    :crossfade(video("a.mp4"):trim(0, 2), 1)"#, "    :crossfade(gap(1), 1)",
      ])
    #expect(warnings == [])
  }

  @Test func aTransitionThatIsNotKnownBecomesADissolve() throws {
    let document = D.timeline(
      D.track(D.clip(), D.transition(10, 10, "Iris"), D.clip(D.file("b.mp4"), D.range(25, 50))))
    #expect(try recipe(document).warnings.count == 1)
    #expect(try recipe(document).lines.contains { $0.contains(":crossfade(") })
  }

  @Test(arguments: [
    (2.0, #"video("a.mp4"):trim(1, 5):speed(2)"#), (0.5, #"video("a.mp4"):trim(1, 2):speed(0.5)"#),
    (-1, #"video("a.mp4"):trim(1, 3):reverse()"#), (-2, #"video("a.mp4"):trim(1, 5):reverse():speed(2)"#),
    (0, #"video("a.mp4"):freeze(1):lasting(2)"#),
  ])
  func aTimeWarpIsASpeed(scalar: Double, text: String) throws {
    let clip = D.clip(D.file("a.mp4"), D.range(25, 50), effects: D.warp(scalar))
    #expect(try recipe(D.timeline(D.track(clip))).lines.first == "local V1 = \(text)")
  }

  @Test func tracksLieOverOneAnother() throws {
    let (lines, warnings) = try recipe(
      D.timeline(D.track(D.clip()), D.track(D.gap(25), D.clip(D.file("logo.png"), D.range(0, 25)))))
    #expect(lines.last == "return stack(V1, V2)")
    #expect(lines.contains(#"  image("logo.png"):lasting(1)"#))
    #expect(warnings == [])
  }

  @Test func soundInATrackOfItsOwnJoinsItsPictures() throws {
    let both = D.timeline(D.track(D.clip(), D.gap(25)), D.track(D.clip(), D.gap(25), kind: "Audio"))
    #expect(try recipe(both).lines.contains(#"  video("a.mp4"):trim(0, 2),"#))
    #expect(try recipe(both).lines.last == "return V1")
    let other = D.timeline(D.track(D.clip()), D.track(D.clip(D.file("song.mp3")), kind: "Audio"))
    #expect(
      try recipe(other).lines == [
        #"local V1 = video("a.mp4"):trim(0, 2):mute()"#, #"local A1 = audio("song.mp3"):trim(0, 2)"#,
        "return stack(V1, A1)",
      ])
  }

  @Test func aCutInsideACutIsOneClip() throws {
    let inner =
      #"{ "OTIO_SCHEMA": "Stack.1", "source_range": \#(D.range(25, 50)), "children": [\#(D.track(D.clip(), D.clip()))] }"#
    #expect(
      try recipe(D.timeline(D.track(inner))).lines.first
        == #"local V1 = sequence(video("a.mp4"):trim(0, 2), video("a.mp4"):trim(0, 2)):trim(1, 3)"#)
  }

  @Test func theFirstVersionOfAClipIsReadToo() throws {
    let clip = """
      { "OTIO_SCHEMA": "Clip.1", "name": "shot", "source_range": \(D.range(0, 50)), "media_reference": \(D.file("a.mp4")) }
      """
    #expect(try recipe(D.timeline(D.track(clip))).lines.first == #"local V1 = video("a.mp4"):trim(0, 2)"#)
  }

  @Test(arguments: [
    (D.clip(#"{ "OTIO_SCHEMA": "MissingReference.1" }"#), "missing"),
    (D.clip(#"{ "OTIO_SCHEMA": "ImageSequenceReference.1" }"#), "cannot be played"),
    (D.clip(#"{ "OTIO_SCHEMA": "GeneratorReference.1", "generator_kind": "SMPTEBars" }"#), "SMPTEBars"),
    (D.clip(effects: #"{ "OTIO_SCHEMA": "Effect.1", "effect_name": "Sparkle" }"#), "Sparkle"),
    (D.clip(effects: #"{ "OTIO_SCHEMA": "Sparkle.7" }"#), "Sparkle.7"),
    (D.clip(D.file("a.mp4", D.range(0, 25))), "needs 2 s of its media, and there are 1 s"),
    (D.clip(D.file("/elsewhere/a.mp4")), "put a copy beside the recipe"),
    (D.clip(D.file("https://example.org/a.mp4")), "put a copy beside the recipe"),
    (D.clip(D.file("../a.mp4")), "put a copy beside the recipe"),
  ])
  func whatCannotBeTakenOverIsAWarningWithItsPlace(clip: String, words: String) throws {
    let (cut, found) = try CutReader.read(Array(D.timeline(D.track(clip)).utf8))
    let (_, further) = try RecipeWriter.recipe(for: cut, from: "cut.otio", files: Cupboard.files)
    let warnings = (found + further).filter { $0.place.hasPrefix("tracks.children[0].children[0]") }
    #expect(warnings.contains { $0.message.contains(words) }, "\(warnings)")
  }

  @Test func whatIsSwitchedOffStaysEmpty() throws {
    let off = D.clip().replacing(#""name": "shot","#, with: #""name": "shot", "enabled": false,"#)
    let (lines, warnings) = try recipe(D.timeline(D.track(D.clip(), off)))
    #expect(lines.contains("  gap(2)"))
    #expect(warnings.count == 1 && warnings[0].contains("switched off"))
  }

  @Test(arguments: [
    ("a%20b.mp4", "a b.mp4"), ("a b.mp4", "a b.mp4"), ("100%.mp4", "100%.mp4"), ("./x/../y/a.mp4", "y/a.mp4"),
    ("x/\u{301}/../../\u{301}a.mp4", "\u{301}a.mp4"), ("file:///cut/m/%C3%A4.mov", "m/ä.mov"),
    ("file://localhost/cut/a.mp4", "a.mp4"), ("/cut/a.mp4", "a.mp4"),
  ])
  func aUrlBecomesTheNameOfAFile(url: String, name: String) {
    let found = Cupboard.files.name(of: url)
    #expect(found.name == name && found.problem == nil)
  }

  @Test(arguments: [
    ("../\u{301}a.mp4", "\u{301}a.mp4"), ("/cut/../\u{301}a.mp4", "\u{301}a.mp4"), ("..", "media"),
    ("http://x/..", "x"), ("..\\..", "media"), ("/", "media"), ("%2E%2E/a.mp4", "a.mp4"), ("/cut", "cut"),
  ])
  func aFileThatLiesElsewhereIsLookedForBesideTheRecipe(url: String, name: String) {
    let found = Cupboard.files.name(of: url)
    #expect(found.name == name && found.problem != nil)
  }

  @Test(arguments: ["a.mp4", "m/a b.mp4", "ä#?%20.mov", "x/y/z.png"])
  func aNameComesBackFromItsUrl(name: String) {
    let url = FilePlace.url(of: "/cut/\(name)", in: "/cut")
    #expect(!url.contains(" ") && !url.contains("#") && Cupboard.files.name(of: url).name == name)
    let far = FilePlace.url(of: "/cut/\(name)", in: "/other")
    #expect(far.hasPrefix("file:///cut/") && Cupboard.files.name(of: far).name == name)
  }
}
