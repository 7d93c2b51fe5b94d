internal import Media
internal import World

extension ThingWord {
  /// A thing that a table makes of forms: one with a `shape`, or several `parts`; nil if it has neither.
  init?(form fields: Fields) throws(SceneError) {
    if let parts = fields["parts"] {
      self.init("form", of: "plastic", try Self.pieces(fields, parts))
    } else if fields["shape"] != nil {
      let piece = try Piece(fields)
      self.init("form", of: "plastic", color: "#d5d9de", [piece.at(0, piece.solid.halfExtent(.none).y)])
    } else {
      return nil
    }
  }

  private static func pieces(_ fields: Fields, _ value: SceneValue) throws(SceneError) -> [Piece] {
    guard case .table(let table) = value, (1...64).contains(table.list.count), table.fields.isEmpty else {
      throw SceneError(fields.place(of: "parts"), value.words, wanted: "a list of 1 to 64 parts")
    }
    var pieces: [Piece] = []
    for (index, entry) in table.list.enumerated() {
      let names = Piece.shapeNames + ["size", "at", "turn", "material", "color", "solid"]
      let part = try Fields(entry, at: "\(fields.path).parts.\(index + 1)", names: names)
      var piece = try Piece(part)
      piece.place = try part.vector("at", within: 1000, "m") ?? Vector(0, piece.solid.halfExtent(.none).y, 0)
      piece.turn = try part.vector("turn", within: 360, "degrees") ?? .zero
      piece.color = try part.color("color") != nil ? try part.text("color") : nil
      piece.material = try part.text("material") ?? piece.color.map { _ in "plastic" }
      piece.isSolid = try part.flag("solid") ?? true
      pieces.append(piece)
    }
    return pieces
  }
}

extension Piece {
  static let shapes = ["box", "sphere", "cylinder", "capsule", "cone", "ring"]
  /// What says a form, beside a box's `size`.
  static let shapeNames = ["shape", "radius", "height", "tube"]

  /// The form that `shape` and its measures say, in metres.
  init(_ fields: Fields) throws(SceneError) {
    func length(_ name: String, _ usual: Double) throws(SceneError) -> Double {
      try fields.number(name, 0.001...1000, "m") ?? usual
    }
    let shape = try fields.text("shape") ?? "box"
    switch shape {
    case "sphere": self = .ball(try length("radius", 0.2))
    case "cylinder": self = .rod(try length("radius", 0.2), try length("height", 0.5))
    case "capsule": self = .pill(try length("radius", 0.15), try length("height", 0.3))
    case "cone": self = .cone(try length("radius", 0.2), try length("height", 0.5))
    case "ring": self = .ring(try length("radius", 0.3), try length("tube", 0.05))
    case "box":
      let size = try fields.vector("size", within: 1000, "m") ?? Vector(0.5, 0.5, 0.5)
      guard size.min() >= 0.001 else {
        throw SceneError(fields.place(of: "size"), "an edge of less than 0.001 m", wanted: "0.001 to 1000 (m)")
      }
      self = Piece(solid: .box(size: size))
    default: throw .unknown(shape, "shape", among: Self.shapes, at: fields.place(of: "shape"))
    }
  }
}
