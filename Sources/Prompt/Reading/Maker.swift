internal import Graph
internal import Media
internal import World

/// Makes things of the dictionary's pieces.
struct Maker {
  let vocabulary: Vocabulary
  /// What the pieces without a material of their own take.
  var material: Material
  var scale = 1.0

  /// - Throws: `.unknown` for a material that is not in the vocabulary.
  init(_ vocabulary: Vocabulary, material name: String, color: Color?, scale: Double, at path: String)
    throws(SceneError)
  {
    self.vocabulary = vocabulary
    self.scale = scale
    material = try Self.material(name, in: vocabulary, at: path)
    if let color { material.surface.paint(color) }
    material.surface.scale *= scale
  }

  static func material(_ name: String, in vocabulary: Vocabulary, at path: String) throws(SceneError) -> Material {
    guard let word = vocabulary.material(name) else {
      throw .unknown(name, "material", among: vocabulary.materials.flatMap(\.names), at: path)
    }
    return word.material
  }

  /// In the space in which the thing stands at y = 0.
  func part(_ piece: Piece, at path: String) throws(SceneError) -> Part {
    var material = material
    if let name = piece.material {
      material = try Self.material(name, in: vocabulary, at: path)
      if let color = piece.color.flatMap({ Color($0) }) { material.surface.paint(color) }
      material.surface.scale *= scale
    }
    let pose = Pose(piece.place * scale, Rotation(degrees: piece.turn))
    return Part(piece.solid.scaled(by: scale), at: pose, of: material, isSolid: piece.isSolid)
  }

  func parts(_ pieces: [Piece], at path: String) throws(SceneError) -> [Part] {
    var parts: [Part] = []
    for piece in pieces { parts.append(try part(piece, at: path)) }
    return parts
  }
}

extension Surface {
  /// Another colour; the pattern's other colour stays as much darker or lighter as it was.
  mutating func paint(_ color: Color) {
    let isPlain = second == self.color
    let shade =
      (second.red + second.green + second.blue + 0.1) / (self.color.red + self.color.green + self.color.blue + 0.1)
    self.color = color
    second =
      isPlain
      ? color : Color(red: color.red * shade, green: color.green * shade, blue: color.blue * shade, alpha: color.alpha)
  }
}

extension [Part] {
  /// About another origin.
  func moved(by offset: Vector) -> [Part] {
    map { part in
      var part = part
      part.pose.position += offset
      return part
    }
  }

  /// Of solid parts, in kg.
  var mass: Double {
    let solids = filter(\.isSolid)
    return (solids.isEmpty ? self : solids).reduce(0) { $0 + $1.solid.volume * $1.material.substance.density }
  }
}
