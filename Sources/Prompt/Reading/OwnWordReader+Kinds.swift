internal import Graph
internal import Media
internal import World

/// What each kind of word may say.
extension OwnWordReader {
  func thing() throws(SceneError) -> ThingWord {
    let form = try ThingWord(form: fields)
    var word = if let form { form } else { try likeness() }
    try checkParts(word)
    (word.names, word.plural) = (names, try fields.text("plural"))
    if let material = try material(named: "material") { (word.material, word.color, word.mass) = (material, nil, nil) }
    word.color = try color("color") ?? word.color
    word.mass = try fields.number("mass", 0.0001...1e6, "kg") ?? word.mass
    word.weight = try fields.number("weight", -100...100, "of what gravity pulls") ?? word.weight
    word.isFixed = try fields.flag("fixed") ?? word.isFixed
    return word
  }

  /// A thing that is like another is a kind of it: "the truck" may mean it.
  private func likeness() throws(SceneError) -> ThingWord {
    if fields["like"] == nil {
      throw SceneError(
        path, "what it is made of is not said", remedy: "write shape = \"box\", parts = { … }, or like = \"crate\"")
    }
    for key in Piece.shapeNames + ["size"] where fields[key] != nil {
      throw SceneError(fields.place(of: key), "what it is like has a form already", remedy: "leave out one of them")
    }
    var word = try model(nil, vocabulary.thing, among: vocabulary.things.flatMap(\.names))
    word.family = word.family ?? word.name
    return word
  }

  private func checkParts(_ word: ThingWord) throws(SceneError) {
    for material in word.pieces.compactMap(\.material) {
      _ = try Maker.material(material, in: vocabulary, at: fields.place(of: "parts"))
    }
  }

  func figure() throws(SceneError) -> FigureWord {
    var word = try model("person", vocabulary.figure, among: vocabulary.figures.flatMap(\.names))
    (word.names, word.plural) = (names, try fields.text("plural"))
    word.height = try fields.number("height", 0.05...20, "m") ?? word.height
    word.top = try color("top") ?? word.top
    word.bottom = try color("bottom") ?? word.bottom
    word.hair = try color("hair") ?? word.hair
    word.skin = try color("skin") ?? word.skin
    return word
  }

  func material() throws(SceneError) -> MaterialWord {
    let model = try model("plastic", vocabulary.material, among: vocabulary.materials.flatMap(\.names)).material
    return MaterialWord(names, try substance(model.substance), try surface(model.surface))
  }

  private func substance(_ model: Substance) throws(SceneError) -> Substance {
    Substance(
      density: try fields.number("density", 1...25_000, "kg/m³") ?? model.density,
      friction: try fields.number("friction", 0...2) ?? model.friction,
      rolling: try fields.number("rolling", 0...1) ?? model.rolling,
      restitution: try fields.number("bounce", 0...1) ?? model.restitution, sound: try sound() ?? model.sound)
  }

  /// What it sounds like, which a material of the dictionary does.
  private func sound() throws(SceneError) -> String? {
    guard let name = try fields.text("sound") else { return nil }
    let sounds = Vocabulary.builtin.materials.map(\.material.substance.sound)
    guard sounds.contains(name) else { throw .unknown(name, "sound", among: sounds, at: fields.place(of: "sound")) }
    return name
  }

  private func surface(_ model: Surface) throws(SceneError) -> Surface {
    var surface = model
    if let color = try fields.color("color") { surface.paint(color) }
    surface.second = try fields.color("second") ?? surface.second
    surface.pattern = try fields.choice("pattern", "pattern", of: Surface.Pattern.self) ?? surface.pattern
    surface.scale = try fields.number("scale", 0.001...10, "m") ?? surface.scale
    surface.roughness = try fields.number("roughness", 0...1) ?? surface.roughness
    surface.metal = try fields.number("metal", 0...1) ?? surface.metal
    surface.clarity = try fields.number("clarity", 0...1) ?? surface.clarity
    surface.refraction = try fields.number("refraction", 1...3) ?? surface.refraction
    surface.glow = try fields.number("glow", 0...100) ?? surface.glow
    return surface
  }

  func place() throws(SceneError) -> PlaceWord {
    var word = try model("studio", vocabulary.place, among: vocabulary.places.flatMap(\.names))
    word.names = names
    if let ground = try material(named: "ground") { (word.material, word.color) = (ground, nil) }
    word.color = try color("color") ?? word.color
    word.bounce = try fields.number("bounce", 0...1) ?? word.bounce
    word.gravity = try fields.number("gravity", 0...100, "m/s²") ?? word.gravity
    word.sky = try fields.number("sky", 0...1) ?? word.sky
    word.scenery = try scenery() ?? word.scenery
    return word
  }

  /// `scenery = { { thing = "tree", at = { -4, 0, -9 }, size = 1.5, facing = 90 } }`
  private func scenery() throws(SceneError) -> [PlaceWord.Scenery]? {
    guard let value = fields["scenery"], value != false else { return fields["scenery"] == nil ? nil : [] }
    let path = fields.place(of: "scenery")
    guard case .table(let table) = value, table.fields.isEmpty, table.list.count <= 40 else {
      throw SceneError(path, value.words, wanted: "a list of 40 things at most, or false")
    }
    var items: [PlaceWord.Scenery] = []
    for (index, entry) in table.list.enumerated() {
      let item = try Fields(entry, at: "\(path).\(index + 1)", names: ["thing", "at", "size", "facing"])
      let name = try item.text("thing") ?? ""
      guard vocabulary.thing(name) != nil else {
        throw .unknown(name, "thing", among: vocabulary.things.flatMap(\.names), at: item.place(of: "thing"))
      }
      let place = try item.vector("at", within: 1000, "m") ?? Vector(0, 0, -8)
      items.append(
        PlaceWord.Scenery(
          name, place.x, place.z, size: try item.number("size", 0.01...100, "of its usual size") ?? 1,
          facing: try item.number("facing", -3600...3600, "degrees") ?? 0))
    }
    return items
  }

  func look() throws(SceneError) -> LookWord {
    var word = try model(nil, vocabulary.look, among: vocabulary.looks.flatMap(\.names))
    word.names = names
    return word
  }
}
