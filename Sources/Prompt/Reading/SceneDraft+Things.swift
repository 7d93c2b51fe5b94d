internal import Media
internal import World

/// Things: of the dictionary, or of forms.
extension SceneDraft {
  static let thingNames =
    [
      "at", "facing", "turn", "size", "material", "color", "mass", "friction", "bounce", "weight", "velocity", "spin",
      "fixed", "held_by", "from", "till", "path", "count", "step", "held", "stiffness", "parts",
    ] + Piece.shapeNames

  mutating func readThings(_ top: Fields) throws(SceneError) {
    for entry in try entries(top, "things", most: 500) { try readThing(entry) }
    guard scene.things.count + scene.sheets.count <= 500 else {
      throw SceneError("things", "\(scene.things.count + scene.sheets.count) things", wanted: "500 at most")
    }
  }

  mutating func readThing(_ entry: SceneTable.Field) throws(SceneError) {
    let path = "things.\(entry.key)"
    let fields = try Fields(entry.value, at: path, positions: 1, names: Self.thingNames)
    let word = try thingWord(fields)
    let (counts, step) = try copies(fields)
    guard counts.x * counts.y * counts.z <= 500 else {
      throw SceneError("\(path).count", "more than 500", wanted: "500 at most")
    }
    let isSingle = fields["count"] == nil
    for z in 0..<counts.z {
      for y in 0..<counts.y {
        for x in 0..<counts.x {
          let number = x + counts.x * (y + counts.y * z)
          let name = isSingle ? entry.key : "\(entry.key)_\(number + 1)"
          let offset =
            fields["count"].map(\.isNumber) == true ? step * Double(x) : step * Vector(Double(x), Double(y), Double(z))
          try make(word, fields, name: name, number: number, offset: offset, group: entry.key)
        }
      }
    }
  }

  /// How many along each axis, and how far apart.
  private func copies(_ fields: Fields) throws(SceneError) -> (SIMD3<Int>, Vector) {
    let step = try fields.vector("step", within: 100, "m") ?? Vector(1, 0, 0)
    guard let count = fields["count"] else { return (SIMD3(1, 1, 1), step) }
    let path = fields.place(of: "count")
    if case .number = count { return (SIMD3(Int(try Fields.number(count, 1...500, at: path)), 1, 1), step) }
    let counts = try Fields.vector(count, within: 500, "how many along x, y and z", at: path)
    guard counts.min() >= 1 else { throw SceneError(path, "less than 1", wanted: "1 to 500 along each axis") }
    return (SIMD3(Int(counts.x), Int(counts.y), Int(counts.z)), step)
  }

  private func thingWord(_ fields: Fields) throws(SceneError) -> ThingWord {
    if fields["parts"] != nil || fields.table.list.isEmpty, let form = try ThingWord(form: fields) { return form }
    guard let first = fields.table.list.first else {
      throw SceneError(
        fields.path, "what it is is not said", remedy: "write { \"ball\", … } or { shape = \"box\", … }")
    }
    let name = try Fields.text(first, at: fields.path)
    for key in Piece.shapeNames where fields[key] != nil {
      throw SceneError(
        fields.place(of: key), "a \(name) has a form already",
        remedy: "leave out \"\(name)\", or write size = 2 for twice as large")
    }
    guard let word = vocabulary.thing(name) else {
      throw .unknown(name, "thing", among: vocabulary.things.flatMap(\.names), at: fields.path)
    }
    return word
  }
}

extension SceneValue {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
