import Claims
import Graph
import Media
import Testing

@testable import Interchange

private typealias D = Document

private func mistake(_ document: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CutError {
  try #require(throws: CutError.self, sourceLocation: sourceLocation) {
    let (cut, _) = try CutReader.read(Array(document.utf8))
    _ = try RecipeWriter.recipe(for: cut, from: "cut.otio", files: Cupboard.files)
  }
}

struct BadInputTests {
  @Test(arguments: [
    ("", "", CutError.Code.syntax), ("{", "", .syntax), ("[]", "", .missing), ("{}", "", .missing),
    (D.clip(), "", .schema), (D.timeline(), "tracks", .missing), (D.timeline(D.track()), "tracks", .missing),
    (D.timeline(D.track(D.gap(0))), "tracks", .missing),
    (D.timeline(D.track(D.clip(schema: "Clip.3"))), "tracks.children[0].children[0]", .schema),
    (D.timeline(D.track(D.clip(schema: "Marker.2"))), "tracks.children[0].children[0]", .schema),
    (D.timeline(D.track(D.clip(schema: "Clip"))), "tracks.children[0].children[0]", .schema),
    (D.timeline(D.track(D.clip(), kind: "Smell")), "tracks.children[0]", .schema),
    (
      D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(0, -50)))),
      "tracks.children[0].children[0].source_range.duration",
      .outOfRange
    ),
    (
      D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(0, 50, 0)))),
      "tracks.children[0].children[0].source_range.start_time", .outOfRange
    ),
    (
      D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(0, 1e17)))),
      "tracks.children[0].children[0].source_range.duration", .outOfRange
    ),
    (
      D.timeline(D.track(D.clip(D.file("a.mp4"), D.range(-25, 50)))), "tracks.children[0].children[0].source_range",
      .outOfRange
    ),
    (D.timeline(D.track(D.clip(D.file("a.mp4"), "null"))), "tracks.children[0].children[0]", .missing),
    (D.timeline(D.track(D.clip(D.file("a.mp4"), "7"))), "tracks.children[0].children[0].source_range", .missing),
    (
      D.timeline(D.track(D.clip(effects: D.warp(1e9)))), "tracks.children[0].children[0].effects[0].time_scalar",
      .outOfRange
    ),
    (D.timeline(D.track(D.clip(), D.transition(51, 0), D.clip())), "tracks.children[0].children[1]", .outOfRange),
    (D.timeline(D.track(D.clip(), D.transition(0, 0), D.clip())), "tracks.children[0].children[1]", .outOfRange),
    (
      D.timeline(D.track(D.clip(), D.transition(-5, 6), D.clip())), "tracks.children[0].children[1].in_offset",
      .outOfRange
    ),
    (
      D.timeline(D.track(D.clip(), D.transition(1, 1), D.transition(1, 1), D.clip())), "tracks.children[0].children[1]",
      .outOfRange
    ),
    (D.timeline(D.track(D.clip(), D.transition(5, 5), D.clip())), "tracks.children[0].children[2]", .outOfRange),
    (
      D.timeline(D.track(D.clip(D.file("")))),
      "tracks.children[0].children[0].media_references.DEFAULT_MEDIA.target_url", .outOfRange
    ),
  ])
  func badInputIsAnErrorWithItsPlace(document: String, place: String, code: CutError.Code) throws {
    let error = try mistake(document)
    #expect(error.place == place && error.code == code, "\(error)")
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "1e999"])
  func numbersThatAreNotFiniteAreRefused(number: String) throws {
    let document = D.timeline(D.track(D.clip())).replacing("50.0", with: number)
    #expect(try mistake(document).code == .syntax)
  }

  @Test func whatIsTooDeepIsRefused() throws {
    var clip = D.clip()
    for _ in 0..<200 { clip = D.stack(D.track(clip)) }
    let error = try mistake(D.timeline(D.track(clip)))
    #expect(error.code == .syntax && error.came.contains("within one another"))
  }

  @Test func cutsInCutsAreReadAsDeepAsTheyAreWritten() throws {
    var clip = D.clip()
    for _ in 0..<Cut.deepest { clip = D.stack(D.track(clip)) }
    #expect(try CutReader.read(Array(D.timeline(D.track(clip)).utf8)).cut.tracks.nesting == Cut.deepest + 1)
  }

  @Test func whatIsTooMuchIsRefused() throws {
    let gaps = Array(repeating: D.gap(1), count: CutReader.mostPieces + 1).joined(separator: ",")
    #expect(try mistake(D.timeline(D.track(gaps))).code == .tooLarge)
    #expect(try mistake(String(repeating: " ", count: 65 << 20)).code == .syntax)
    let tracks = Array(repeating: D.track(D.clip()), count: 51).joined(separator: ",")
    #expect(try mistake(D.timeline(tracks)).code == .tooLarge)
  }

  @Test func speedsDoNotPileUp() throws {
    let warps = Array(repeating: D.warp(100), count: 200).joined(separator: ",")
    let error = try mistake(D.timeline(D.track(D.clip(effects: warps))))
    #expect(error.code == .outOfRange && error.place == "tracks.children[0].children[0].effects[1].time_scalar")
  }

  @Test func aTrackOfDaysIsRefused() throws {
    let gaps = Array(repeating: D.gap(24_000_000), count: 40).joined(separator: ",")
    #expect(try mistake(D.timeline(D.track(gaps))).code == .outOfRange)
  }

  @Test func whatSharesAreUnrolledToIsBounded() throws {
    let doubled = "local v = video('a.mp4'):trim(0, frames(1)) for i = 1, 18 do v = v .. v end return v"
    let error = try #require(throws: CutError.self) { try Cupboard.cut(doubled) }
    #expect(error.code == .tooLarge)
  }

  @Test func wordsOfStrangersStayTexts() throws {
    let evil = #"\"):over(video(\"secret.mp4"#
    let clip = D.clip(
      #"{ "OTIO_SCHEMA": "GeneratorReference.1", "generator_kind": "text", "parameters": { "text": "\#(evil)" } }"#)
    let (cut, _) = try CutReader.read(Array(D.timeline(D.track(clip)).utf8))
    let text = try RecipeWriter.recipe(for: cut, from: "x\nreturn video('secret.mp4')", files: Cupboard.files).text
    let graph = try Cupboard.graph(text)
    #expect(graph.nodes.allSatisfy { $0.kind == .text })
    #expect(graph.nodes[0].text("text") == #""):over(video("secret.mp4"#)
  }

  /// Documents with bytes changed, left out or doubled are read or refused, and nothing else happens.
  @Test func noBytesTrap() throws {
    let whole = D.timeline(
      D.track(
        D.clip(effects: D.warp(2)), D.transition(5, 5), D.clip(D.file("b.mp4"), D.range(25, 50)),
        D.stack(D.track(D.gap(5)))),
      D.track(D.clip(), kind: "Audio"))
    let bytes = Array(whole.utf8)
    try always(runs: 1000) { draws in
      draws.list(1...6) { ($0.int(0...bytes.count - 1), $0.int(0...12), $0.int(0...255)) }
    } holds: { edits in
      var text = bytes
      for (place, kind, byte) in edits where place < text.count {
        switch kind {
        case 0: text.remove(at: place)
        case 1: text.insert(contentsOf: text[place..<min(place + 40, text.count)], at: place)
        case 2...8: text[place] = UInt8(ascii: "0") + UInt8(byte % 10)
        default: text[place] = UInt8(byte)
        }
      }
      do throws(CutError) {
        let (cut, _) = try CutReader.read(text)
        _ = try RecipeWriter.recipe(for: cut, from: "cut.otio", files: Cupboard.files)
      } catch {
        return !error.came.isEmpty
      }
      return true
    }
  }
}
