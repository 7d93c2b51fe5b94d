import Graph
import Media
import Worker

extension Session {
  func video(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let (asset, file) = try asset(named: arguments.text("file") ?? "", .video, at: place)
    return try video(asset, called: "\"\(file)\"", at: place)
  }

  func video(_ asset: Asset, called name: String, at place: Place) throws(RecipeError) -> Int {
    guard let duration = asset.duration, let size = asset.size else {
      throw RecipeError(.asset, "\(name) has no moving picture", remedy: "use image(…) or audio(…)")
    }
    guard duration > .zero else {
      throw RecipeError(.asset, "\(name) lasts no time at all", remedy: "name a file that does")
    }
    adoptCanvas(of: asset)
    return try add(
      Draft(
        kind: .video, parameters: ["asset": .digest(asset.digest)], duration: duration, picture: .pixels(size),
        hasSound: asset.hasSound, place: place))
  }

  func image(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let (asset, file) = try asset(named: arguments.text("file") ?? "", .image, at: place)
    guard let size = asset.size else {
      throw RecipeError(.asset, "\"\(file)\" is no picture", remedy: "use audio(…)")
    }
    return try add(
      Draft(
        kind: .image, parameters: ["asset": .digest(asset.digest)], duration: nil, picture: .pixels(size),
        hasSound: false,
        place: place))
  }

  func audio(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let (asset, file) = try asset(named: arguments.text("file") ?? "", .audio, at: place)
    guard asset.hasSound, let duration = asset.duration, duration > .zero else {
      throw RecipeError(.asset, "\"\(file)\" has no sound", remedy: "name a file that has")
    }
    return try add(
      Draft(
        kind: .audio, parameters: ["asset": .digest(asset.digest)], duration: duration, picture: .none, hasSound: true,
        place: place))
  }

  func text(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var (parameters, measure) = try setting(arguments.values)
    for warning in measure.warnings { warn("text: \(warning)", at: place) }
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

  /// The file that is named, and its name where it lies.
  func asset(named name: String, _ kind: ParameterType.AssetKind, at place: Place) throws(RecipeError)
    -> (Asset, String)
  {
    let (asset, file) = try stock.asset(named: name, kind) { () throws(RecipeError) in
      try chain.tally.add(.opening)
    }
    for warning in asset.warnings { warn("\(file): \(warning)", at: place) }
    return (asset, file)
  }
}
