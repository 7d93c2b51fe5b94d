import Graph
import Interchange
import Media
import Testing
import Worker

private typealias D = Document

private func recipe(_ document: String) throws -> (text: String, warnings: [CutWarning]) {
  let (cut, _) = try CutReader.read(Array(document.utf8))
  return try RecipeWriter.recipe(for: cut, from: "cut.otio", files: Cupboard.files)
}

/// Cuts that are more than Lua's compiler takes at once are said in several steps.
struct LongCutTests {
  @Test func muchMayBeDoneToOneClip() throws {
    let effect = """
      { "OTIO_SCHEMA": "Effect.1", "metadata": { "reprise": { "kind": "opacity", "parameters": { "value": 0.5 } } } }
      """
    let effects = Array(repeating: effect, count: 300).joined(separator: ",")
    let text = try recipe(D.timeline(D.track(D.clip(effects: effects)))).text
    #expect(try Cupboard.graph(text).nodes.count { $0.kind == .opacity } == 300)
  }

  @Test func cutsMayLieDeepInOneAnother() throws {
    var clip = D.clip()
    for _ in 0..<50 { clip = D.stack(D.track(D.gap(1)), D.track(clip)) }
    #expect(try Cupboard.graph(recipe(D.timeline(D.track(clip))).text).duration.seconds == 2)
  }

  @Test func aLongListMayEndInALongList() throws {
    var clip = D.clip()
    for _ in 0..<6 { clip = D.stack(D.track(Array(repeating: D.gap(25), count: 49).joined(separator: ","), clip)) }
    #expect(try Cupboard.graph(recipe(D.timeline(D.track(clip))).text).duration.seconds == 6 * 49 + 2)
  }

  @Test func aTextThatIsTooLongForARecipeIsACard() throws {
    let clip = D.clip(
      #"{ "OTIO_SCHEMA": "GeneratorReference.1", "generator_kind": "text", "parameters": { "text": "\#(long)" } }"#)
    let (text, warnings) = try recipe(D.timeline(D.track(clip)))
    #expect(text.contains(#"text("missing: text""#))
    #expect(warnings.count == 1 && warnings[0].message.contains("a card stands in its place"))
  }

  @Test func aNameOfOneLetterMayBeLong() throws {
    let missing = D.clip(#"{ "OTIO_SCHEMA": "MissingReference.1" }"#).replacing("shot", with: "e" + accents)
    #expect(try recipe(D.timeline(D.track(missing))).text.utf8.count < 1000)
  }

  @Test func aRecipeOfTooManyBytesIsRefused() throws {
    let clips = Array(repeating: D.clip(), count: 6000).joined(separator: ",")
    let error = try #require(throws: CutError.self) { try recipe(D.timeline(D.track(clips))) }
    #expect(error.code == .tooLarge && error.wanted == "at most \(Limits().sourceBytes)")
  }

  private let long = String(repeating: "long ", count: 20_000)
  private let accents = String(repeating: "\u{301}", count: 100_000)
}
