import Graph
import Media
import Worker

/// Sounds that are made rather than read from a file.
extension Session {
  /// Answers `say("Hello")`.
  func say(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var parameters = arguments.values
    parameters["at"] = nil
    for (name, own) in parameters.removeValue(forKey: "by")?.record ?? [:] where arguments.presets.contains(name) {
      parameters[name] = own
    }
    try record(&parameters, at: place)
    return try delayed(try made(.speech, parameters, at: place), by: arguments.time("at") ?? .zero, at: place)
  }

  /// Answers `music { … }`. A node's own length is called so, since its `seconds` are how long it plays.
  func music(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    try made(.music, Session.renamingSeconds(arguments.values), at: place)
  }

  /// Answers `sound.impact { … }`, `sound.ambience("rain")` and their like.
  func effect(_ word: Word, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var parameters = Session.renamingSeconds(arguments.values)
    parameters["sound"] = .text(String(word.name.drop { $0 != "." }.dropFirst()))
    return try made(.foley, parameters, at: place)
  }

  /// Answers `midi("song.mid")`.
  func midi(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let name = arguments.text("file") ?? ""
    _ = try bytes(of: name, atMost: 4 << 20)
    guard let digest = stock.assets[name] else { throw RecipeError(.asset, "there is no file \"\(name)\"") }
    do {
      return try made(.midi, ["file": .digest(digest)], at: place)
    } catch {
      throw RecipeError(error.code, "\"\(name)\": \(error.came)", wanted: error.wanted, remedy: error.remedy)
    }
  }

  func made(_ kind: NodeKind, _ parameters: SoundParameters, at place: Place) throws(RecipeError) -> Int {
    let measure = try measure(kind, parameters)
    for warning in measure.warnings { warn(warning, at: place) }
    return try add(
      Draft(
        kind: kind, parameters: parameters, duration: try bounded(measure.duration), picture: .none, hasSound: true,
        place: place))
  }

  private static func renamingSeconds(_ values: [String: Setting]) -> SoundParameters {
    var values = values
    values["length"] = values.removeValue(forKey: "seconds")
    return values
  }
}
