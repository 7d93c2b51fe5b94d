internal import Media
internal import World

/// When and where it is, and how it is lit and drawn.
extension SceneDraft {
  mutating func readSetting(_ top: Fields) throws(SceneError) {
    scene.duration = try top.number("seconds", 0.1...120, "s").flatMap(Time.init(seconds:)) ?? scene.duration
    scene.seed = UInt64(try top.number("seed", 0...9_007_199_254_740_991) ?? 0)
    try readPlace(top)
    try readTime(top)
    try readWeather(top)
    try readWater(top)
    if let pull = top["gravity"] {
      if case .table = pull {
        scene.gravity = try Fields.vector(pull, within: 100, "m/s²", at: "gravity")
      } else {
        scene.gravity = Vector(0, -(try Fields.number(pull, -100...100, "m/s²", at: "gravity")), 0)
      }
    }
    scene.look = try look(top)
  }

  private func look(_ top: Fields) throws(SceneError) -> Look {
    guard let name = try top.text("look") else { return .plain }
    guard let word = vocabulary.look(name) else {
      throw .unknown(name, "look", among: vocabulary.looks.flatMap(\.names), at: "look")
    }
    return word.look
  }

  /// The place that a scene's table names.
  func placeWord(_ top: Fields) throws(SceneError) -> PlaceWord {
    let name = try top.text("place") ?? "studio"
    guard let word = vocabulary.place(name) else {
      throw .unknown(name, "place", among: vocabulary.places.flatMap(\.names), at: "place")
    }
    return word
  }

  private mutating func readPlace(_ top: Fields) throws(SceneError) {
    let word = try placeWord(top)
    var material = try Maker.material(try top.text("ground") ?? word.material, in: vocabulary, at: "ground")
    if top["ground"] == nil { material.substance.restitution = word.bounce }
    if top["ground"] == nil, let color = word.color, let color = try? Fields.color(.text(color), at: "place") {
      material.surface.paint(color)
    }
    scene.place = word.place
    scene.ground = Ground(material, marks: word.marks)
    scene.water = word.water
    scene.gravity = Vector(0, -word.gravity, 0)
    scene.light.sky = word.sky
    scene.light.lamps = word.lamps
  }

  private mutating func readTime(_ top: Fields) throws(SceneError) {
    let name = try top.text("time") ?? "day"
    guard let word = vocabulary.times.first(where: { $0.names.contains(name) }) else {
      throw .unknown(name, "time of day", among: vocabulary.times.flatMap(\.names), at: "time")
    }
    var (elevation, azimuth) = (word.elevation, word.azimuth)
    if let light = top["light"] {
      let fields = try Fields(light, at: "light", names: ["elevation", "azimuth", "sky", "lamps"])
      elevation = try fields.number("elevation", -90...90, "degrees") ?? elevation
      azimuth = try fields.number("azimuth", -360...360, "degrees") ?? azimuth
      scene.light.sky = try fields.number("sky", 0...1) ?? scene.light.sky
      scene.light.lamps = try readLamps(fields) ?? scene.light.lamps
    }
    scene.light.elevation = elevation * .pi / 180
    scene.light.azimuth = azimuth * .pi / 180
  }

  private func readLamps(_ fields: Fields) throws(SceneError) -> [Lighting.Lamp]? {
    guard fields["lamps"] != nil else { return nil }
    var lamps: [Lighting.Lamp] = []
    for (index, entry) in try list(fields, "lamps", most: 16).enumerated() {
      let lamp = try Fields(entry, at: "light.lamps.\(index + 1)", names: ["at", "color", "strength", "radius"])
      lamps.append(
        Lighting.Lamp(
          at: try lamp.vector("at", within: 1000, "m") ?? Vector(0, 3, 0), color: try lamp.color("color") ?? .white,
          strength: try lamp.number("strength", 0...1e6, "cd") ?? 100,
          radius: try lamp.number("radius", 0.001...10, "m") ?? 0.1))
    }
    return lamps
  }

  private mutating func readWeather(_ top: Fields) throws(SceneError) {
    switch top["weather"] {
    case nil: break
    case .text(let name): try addWeather(name, at: "weather")
    case .table(let table) where table.fields.isEmpty && table.list.count <= 8:
      for (index, entry) in table.list.enumerated() {
        try addWeather(try Fields.text(entry, at: "weather.\(index + 1)"), at: "weather.\(index + 1)")
      }
    case let value?: try setWeather(value)
    }
  }

  private mutating func addWeather(_ name: String, at path: String) throws(SceneError) {
    guard let word = vocabulary.weathers.first(where: { $0.names.contains(name) }) else {
      throw .unknown(name, "weather", among: vocabulary.weathers.flatMap(\.names), at: path)
    }
    scene.weather.clouds = word.clouds ?? scene.weather.clouds
    scene.weather.rain = word.rain ?? scene.weather.rain
    scene.weather.snow = word.snow ?? scene.weather.snow
    scene.weather.fog = word.fog ?? scene.weather.fog
    scene.weather.wind = word.wind.map { Vector($0, 0, 0) } ?? scene.weather.wind
    scene.weather.gusts = word.gusts ?? scene.weather.gusts
  }

  private mutating func setWeather(_ value: SceneValue) throws(SceneError) {
    let fields = try Fields(
      value, at: "weather", names: ["clouds", "rain", "snow", "fog", "wind", "gusts"])
    scene.weather = Weather(
      clouds: try fields.number("clouds", 0...1) ?? 0.2, rain: try fields.number("rain", 0...1) ?? 0,
      snow: try fields.number("snow", 0...1) ?? 0, fog: try fields.number("fog", 1...100_000, "m"),
      wind: try fields.vector("wind", within: 60, "m/s") ?? .zero, gusts: try fields.number("gusts", 0...1) ?? 0.3)
  }

  private mutating func readWater(_ top: Fields) throws(SceneError) {
    guard let value = top["water"] else { return }
    guard value != false else {
      scene.water = nil
      return
    }
    let fields = try Fields(
      value, at: "water", names: ["level", "depth", "density", "waves", "length", "width", "at", "breadth"])
    var water = scene.water ?? Water()
    water.level = try fields.number("level", -100...100, "m") ?? water.level
    water.depth = try fields.number("depth", 0.01...1000, "m") ?? water.depth
    water.density = try fields.number("density", 1...25_000, "kg/m³") ?? water.density
    water.waves.x = try fields.number("waves", 0...10, "m") ?? water.waves.x
    water.waves.y = try fields.number("length", 0.1...100, "m") ?? water.waves.y
    if let place = try fields.vector("at", within: 1000, "m") { water.center = SIMD2(place.x, place.z) }
    if let width = try fields.number("width", 0.1...2000, "m") {
      water.halfSize = SIMD2(width, try fields.number("breadth", 0.1...2000, "m") ?? width) / 2
    }
    scene.water = water
  }

  /// What stands in the background of the place, unless `scenery = false`.
  mutating func readScenery(_ top: Fields) throws(SceneError) {
    guard try top.flag("scenery") ?? true else { return }
    for (index, item) in try placeWord(top).scenery.enumerated() {
      let table = SceneTable(
        [.text(item.thing)],
        fields: [
          .init("at", .vector(Vector(item.place.x, 0, item.place.y))), .init("size", .number(item.size)),
          .init("facing", .number(item.facing)), .init("fixed", true),
        ])
      let name = "scenery \(index + 1)"
      try readThing(SceneTable.Field(name, .table(table)))
      for name in groups[name] ?? [] { change(name) { $0.isScenery = true } }
    }
  }
}
