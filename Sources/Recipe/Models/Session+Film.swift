import Graph
import Media
import Prompt
import Worker

/// Videos that models make.
extension Session {
  /// Answers `generate { "a ball falls" }`: by the world inside, or by a model of the host's.
  func generate(_ arguments: Arguments, at place: Place) throws -> Int {
    guard let model = arguments.text("by") else {
      try refuse(
        ["take", "size", "reference", "controls", "settings"], of: arguments, "is for a model: say by whom, too")
      return try imagine(arguments, at: place)
    }
    try refuse(["quality", "view", "words"], of: arguments, "is for the world inside; \(model) has its own")
    return try film(order(arguments, model, at: place), at: place)
  }

  private func film(_ order: FilmOrder, at place: Place) throws(RecipeError) -> Int {
    try chain.tally.add(.opening)
    guard let asset = try stock.film(order) else { return try standIn(for: order, at: place) }
    for warning in asset.warnings { warn("\(order.model): \(warning)", at: place) }
    return try video(asset, called: "the take of \(order.model)", at: place)
  }

  private func order(_ arguments: Arguments, _ model: String, at place: Place) throws -> FilmOrder {
    var order = FilmOrder(arguments.text("prompt") ?? "", by: model)
    if !arguments.presets.contains("seconds") { order.length = arguments.time("seconds") }
    if !arguments.presets.contains("seed") { order.seed = arguments.number("seed").map { Int($0) } }
    order.size = arguments.text("size")
    order.settings = arguments.settings
    order.take = arguments.number("take").map { Int($0) }
    if let name = arguments.text("reference") { order.reference = try asset(named: name, .image, at: place).0.digest }
    for (name, clip) in arguments.namedClips { order.controls[name] = try control(name, clip) }
    return order
  }

  private func control(_ name: String, _ clip: Int) throws -> Graph {
    guard drafts[clip].duration != nil else {
      throw noEnd("controls.\(name)", drafts[clip], because: "no model takes what never ends")
    }
    return try graph(of: clip, on: fixedCanvas())
  }

  /// What is seen where a take is missing, and the caller asked for no more than an outline: a dark ground.
  private func standIn(for order: FilmOrder, at place: Place) throws(RecipeError) -> Int {
    warn("generate: there is no take of \(order.model) yet; a dark ground stands in for it", at: place)
    let ground = try ground(
      .solid, Arguments(values: ["color": .color(Color(red: 0.1, green: 0.1, blue: 0.12))]), at: place)
    return try cut(ground, from: .zero, to: order.expectedLength, at: place)
  }

  private func refuse(_ names: [String], of arguments: Arguments, _ reason: String) throws(RecipeError) {
    for name in names where arguments.isGiven(name) {
      throw RecipeError(.outOfRange, "\(name) \(reason)", remedy: "leave it out, or change by")
    }
  }
}

extension Arguments {
  /// Whether the recipe itself says it.
  fileprivate func isGiven(_ name: String) -> Bool {
    switch name {
    case "controls": !namedClips.isEmpty
    case "settings": !settings.isEmpty
    case "words": !words.fields.isEmpty
    default: values[name] != nil && !presets.contains(name)
    }
  }
}
