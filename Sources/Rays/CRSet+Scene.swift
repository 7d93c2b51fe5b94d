internal import CRays
internal import Media
internal import World

extension CRSet {
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
    ground = CRSurface(scene.ground.material.surface, look: scene.look)
    wall = CRSurface(scene.place.wall, look: scene.look)
    let (place, heading) = scene.marking
    marks = Int32(scene.ground.marks.code.rawValue)
    (marks_place, marks_heading) = (CRVector(place), CRVector(heading))
    room = CRVector(scene.room)
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
    guard ground.pattern != Int32(CRGrass.rawValue), ground.pattern != Int32(CRSand.rawValue) else { return }
    ground.roughness += (0.12 - ground.roughness) * wet
    ground.color = ground.color * (1 - 0.3 * wet)
    ground.second = ground.second * (1 - 0.3 * wet)
  }

  private mutating func setWater(_ scene: Scene) {
    guard let water = scene.water else { return }
    water_level = water.level.held(-1000, 1000)
    water_depth = water.depth.held(0.01, 1000)
    water_center = CRVector(Vector(water.center.x, 0, water.center.y))
    let half = water.halfSize ?? .zero
    water_half = CRVector(x: half.x.held(0, 1e5), y: 0, z: half.y.held(0, 1e5))
    waves = CRVector(x: water.waves.x.held(0, 20), y: water.waves.y.held(0.05, 500), z: 0)
    water_color = CRVector(scene.place.waterColor)
  }

  private mutating func setAir(_ scene: Scene) {
    let (weather, light) = (scene.weather, scene.light)
    let elevation = Double(light.elevation.held(-1.6, 1.6)), azimuth = Double(light.azimuth.held(-1e5, 1e5))
    let level = Elementary.cos(elevation)
    sun = CRVector(
      Vector(level * Elementary.sin(azimuth), Elementary.sin(elevation), level * Elementary.cos(azimuth)))
    sky = light.sky.held(0, 1)
    clouds = weather.clouds.held(0, 1)
    rain = weather.rain.held(0, 1)
    snow = weather.snow.held(0, 1)
    wind = CRVector(weather.wind)
    let clear = scene.place.isIndoors ? 0 : 1 / 2200.0
    haze = Float(clear) + rain / 350 + snow / 220 + (weather.fog.map { 1 / $0.held(0.5, 1e6) } ?? 0)
  }
}

extension Quality {
  var code: CRQuality {
    switch self {
    case .draft: CRDraft
    case .standard: CRStandard
    case .fine: CRFine
    }
  }
}

extension Look {
  fileprivate var code: CRLook {
    switch self {
    case .plain: CRLookPlain
    case .clay: CRLookClay
    case .toon: CRLookToon
    case .noir: CRLookNoir
    case .neon: CRLookNeon
    case .paper: CRLookPaper
    }
  }
}

extension Ground.Marks {
  fileprivate var code: CRMarks {
    switch self {
    case .none: CRNoMarks
    case .court: CRCourt
    case .pitch: CRPitch
    case .road: CRRoad
    case .lane: CRLane
    }
  }
}
