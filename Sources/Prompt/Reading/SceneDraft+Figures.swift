internal import Media
internal import World

/// People and animals.
extension SceneDraft {
  static let figureNames = ["at", "facing", "height", "top", "bottom", "shoes", "hair", "skin", "voice"]

  /// Their places come before the things', which may face them or lie in their hands.
  mutating func readFigurePlaces(_ top: Fields) throws(SceneError) {
    for entry in try entries(top, "figures", most: 100) {
      let (fields, word) = try figureWord(entry)
      let place = try fields.vector("at", within: 1000, "m") ?? .zero
      let height = try fields.number("height", 0.05...20, "m") ?? word.height
      let width = Figure.halfWidth(word.kind) * height
      let bounds = Bounds(place - Vector(width, 0, width), place + Vector(width, height, width))
      try add(entry.key, Spot(bounds: bounds, origin: place, isFigure: true, mass: 70), at: fields.path)
    }
  }

  mutating func readFigures(_ top: Fields) throws(SceneError) {
    for entry in try entries(top, "figures", most: 100) {
      let (fields, word) = try figureWord(entry)
      let place = try fields.vector("at", within: 1000, "m") ?? .zero
      scene.figures.append(
        Figure(
          entry.key, word.kind, height: try fields.number("height", 0.05...20, "m") ?? word.height, at: place,
          heading: try heading(fields, from: place) ?? 0, colors: try colors(fields, word),
          voice: try fields.text("voice")))
    }
  }

  private func figureWord(_ entry: SceneTable.Field) throws(SceneError) -> (Fields, FigureWord) {
    let fields = try Fields(entry.value, at: "figures.\(entry.key)", positions: 1, names: Self.figureNames)
    let name =
      try fields.table.list.first.map { (value) throws(SceneError) in try Fields.text(value, at: fields.path) }
      ?? "person"
    guard let word = vocabulary.figure(name) else {
      throw .unknown(name, "figure", among: vocabulary.figures.flatMap(\.names), at: fields.path)
    }
    return (fields, word)
  }

  private func colors(_ fields: Fields, _ word: FigureWord) throws(SceneError) -> Figure.Colors {
    var colors = Figure.Colors()
    func color(_ name: String, _ usual: String?, _ other: Color) throws(SceneError) -> Color {
      if let color = try fields.color(name) { return color }
      guard let usual else { return other }
      return try Fields.color(.text(usual), at: fields.place(of: name))
    }
    colors.top = try color("top", word.top, colors.top)
    colors.bottom = try color("bottom", word.bottom, colors.bottom)
    colors.hair = try color("hair", word.hair, colors.hair)
    colors.skin = try color("skin", word.skin, colors.skin)
    colors.shoes = try color("shoes", nil, colors.shoes)
    return colors
  }
}

extension Figure {
  /// Of its height, how far it reaches to each side: what must be free where it stands.
  static func halfWidth(_ kind: Kind) -> Double {
    switch kind {
    case .person, .child, .robot: 0.16
    case .dog, .horse: 0.6
    case .cat, .bird: 0.7
    }
  }
}
