package import World

/// A place of the dictionary: its ground, its water, its light, and what stands in the background.
package struct PlaceWord: Hashable, Sendable {
  package var names: [String]
  package var place: Place
  package var material: String
  package var color: String?
  package var marks: Ground.Marks
  /// What a hard ball keeps of its speed on this ground: 1 is a hard floor.
  package var bounce: Double
  package var water: Water?
  /// How much of the sky's light comes in.
  package var sky: Double
  package var lamps: [Lighting.Lamp]
  package var gravity: Double
  package var scenery: [Scenery]

  package init(
    _ names: String, _ place: Place, _ material: String, _ color: String? = nil, marks: Ground.Marks = .none,
    bounce: Double = 1, water: Water? = nil, sky: Double = 1, lamps: [Lighting.Lamp] = [], gravity: Double = 9.81,
    _ scenery: [Scenery] = []
  ) {
    self.names = names.split(separator: "|").map(String.init)
    (self.place, self.material, self.color, self.marks) = (place, material, color, marks)
    (self.bounce, self.water, self.sky, self.lamps) = (bounce, water, sky, lamps)
    (self.gravity, self.scenery) = (gravity, scenery)
  }

  package var name: String { names.first ?? "studio" }

  /// A thing in the background.
  package struct Scenery: Hashable, Sendable {
    package var thing: String
    package var place: SIMD2<Double>
    package var size: Double
    package var facing: Double

    package init(_ thing: String, _ x: Double, _ z: Double, size: Double = 1, facing: Double = 0) {
      (self.thing, self.place, self.size, self.facing) = (thing, SIMD2(x, z), size, facing)
    }
  }
}

extension PlaceWord {
  static let builtin: [PlaceWord] = [
    PlaceWord("studio|white background|plain background|lab|laboratory", .studio, "concrete", "#d9dadc"),
    PlaceWord(
      "court|basketball court|playground|schoolyard", .court, "concrete", "#b5694a", marks: .court, sky: 1,
      [
        .init("tree", -9, -13, size: 1.3), .init("tree", 4, -15, size: 1.5), .init("tree", 11, -12, size: 1.2),
        .init("bench", -4, -9),
        .init("fence", -6, -10.5), .init("fence", -3, -10.5), .init("fence", 0, -10.5), .init("fence", 3, -10.5),
        .init("fence", 6, -10.5),
      ]),
    PlaceWord(
      "pitch|football pitch|football field|soccer field|stadium|field", .pitch, "grass", marks: .pitch, bounce: 0.75,
      [
        .init("tree", -14, -20, size: 1.6), .init("tree", 9, -22, size: 1.8), .init("fence", -3, -16),
        .init("fence", 0, -16), .init("fence", 3, -16),
      ]),
    PlaceWord(
      "street|road|city|town|highway|car park|parking lot|crossroads", .street, "asphalt", marks: .road,
      [
        .init("streetlamp", -6, -6), .init("streetlamp", 6, -6), .init("house", -9, -12), .init("house", -3, -12.5),
        .init("house", 4, -12),
        .init("house", 10, -12.5), .init("tree", 0.5, -8),
      ]),
    PlaceWord(
      "park|garden|backyard|yard|lawn|meadow|countryside|outside|outdoors", .park, "grass", bounce: 0.7,
      [
        .init("tree", -7, -10, size: 1.4), .init("tree", -3.5, -14, size: 1.7), .init("tree", 5, -11, size: 1.5),
        .init("tree", 10, -15, size: 1.8),
        .init("bush", -5, -7.5), .init("bush", 7.5, -8.5, size: 1.3), .init("bench", 1.5, -8.5),
      ]),
    PlaceWord(
      "forest|woods|jungle|clearing", .forest, "leaves", "#5a5a34", bounce: 0.5,
      [
        .init("fir", -8, -9, size: 1.6), .init("fir", -4, -12, size: 2), .init("tree", -1, -10, size: 1.6),
        .init("fir", 3, -13, size: 2.1),
        .init("fir", 6, -9, size: 1.5), .init("tree", 9.5, -12, size: 1.9), .init("mushroom", -2, -4.5, size: 1.5),
        .init("log", 4, -6),
      ]),
    PlaceWord(
      "beach|shore|coast|seaside", .beach, "sand", bounce: 0.3,
      water: Water(level: -0.05, halfSize: SIMD2(200, 150), center: SIMD2(0, -157), depth: 3, waves: SIMD2(0.12, 3)),
      [
        .init("palm", -7.5, -4.5, size: 1.3), .init("umbrella", 6.5, -4), .init("palm", 10, -5.5, size: 1.5),
      ]),
    PlaceWord(
      "sea|ocean|open water|river", .sea, "sand", bounce: 0.3, water: Water(level: 0, depth: 8, waves: SIMD2(0.18, 4))),
    PlaceWord(
      "lake|pond|lakeside", .lake, "grass", bounce: 0.7,
      water: Water(level: -0.1, halfSize: SIMD2(30, 14), center: SIMD2(0, -15.5), depth: 3, waves: SIMD2(0.04, 1.6)),
      [
        .init("fir", -16, -32, size: 2.2), .init("fir", -7, -33, size: 2.5), .init("tree", 4, -33, size: 2.4),
        .init("fir", 14, -32, size: 2.2),
      ]),
    PlaceWord(
      "pool|swimming pool|bath|bathtub|tank|aquarium|water|water tank", .pool, "tiles", bounce: 1,
      water: Water(level: -0.08, halfSize: SIMD2(4, 2.5), center: SIMD2(0, -3), depth: 1.8, waves: SIMD2(0.015, 1)),
      [
        .init("umbrella", -5.5, -7), .init("palm", 6, -7.5),
      ]),
    PlaceWord(
      "desert|dunes|wasteland", .desert, "sand", bounce: 0.3,
      [
        .init("cactus", -6, -9, size: 1.5), .init("cactus", 4.5, -13, size: 1.8), .init("rock", 8, -9, size: 2),
        .init("rock", -2.5, -12, size: 1.5),
      ]),
    PlaceWord(
      "snowfield|snowy field|winter landscape|winter|arctic|north pole", .snowfield, "snow", bounce: 0.2,
      [
        .init("fir", -7, -11, size: 1.7), .init("fir", -3, -15, size: 2), .init("fir", 5, -12, size: 1.8),
        .init("fir", 10, -14, size: 2.1),
      ]),
    PlaceWord(
      "ice rink|frozen lake|rink", .snowfield, "ice", bounce: 1,
      [.init("fir", -8, -13, size: 1.8), .init("fir", 7, -14, size: 2)]),
    PlaceWord(
      "mountain|mountains|hills|valley|cliff", .mountain, "stone", bounce: 0.9,
      [
        .init("fir", -8, -10, size: 1.5), .init("rock", 5.5, -9, size: 2.2), .init("fir", 10, -14, size: 1.8),
      ]),
    PlaceWord(
      "room|living room|bedroom|house interior|office|classroom|library|inside|indoors", .room, "planks", sky: 0.55,
      lamps: [.init(at: Vector(0, 2.5, 1), strength: 220, radius: 0.25)],
      [.init("shelf", -3.2, -3.6), .init("sofa", 3, -3.2)]),
    PlaceWord(
      "kitchen|dining room|restaurant|cafe", .kitchen, "tiles", sky: 0.6,
      lamps: [.init(at: Vector(0, 2.4, 0.8), strength: 220, radius: 0.25)],
      [
        .init("cupboard", -3, -3.6), .init("cupboard", -1.9, -3.6), .init("stool", 3.4, -2.6),
      ]),
    PlaceWord(
      "gym|gymnasium|sports hall|hall|bowling alley", .gym, "planks", "#d9a566", marks: .lane, sky: 0.6,
      lamps: [
        .init(at: Vector(-3, 5.5, 0), strength: 700, radius: 0.5),
        .init(at: Vector(3, 5.5, 0), strength: 700, radius: 0.5),
      ]),
    PlaceWord(
      "stage|theatre|theater|concert", .stage, "planks", "#4a3324", sky: 0.15,
      lamps: [
        .init(at: Vector(-2.5, 4.5, 3), strength: 900, radius: 0.2),
        .init(at: Vector(2.5, 4.5, 3), strength: 700, radius: 0.2),
      ]),
    PlaceWord(
      "bar|pub|club|casino", .bar, "planks", "#3d2a1d", sky: 0.2,
      lamps: [.init(at: Vector(0, 2.3, 0.5), strength: 260, radius: 0.2)],
      [
        .init("stool", -2.4, -2.4), .init("stool", 2.4, -2.4),
      ]),
    PlaceWord(
      "space|outer space", .space, "stone", "#9b9a97", bounce: 1, sky: 0.05, gravity: 1.62,
      [
        .init("rock", -6, -9, size: 2), .init("rock", 5, -12, size: 2.6),
      ]),
    PlaceWord(
      "the moon|lunar surface|moonscape", .space, "stone", "#9b9a97", bounce: 1, sky: 0.05, gravity: 1.62,
      [
        .init("lunar soil", 0, 0), .init("rock", -6, -9, size: 2), .init("rock", 5, -12, size: 2.6),
        .init("rock", 9, -7), .init("rock", -3, -16, size: 1.6),
      ]),
  ]
}

/// A time of day: where the sun is, in degrees above the horizon and about y from the viewer to the right.
package struct TimeWord: Hashable, Sendable {
  package var names: [String]
  package var elevation: Double
  package var azimuth: Double

  package init(_ names: String, elevation: Double, azimuth: Double) {
    self.names = names.split(separator: "|").map(String.init)
    (self.elevation, self.azimuth) = (elevation, azimuth)
  }

  package var name: String { names.first ?? "day" }

  static let builtin = [
    TimeWord("day|daytime|daylight", elevation: 42, azimuth: 35),
    TimeWord("dawn|daybreak|early morning", elevation: 2, azimuth: -110),
    TimeWord("sunrise", elevation: 5, azimuth: -120),
    TimeWord("morning", elevation: 24, azimuth: -60),
    TimeWord("noon|midday|high noon", elevation: 68, azimuth: 10),
    TimeWord("afternoon", elevation: 34, azimuth: 50),
    TimeWord("evening|golden hour|late afternoon", elevation: 11, azimuth: 70),
    TimeWord("sunset|sundown", elevation: 5, azimuth: 130),
    TimeWord("dusk|twilight|blue hour|nightfall", elevation: -4, azimuth: 130),
    TimeWord("night|nighttime|midnight|moonlight|moonlit night|dark|in the dark", elevation: -25, azimuth: 150),
  ]
}

/// A weather: what it sets; the rest stays.
package struct WeatherWord: Hashable, Sendable {
  package var names: [String]
  package var clouds: Double?
  package var rain: Double?
  package var snow: Double?
  package var fog: Double?
  package var wind: Double?
  package var gusts: Double?

  package init(
    _ names: String, clouds: Double? = nil, rain: Double? = nil, snow: Double? = nil, fog: Double? = nil,
    wind: Double? = nil, gusts: Double? = nil
  ) {
    self.names = names.split(separator: "|").map(String.init)
    (self.clouds, self.rain, self.snow) = (clouds, rain, snow)
    (self.fog, self.wind, self.gusts) = (fog, wind, gusts)
  }

  package var name: String { names.first ?? "clear" }

  static let builtin = [
    WeatherWord("clear|sunny|sunshine|fair weather|blue sky|bright", clouds: 0.1),
    WeatherWord("cloudy|clouds|partly cloudy", clouds: 0.55),
    WeatherWord("overcast|grey sky|gray sky|gloomy", clouds: 1),
    WeatherWord("rain|rainy|raining|rains|in the rain|wet", clouds: 0.9, rain: 0.6),
    WeatherWord("drizzle|drizzling|light rain", clouds: 0.85, rain: 0.25),
    WeatherWord("storm|stormy|thunderstorm|downpour|heavy rain|tempest", clouds: 1, rain: 1, wind: 9, gusts: 0.7),
    WeatherWord("snow|snowy|snowing|snows|snowfall|in the snow|flurries", clouds: 0.9, snow: 0.6),
    WeatherWord("blizzard|snowstorm|heavy snow", clouds: 1, snow: 1, fog: 40, wind: 8, gusts: 0.6),
    WeatherWord("fog|foggy", clouds: 0.7, fog: 25),
    WeatherWord("mist|misty|haze|hazy", clouds: 0.4, fog: 70),
    WeatherWord("wind|windy|in the wind", wind: 6, gusts: 0.5),
    WeatherWord("breeze|breezy|gentle wind|light wind", wind: 2.5, gusts: 0.4),
    WeatherWord("calm|windless|still air|no wind", wind: 0, gusts: 0),
    WeatherWord("gale|hurricane|strong wind|gusty", clouds: 0.7, wind: 14, gusts: 0.8),
  ]
}
