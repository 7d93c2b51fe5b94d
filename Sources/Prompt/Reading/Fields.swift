internal import Graph
internal import Media
internal import World

/// The entries of a table, each checked when it is asked for. A name that nobody knows is a mistake at once.
struct Fields {
  let path: String
  let table: SceneTable

  init(
    _ value: SceneValue, at path: String, positions: Int = 0, names: [String]
  ) throws(SceneError) {
    guard case .table(let table) = value else { throw SceneError(path, value.words, wanted: "a table, in braces") }
    (self.path, self.table) = (path, table)
    guard table.list.count <= positions else {
      throw SceneError(
        path, "\(table.list.count) values without a name", wanted: positions == 0 ? "names" : "\(positions) at most")
    }
    for field in table.fields where !names.contains(field.key) {
      throw .unknown(field.key, "setting", among: names, at: path)
    }
  }

  subscript(name: String) -> SceneValue? { table[name] }

  func place(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func number(_ name: String, _ range: ClosedRange<Double>, _ unit: String = "") throws(SceneError) -> Double? {
    guard let value = self[name] else { return nil }
    return try Self.number(value, range, unit, at: place(of: name))
  }

  static func number(
    _ value: SceneValue, _ range: ClosedRange<Double>, _ unit: String = "", at path: String
  ) throws(SceneError) -> Double {
    guard case .number(let number) = value, range.contains(number) else {
      let wanted = "a number from \(range.lowerBound.short) to \(range.upperBound.short)"
      throw SceneError(path, value.words, wanted: unit.isEmpty ? wanted : "\(wanted) (\(unit))")
    }
    return number == 0 ? 0 : number
  }

  func time(_ name: String) throws(SceneError) -> Time? {
    try number(name, 0...120, "s").flatMap(Time.init(seconds:))
  }

  func text(_ name: String) throws(SceneError) -> String? {
    guard let value = self[name] else { return nil }
    return try Self.text(value, at: place(of: name))
  }

  static func text(_ value: SceneValue, at path: String) throws(SceneError) -> String {
    guard case .text(let text) = value, text.utf8.count <= 2000 else {
      throw SceneError(path, value.words, wanted: "a text of at most 2000 bytes, in quotes")
    }
    return text
  }

  func flag(_ name: String) throws(SceneError) -> Bool? {
    guard let value = self[name] else { return nil }
    guard case .flag(let flag) = value else { throw SceneError(place(of: name), value.words, wanted: "true or false") }
    return flag
  }

  func vector(_ name: String, within bound: Double, _ unit: String) throws(SceneError) -> Vector? {
    guard let value = self[name] else { return nil }
    return try Self.vector(value, within: bound, unit, at: place(of: name))
  }

  static func vector(
    _ value: SceneValue, within bound: Double, _ unit: String, at path: String
  ) throws(SceneError) -> Vector {
    guard case .table(let table) = value, table.list.count == 3, table.fields.isEmpty else {
      throw SceneError(
        path, value.words, wanted: "three numbers (\(unit))", remedy: "write { 1, 0, -2 } for x, y and z")
    }
    var vector = Vector.zero
    for index in 0..<3 {
      vector[index] = try number(table.list[index], -bound...bound, unit, at: "\(path).\(index + 1)")
    }
    return vector
  }

  func color(_ name: String) throws(SceneError) -> Color? {
    guard let value = self[name] else { return nil }
    return try Self.color(value, at: place(of: name))
  }

  static func color(_ value: SceneValue, at path: String) throws(SceneError) -> Color {
    let text = try text(value, at: path)
    guard let color = Color(text) else {
      let near = Nearness.nearest(to: text, among: Color.names.keys.sorted())
      throw SceneError(
        path, value.words, wanted: "a colour",
        remedy: near.map { "did you mean \"\($0)\"?" } ?? "write \"#d0342c\", or a name of CSS")
    }
    return color
  }

  /// One of some words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ kind: String, of type: Choice.Type
  ) throws(SceneError) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw .unknown(text, kind, among: Choice.allCases.map(\.rawValue), at: place(of: name))
    }
    return choice
  }
}
