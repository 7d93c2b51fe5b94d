internal import Media
package import World

/// Reads the table of a scene, as a recipe writes it and as a prompt becomes it.
///
/// Every number is held to a range, and what is wrong is said with its place in the table. A table that is read makes a scene
/// in which names are unlike each other, at most 500 things and 200 actions, and at most 120 s.
package struct SceneReader {
  package init() {}

  /// - Throws: `SceneError` for the first mistake.
  package func scene(_ table: SceneTable) throws(SceneError) -> Scene {
    var draft = SceneDraft()
    try draft.read(table)
    return draft.scene
  }
}

/// A scene while its table is read: settings first, then what stands in it, then what happens.
struct SceneDraft {
  /// With the scene's own words.
  private(set) var vocabulary = Vocabulary.builtin
  var scene = Scene(
    duration: Time(flicks: 8 * Time.flicksPerSecond),
    ground: Ground(Material(name: "", substance: Substance(density: 1), surface: Surface(.white))), shots: [])
  /// By name, in the order in which they were placed.
  var spots: [(name: String, spot: Spot)] = []
  private var spotNumbers: [String: Int] = [:]
  /// The things that a name of the table stands for.
  var groups: [String: [String]] = [:]
  /// Where the table's own links begin; before them are those of things of several bodies.
  var firstLink = 0

  static let names = [
    "seconds", "seed", "place", "time", "weather", "light", "gravity", "water", "ground", "scenery", "things",
    "figures", "links",
    "actions", "camera", "look", "words",
  ]

  mutating func read(_ table: SceneTable) throws(SceneError) {
    let top = try Fields(.table(table), at: "", names: Self.names)
    try readWords(top)
    try readSetting(top)
    try readFigurePlaces(top)
    try readThings(top)
    try readScenery(top)
    try readFigures(top)
    try readLinks(top)
    try readActions(top)
    try readCamera(top)
  }

  private mutating func readWords(_ top: Fields) throws(SceneError) {
    let words = try entries(top, "words", most: Vocabulary.mostOwnWords)
    if !words.isEmpty { vocabulary = try vocabulary.adding(SceneTable(fields: words)) }
  }

  /// Takes a name for what stands there.
  mutating func add(_ name: String, _ spot: Spot, at path: String) throws(SceneError) {
    guard spotNumbers[name] == nil, !["ground", "water", "world", ""].contains(name) else {
      throw SceneError(path, "the name \"\(name)\" is taken", remedy: "give it another")
    }
    guard spots.count < 620 else { throw SceneError("things", "more than 500 things", wanted: "500 at most") }
    spotNumbers[name] = spots.count
    spots.append((name, spot))
  }

  subscript(name: String) -> Spot? { spotNumbers[name].map { spots[$0].spot } }

  mutating func change(_ name: String, _ change: (inout Spot) -> Void) {
    guard let index = spotNumbers[name] else { return }
    change(&spots[index].spot)
  }

  /// What a name stands for; of a group the first.
  func find(_ name: String, _ kind: String = "thing or figure", at path: String) throws(SceneError) -> (String, Spot) {
    let name = groups[name]?.first ?? name
    guard let spot = self[name] else {
      throw .unknown(name, kind, among: groups.keys.sorted() + spots.map(\.name), at: path)
    }
    return (name, spot)
  }

  /// The entries of a named table.
  func entries(_ top: Fields, _ name: String, most: Int) throws(SceneError) -> [SceneTable.Field] {
    guard let value = top[name] else { return [] }
    guard case .table(let table) = value, table.list.isEmpty else {
      throw SceneError(name, value.words, wanted: "names with tables", remedy: "write \(name) = { ball = { … } }")
    }
    guard table.fields.count <= most else {
      throw SceneError(name, "\(table.fields.count) entries", wanted: "\(most) at most")
    }
    return table.fields
  }

  /// The entries of a table without names.
  func list(_ top: Fields, _ name: String, most: Int) throws(SceneError) -> [SceneValue] {
    guard let value = top[name] else { return [] }
    guard case .table(let table) = value, table.fields.isEmpty else {
      throw SceneError(name, value.words, wanted: "a list of tables", remedy: "write \(name) = { { … }, { … } }")
    }
    guard table.list.count <= most else {
      throw SceneError(name, "\(table.list.count) entries", wanted: "\(most) at most")
    }
    return table.list
  }
}
