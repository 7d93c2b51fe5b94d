import Graph
import Media
import Worker

extension Session {
  func video(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let asset = try asset(arguments, .video, at: place)
    guard let duration = asset.duration, let size = asset.size else {
      throw RecipeError(
        .asset, "\"\(arguments.text("file") ?? "")\" has no moving picture", remedy: "use image(…) or audio(…)")
    }
    guard duration > .zero else {
      throw RecipeError(
        .asset, "\"\(arguments.text("file") ?? "")\" lasts no time at all", remedy: "name a file that does")
    }
    adoptCanvas(of: asset)
    return try add(
      Draft(
        kind: .video, parameters: ["asset": .digest(asset.digest)], duration: duration, picture: .pixels(size),
        hasSound: asset.hasSound, place: place))
  }

  func image(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let asset = try asset(arguments, .image, at: place)
    guard let size = asset.size else {
      throw RecipeError(.asset, "\"\(arguments.text("file") ?? "")\" is no picture", remedy: "use audio(…)")
    }
    return try add(
      Draft(
        kind: .image, parameters: ["asset": .digest(asset.digest)], duration: nil, picture: .pixels(size),
        hasSound: false,
        place: place))
  }

  func audio(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let asset = try asset(arguments, .audio, at: place)
    guard asset.hasSound, let duration = asset.duration, duration > .zero else {
      throw RecipeError(.asset, "\"\(arguments.text("file") ?? "")\" has no sound", remedy: "name a file that has")
    }
    return try add(
      Draft(
        kind: .audio, parameters: ["asset": .digest(asset.digest)], duration: duration, picture: .none, hasSound: true,
        place: place))
  }

  func text(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let measure = try library.measure(arguments.values)
    for warning in measure.warnings { warn("text: \(warning)", at: place) }
    var parameters = arguments.values
    parameters["fonts"] = .list(measure.fonts.map(Setting.digest))
    return try add(
      Draft(
        kind: .text, parameters: parameters, duration: nil, picture: .pixels(measure.size), hasSound: false,
        place: place))
  }

  /// A source as large as the canvas and without an end.
  func ground(_ kind: NodeKind, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    try add(
      Draft(kind: kind, parameters: arguments.values, duration: nil, picture: .canvas, hasSound: false, place: place))
  }

  private func asset(_ arguments: Arguments, _ kind: ParameterType.AssetKind, at place: Place) throws(RecipeError)
    -> Asset
  {
    let asset = try library.asset(named: arguments.text("file") ?? "", kind)
    for warning in asset.warnings { warn("\(arguments.text("file") ?? ""): \(warning)", at: place) }
    return asset
  }

  /// Without a canvas of its own, a recipe takes the size and rate of its first video.
  private func adoptCanvas(of asset: Asset) {
    guard canvas == nil, let size = asset.size else { return }
    let even = Size(width: (size.width + 1) & ~1, height: (size.height + 1) & ~1)
    let bounds = 16...8192
    guard bounds.contains(even.width), bounds.contains(even.height) else { return }
    canvas = Canvas(size: even, frameRate: asset.frameRate ?? Session.presetCanvas.frameRate)
  }

  /// Answers `canvas { … }`.
  func sayCanvas(_ arguments: Arguments) throws(RecipeError) {
    guard !isCanvasSaid else { throw RecipeError(.canvas, "it was said before", remedy: "say it once") }
    guard canvas == nil, drafts.isEmpty else {
      throw RecipeError(.canvas, "it comes too late", remedy: "say it before any clip and before frames(n)")
    }
    let preset = Session.presetCanvas
    let size = Size(width: Int(arguments.number("width") ?? 0), height: Int(arguments.number("height") ?? 0))
    guard size.width % 2 == 0, size.height % 2 == 0 else {
      throw RecipeError(
        .canvas, "\(size) is odd",
        remedy: "use \((size.width + 1) & ~1)x\((size.height + 1) & ~1): video shares colour between pixels")
    }
    let rate = arguments.number("fps").flatMap { FrameRate($0) } ?? preset.frameRate
    canvas = Canvas(size: size, frameRate: rate, background: arguments.color("background") ?? preset.background)
    isCanvasSaid = true
  }
}
