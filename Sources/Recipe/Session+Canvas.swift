import Graph
import Media

extension Session {
  /// Answers `canvas { … }`. In a chain of remixes, the first recipe that says or needs a canvas decides for all.
  func sayCanvas(_ arguments: Arguments) throws(RecipeError) {
    guard !isCanvasSaid else { throw RecipeError(.canvas, "it was said before", remedy: "say it once") }
    guard !hasBegun else {
      throw RecipeError(.canvas, "it comes too late", remedy: "say it before any clip and before frames(n)")
    }
    let preset = Chain.presetCanvas
    let size = Size(width: Int(arguments.number("width") ?? 0), height: Int(arguments.number("height") ?? 0))
    guard size.width % 2 == 0, size.height % 2 == 0 else {
      throw RecipeError(
        .canvas, "\(size) is odd",
        remedy: "use \((size.width + 1) & ~1)x\((size.height + 1) & ~1): video shares colour between pixels")
    }
    let rate = arguments.number("fps").flatMap { FrameRate($0) } ?? preset.frameRate
    let said = Canvas(
      size: size, frameRate: rate, background: arguments.color("background") ?? preset.background,
      light: arguments.text("light").flatMap(Light.init) ?? preset.light,
      sound: arguments.text("sound").flatMap(ChannelLayout.init) ?? preset.sound,
      loudness: arguments.number("loudness").map {
        Canvas.Loudness(target: $0, ceiling: arguments.number("ceiling") ?? -1)
      })
    chain.canvas = chain.canvas ?? said
    isCanvasSaid = true
  }

  /// Without a canvas of its own, a recipe takes the size and rate of its first video.
  func adoptCanvas(of asset: Asset) {
    guard chain.canvas == nil, let size = asset.size else { return }
    let even = Size(width: (size.width + 1) & ~1, height: (size.height + 1) & ~1)
    let bounds = 16...8192
    guard bounds.contains(even.width), bounds.contains(even.height) else { return }
    chain.canvas = Canvas(size: even, frameRate: asset.frameRate ?? Chain.presetCanvas.frameRate)
  }
}
