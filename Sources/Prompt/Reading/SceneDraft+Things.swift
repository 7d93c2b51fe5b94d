internal import Media
internal import World

/// Things: of the dictionary, or of forms.
extension SceneDraft {
  static let thingNames =
    [
      "at", "facing", "turn", "size", "material", "color", "mass", "friction", "bounce", "weight", "velocity", "spin",
      "fixed", "held_by", "from", "till", "path", "count", "step", "held", "stiffness", "parts",
    ] + shapeNames
  static let shapeNames = ["shape", "radius", "height", "tube"]

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
    if let parts = fields["parts"] { return try composed(fields, parts) }
    guard let first = fields.table.list.first else {
      guard fields["shape"] != nil else {
        throw SceneError(
          fields.path, "what it is is not said", remedy: "write { \"ball\", … } or { shape = \"box\", … }")
      }
      let piece = try self.piece(fields)
      return ThingWord("form", of: "plastic", color: "#d5d9de", [piece.at(0, piece.solid.halfExtent(.none).y)])
    }
    let name = try Fields.text(first, at: fields.path)
    for key in Self.shapeNames where fields[key] != nil {
      throw SceneError(
        fields.place(of: key), "a \(name) has a form already",
        remedy: "leave out \"\(name)\", or write size = 2 for twice as large")
    }
    guard let word = vocabulary.thing(name) else {
      throw .unknown(name, "thing", among: vocabulary.things.flatMap(\.names), at: fields.path)
    }
    return word
  }

  private func composed(_ fields: Fields, _ value: SceneValue) throws(SceneError) -> ThingWord {
    guard case .table(let table) = value, (1...64).contains(table.list.count), table.fields.isEmpty else {
      throw SceneError(fields.place(of: "parts"), value.words, wanted: "a list of 1 to 64 parts")
    }
    var pieces: [Piece] = []
    for (index, entry) in table.list.enumerated() {
      let names = Self.shapeNames + ["size", "at", "turn", "material", "color", "solid"]
      let part = try Fields(entry, at: "\(fields.path).parts.\(index + 1)", names: names)
      var piece = try self.piece(part)
      piece.place = try part.vector("at", within: 1000, "m") ?? Vector(0, piece.solid.halfExtent(.none).y, 0)
      piece.turn = try part.vector("turn", within: 360, "degrees") ?? .zero
      piece.color = try part.color("color") != nil ? try part.text("color") : nil
      piece.material = try part.text("material") ?? piece.color.map { _ in "plastic" }
      piece.isSolid = try part.flag("solid") ?? true
      pieces.append(piece)
    }
    return ThingWord("form", of: "plastic", pieces)
  }

  private func piece(_ fields: Fields) throws(SceneError) -> Piece {
    func length(_ name: String, _ usual: Double) throws(SceneError) -> Double {
      try fields.number(name, 0.001...1000, "m") ?? usual
    }
    let shape = try fields.text("shape") ?? "box"
    switch shape {
    case "sphere": return .ball(try length("radius", 0.2))
    case "cylinder": return .rod(try length("radius", 0.2), try length("height", 0.5))
    case "capsule": return .pill(try length("radius", 0.15), try length("height", 0.3))
    case "cone": return .cone(try length("radius", 0.2), try length("height", 0.5))
    case "ring": return .ring(try length("radius", 0.3), try length("tube", 0.05))
    case "box":
      let size = try fields.vector("size", within: 1000, "m") ?? Vector(0.5, 0.5, 0.5)
      guard size.min() >= 0.001 else {
        throw SceneError(fields.place(of: "size"), "an edge of less than 0.001 m", wanted: "0.001 to 1000 (m)")
      }
      return Piece(solid: .box(size: size))
    default:
      throw .unknown(
        shape, "shape", among: ["box", "sphere", "cylinder", "capsule", "cone", "ring"], at: fields.place(of: "shape"))
    }
  }
}

extension SceneValue {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
