import Graph
import Media
import Recipe
import Worker

@testable import Interchange

/// A timeline of an editing program: it becomes a recipe that is one, and that asks for nothing but what lies beside it;
/// or it is a mistake with words.
struct TimelineHarness: Harness {
  static let name = "timeline"

  private let evaluator: RecipeEvaluator

  init() throws {
    var limits = Limits()
    (limits.fuel, limits.memory, limits.wallClock) = (2_000_000, 64 << 20, .seconds(20))
    var small = GraphLimits()
    (small.samples, small.seconds) = (20_000, 600)
    evaluator = RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess, limits: limits), limits: small)
  }

  private static let recipes = [
    "return video('a.mp4'):trim(1, 3) .. video('b.mp4'):trim(frames(31), frames(77))",
    "return video('a.mp4'):trim(0, 4):crossfade(video('b.mp4'):trim(2, 7), 1):layer(text('A', { size = 9 }), { from = 1 })",
    "return image('a.png'):lasting(2) .. solid('tomato'):lasting(1) .. video('a.mp4'):reverse():speed(2):freeze(1):lasting(1)",
    "return video('a.mp4'):mute():layer(audio('a.mp3'):volume(0.5), { from = 1 })",
    "return video('a.mp4'):opacity({ [0] = 0, [1] = { 1, ease = 'outBack' } }):scale(0.5):rotate(10):blur(4)",
    "return video('a.mp4'):speed { [0] = 1, [2] = 0.25 } .. gradient('#f00', '#0f0', { angle = 45 }):lasting(1)",
    "return video('a.mp4'):mask(text('S', { size = 30, weight = 'black' }), { invert = true, feather = 3 })",
    "return text({ 'a', { 'b', color = 'gold' } }):lasting(1) .. circle(9, { fill = { 'red', 'blue' } }):lasting(1)",
    "return video('a.mp4'):transition(video('b.mp4'), 'wipe', { direction = 'up', soft = 0.2, ease = 'outCubic' })",
    "return video('a.mp4'):transition(video('b.mp4'), 'luma', { matte = image('a.png') })",
    "return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:layer(a:opacity(1 - p)) end, 2)",
    "return stack(video('a.mp4'), (video('b.mp4'):trim(0, 1) .. video('a.mp4')):scale(0.3):trim(0.5)):isolate()",
  ]

  static func seeds() throws -> [[UInt8]] {
    try recipes.map(document(of:)) + [Array(foreign.utf8)]
  }

  /// A recipe as a timeline, without blanks.
  private static func document(of recipe: String) throws -> [UInt8] {
    let graph = try RecipeHarness().graph(of: recipe)
    let cut = try Cut(graph, name: "a") { _ in
      Interchange.Footage(name: "a", url: "m/a.mp4", frameRate: FrameRate(25))
    }
    return Array(try CanonicalJSON(parsing: Array(cut.document.utf8)).text.utf8)
  }

  /// What other programs write, and we do not.
  private static let foreign = """
    {"OTIO_SCHEMA":"Timeline.1","name":"cut","global_start_time":{"OTIO_SCHEMA":"RationalTime.1","value":0,"rate":23.976},
    "tracks":{"OTIO_SCHEMA":"Stack.1","markers":[{}],"children":[{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[
    {"OTIO_SCHEMA":"Clip.1","name":"shot","effects":[{"OTIO_SCHEMA":"FreezeFrame.1"},{"OTIO_SCHEMA":"Effect.1"}],
    "media_reference":{"OTIO_SCHEMA":"ExternalReference.1","target_url":"file:///cut/../a%20b.mp4","available_range":
    {"OTIO_SCHEMA":"TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","value":90000,"rate":25},"duration":
    {"OTIO_SCHEMA":"RationalTime.1","value":250,"rate":25}}}},{"OTIO_SCHEMA":"Clip.2","enabled":false,"source_range":
    {"OTIO_SCHEMA":"TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","value":0,"rate":1},"duration":
    {"OTIO_SCHEMA":"RationalTime.1","value":2,"rate":1}},"media_references":{"DEFAULT_MEDIA":
    {"OTIO_SCHEMA":"MissingReference.1"}}}]}]}}
    """

  static let words = schemas + members + kinds + others

  private static let schemas = Schema.allCases.map { "\"\($0.title)\"" }
  private static let kinds = Language.words.compactMap { $0.node.map { "\"\($0.rawValue)\"" } }
  private static let members = [
    "OTIO_SCHEMA", "children", "source_range", "start_time", "duration", "value", "rate", "tracks", "kind", "effects",
    "time_scalar", "effect_name", "enabled", "markers", "name", "media_reference", "media_references",
    "active_media_reference_key", "DEFAULT_MEDIA", "target_url", "available_range", "generator_kind", "parameters",
    "in_offset", "out_offset", "transition_type", "metadata", "reprise", "canvas", "of", "global_start_time",
  ].map { "\"\($0)\":" }
  private static let others = [
    "\"Video\"", "\"Audio\"", "\"SMPTE_Dissolve\"", "file:///", "file://localhost/", "../", "..", "%2F", "%2E", "\\\\",
    "http://", "\\u0301", "\\\"", "\\n", "--", "]]",
  ]

  private static let files = FilePlace(cut: "/cut/in", recipe: "/cut")

  func take(_ input: [UInt8]) {
    do throws(CutError) {
      let cut = try CutReader.read(input).cut
      check(try RecipeWriter.recipe(for: cut, from: "a.otio", files: Self.files).text)
    } catch {
      claim(!error.came.isEmpty, "a mistake says nothing")
    }
  }

  /// What it says of clips may be out of bounds, but it is the recipe language.
  private func check(_ recipe: String) {
    do {
      _ = try evaluator.evaluate(recipe, name: "a.lua", library: Neighbours())
    } catch let error as RecipeError {
      claim(error.code != .syntax && error.code != .runtime, "\(error) in\n\(recipe)")
    } catch {
      claim(false, "the worker failed: \(error) in\n\(recipe)")
    }
  }
}
