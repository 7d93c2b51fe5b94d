import Graph
import Interchange
import Media
import Recipe
import Worker

/// A library whose videos are all of 10 s, 1280x720 at 30000/1001 with sound, and whose pictures are of 200x100.
struct Cupboard: Library {
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    let isStill = kind == .image
    return Asset(
      digest: Digest(of: name.utf8), duration: isStill ? nil : Time(seconds: 10),
      size: kind == .audio ? nil : Size(width: isStill ? 200 : 1280, height: isStill ? 100 : 720),
      frameRate: isStill ? nil : FrameRate(29.97), hasSound: kind != .image && !name.hasPrefix("silent"))
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    TextMeasure(
      size: Size(width: 300, height: 40), fonts: [Digest(of: "Inter".utf8)],
      pieces: ["character": 5, "word": 1, "line": 1])
  }

  /// What a recipe comes to, evaluated on a thread of this process.
  static func graph(_ source: String) throws -> Graph {
    var limits = Limits()
    limits.wallClock = .seconds(300)
    let evaluator = RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess, limits: limits), limits: GraphLimits())
    return try evaluator.evaluate(source, name: "r.lua", library: Cupboard()).graph
  }

  /// The same as a cut, whose files lie beside it.
  static func cut(_ source: String) throws -> Cut {
    let names = ["a.mp4", "b.mp4", "c.mp4", "silent.mp4", "song.mp3", "logo.png"]
    let known = Dictionary(uniqueKeysWithValues: names.map { (Digest(of: $0.utf8), $0) })
    return try Cut(graph(source), name: "r") { digest in
      known[digest].map {
        Footage(name: $0, url: $0, frameRate: $0.hasSuffix(".mp4") ? FrameRate(29.97) : nil)
      }
    }
  }

  static let files = FilePlace(cut: "/cut", recipe: "/cut")

  /// A recipe, told as a timeline and read again.
  static func roundTrip(_ source: String) throws -> (recipe: String, warnings: [CutWarning]) {
    let (cut, found) = try CutReader.read(Array(try Cupboard.cut(source).document.utf8))
    let (text, further) = try RecipeWriter.recipe(for: cut, from: "r.otio", files: files)
    return (text, found + further)
  }
}
