import Codec
import Confinement
import Graph
import Plan
import Recipe
import Worker
import Render

/// What a recipe came to: a video that can be drawn, whole or in part, at any size. Immutable; any thread may use it.
public struct Composition: Sendable {
  let result: RecipeResult
  let shelf: Shelf
  let origin: Origin
  /// Where what is drawn is kept; nil if it is not.
  var cache: (any Cache)?
  /// The store that it is a part of.
  var store: RecipeStore? { cache as? RecipeStore }
  /// What others may turn, in the order of the recipe.
  public let params: [ParamDescription]
  /// What a remix may take hold of, in the order of the recipe.
  public let parts: [PartDescription]
  /// What the author should know.
  public let warnings: [RecipeWarning]

  init(_ result: RecipeResult, shelf: Shelf, cache: (any Cache)?, origin: Origin) {
    (self.result, self.shelf, self.cache, self.origin) = (result, shelf, cache, origin)
    params = result.params.map(ParamDescription.init)
    parts = result.parts.map { PartDescription(name: $0.path, line: $0.place.line, seconds: $0.seconds) }
    warnings = result.warnings.map(RecipeWarning.init)
  }

  /// A part of another, which is drawn on its own.
  init(of graph: Graph, on shelf: Shelf) {
    let origin = Origin(name: "clip", source: "", own: [:], params: [:])
    self.init(RecipeResult(graph), shelf: shelf, cache: shelf.cache, origin: origin)
  }

  /// What the recipe was kept in by while it ran; none in process.
  public var protections: Protections { Protections(rawValue: result.protection.rawValue) }

  var graph: Graph { result.graph }

  /// The graph's canonical text: JSON by RFC 8785 with one node a line. Equal recipes have equal texts on every machine.
  public var graphText: String { graph.text }
  /// SHA-256 of the canonical text without its line ends: 64 hexadecimal digits.
  public var digest: String { "\(graph.digest)" }
  public var size: Size { graph.canvas.size }
  public var frameRate: FrameRate { graph.canvas.frameRate }
  public var duration: Time { graph.duration }
  /// How many pictures the whole video has.
  public var frameCount: Int64 { graph.frameCount }
  public var hasSound: Bool { graph.nodes[graph.root].hasSound }

  /// Draws the picture on show at an instant, in straight RGBA, over the canvas's background.
  ///
  /// - Parameters:
  ///   - time: From 0 to the end of the video.
  ///   - size: Of the picture; the canvas's if left out. Its shape must be the canvas's.
  public func picture(at time: Time, size: Size? = nil) throws(RepriseError) -> Frame {
    guard time >= .zero, time < duration else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "\(time) is not in the video",
        wanted: "a time from 0 to less than \(duration)")
    }
    do {
      let scene = Scene(graph, output: try checked(size))
      return try Compositor(scene, footage: shelf, keepsAlpha: isTranslucent).still(frameRate.frame(at: time))
    } catch {
      throw RepriseError(error)
    }
  }

  /// A size that the video may be drawn at.
  func checked(_ size: Size?) throws(RepriseError) -> Size {
    let canvas = self.size
    guard let size else { return canvas }
    guard (16...8192).contains(size.width), (16...8192).contains(size.height), size.width % 2 == 0, size.height % 2 == 0
    else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "the size is \(size)", wanted: "even numbers from 16 to 8192")
    }
    let (wide, high) = (size.width * canvas.height, size.height * canvas.width)
    guard abs(wide - high) * 50 <= max(wide, high) else {
      let height = (size.width * canvas.height / canvas.width + 1) & ~1
      throw RepriseError(
        .usage, code: "wrongShape", came: "the size \(size) has another shape than the canvas's \(canvas)",
        remedy: "use \(size.width)x\(height), or change the recipe's canvas")
    }
    return size
  }
}
