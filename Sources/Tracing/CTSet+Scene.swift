internal import CTracing
internal import Media
internal import World

extension CTSet {
  /// All of a scene that stays as it is.
  init(_ scene: Scene, size: Size, quality: Quality) {
    self.init()
    (width, height) = (Int32(size.width), Int32(size.height))
    self.quality = Int32(quality.code.rawValue)
    look = Int32(scene.look.code.rawValue)
    seed = UInt32(truncatingIfNeeded: scene.seed ^ scene.seed >> 32)
    setPlace(scene)
    setWater(scene)
    setAir(scene)
  }

  private mutating func setPlace(_ scene: Scene) {
    enclosure = Int32(scene.place.enclosure.rawValue)
    horizon = Int32(scene.place.horizon.rawValue)
    ground = CTSurface(scene.ground.material.surface, look: scene.look)
    wall = CTSurface(scene.place.wall, look: scene.look)
    let (place, heading) = scene.marking
    marks = Int32(scene.ground.marks.code.rawValue)
    (marks_place, marks_heading) = (CTVector(place), CTVector(heading))
    room = CTVector(scene.room)
    if scene.ground.marks == .court {
      // The second colour is the key's: the rest of the floor has one alone.
      marks_color = ground.second
      ground.second = ground.color * 0.82
    }
    if scene.weather.rain > 0 || scene.look == .neon { moisten(scene.look == .neon ? 1 : scene.weather.rain) }
  }

  /// What is wet is darker, and mirrors.
  private mutating func moisten(_ rain: Double) {
    let wet = rain.held(0, 1)
    guard ground.pattern != Int32(CTGrass.rawValue), ground.pattern != Int32(CTSand.rawValue) else { return }
    ground.roughness += (0.12 - ground.roughness) * wet
    ground.color = ground.color * (1 - 0.3 * wet)
    ground.second = ground.second * (1 - 0.3 * wet)
  }

  private mutating func setWater(_ scene: Scene) {
    guard let water = scene.water else { return }
    water_level = water.level.held(-1000, 1000)
    water_depth = water.depth.held(0.01, 1000)
    water_center = CTVector(Vector(water.center.x, 0, water.center.y))
    let half = water.halfSize ?? .zero
    water_half = CTVector(x: half.x.held(0, 1e5), y: 0, z: half.y.held(0, 1e5))
    waves = CTVector(x: water.waves.x.held(0, 20), y: water.waves.y.held(0.05, 500), z: 0)
    water_color = CTVector(scene.place.waterColor)
  }

  private mutating func setAir(_ scene: Scene) {
    let (weather, light) = (scene.weather, scene.light)
    let elevation = Double(light.elevation.held(-1.6, 1.6)), azimuth = Double(light.azimuth.held(-1e5, 1e5))
    let level = Elementary.cos(elevation)
    sun = CTVector(
      Vector(level * Elementary.sin(azimuth), Elementary.sin(elevation), level * Elementary.cos(azimuth)))
    sky = light.sky.held(0, 1)
    clouds = weather.clouds.held(0, 1)
    rain = weather.rain.held(0, 1)
    snow = weather.snow.held(0, 1)
    wind = CTVector(weather.wind)
    let clear = scene.place.isIndoors ? 0 : 1 / 2200.0
    haze = Float(clear) + rain / 350 + snow / 220 + (weather.fog.map { 1 / $0.held(0.5, 1e6) } ?? 0)
  }
}

extension Quality {
  var code: CTQuality {
    switch self {
    case .draft: CTDraft
    case .standard: CTStandard
    case .fine: CTFine
    }
  }
}

extension Look {
  fileprivate var code: CTLook {
    switch self {
    case .plain: CTLookPlain
    case .clay: CTLookClay
    case .toon: CTLookToon
    case .noir: CTLookNoir
    case .neon: CTLookNeon
    case .paper: CTLookPaper
    }
  }
}

extension Ground.Marks {
  fileprivate var code: CTMarks {
    switch self {
    case .none: CTNoMarks
    case .court: CTCourt
    case .pitch: CTPitch
    case .road: CTRoad
    case .lane: CTLane
    }
  }
}
