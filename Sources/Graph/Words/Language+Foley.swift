import Media

extension Language {
  /// Effects and places that are made by synthesis.
  static let foley: [Word] = [
    effect(
      "impact",
      [
        material("material", "metal", "What is struck."),
        size(0.3),
        Parameter(optional: "against", .choice(materials), "What it hits; something small and hard if left out."),
        Parameter("damping", .number(0.1...50, .factor), preset: .number(1), "How soon it is still: 10 is in a hand."),
        strength(0.8),
      ], "A blow on something that rings as its material does.",
      #"return solid("black"):layer(sound.impact { "bell", size = 0.4 })"#),
    effect(
      "knock",
      [
        material("material", "crate", "What is knocked on."),
        Parameter("count", .integer(1...20, .times), preset: .number(3), "How often."),
        Parameter("pace", .number(30...600, .none), preset: .number(260), "Knocks a minute."),
        strength(0.7),
      ], "Somebody knocks.", #"return solid("black"):layer(sound.knock())"#),
    effect(
      "roll",
      [
        material("material", "glass", "What rolls."), size(0.05), material("floor", "wood", "What it rolls on."),
        Parameter("speed", .number(0.05...10, .none), preset: .number(1), "Metres a second."),
        seconds(0.1...60, 2), Parameter("slows", .flag, preset: .flag(true), "Until it lies still."),
      ], "Something round rolls.", #"return solid("black"):layer(sound.roll { "metal", floor = "wood" })"#),
    effect(
      "scrape",
      [
        material("material", "metal", "What is scraped."), size(0.3),
        Parameter("speed", .number(0.02...5, .none), preset: .number(0.4), "Metres a second."),
        Parameter("roughness", .number(0...1, .none), preset: .number(0.4), "0 is smooth, 1 rough."),
        seconds(0.05...60, 1),
      ], "Something is dragged along.", #"return solid("black"):layer(sound.scrape { "stone", roughness = 0.8 })"#),
    effect(
      "footsteps",
      [
        material("material", "wood", "What is walked on."),
        Parameter("pace", .number(20...240, .none), preset: .number(110), "Steps a minute."),
        seconds(0.3...60, 4),
        Parameter("weight", .number(0...1, .none), preset: .number(0.5), "0 is a child, 1 a giant."),
      ], "Somebody walks.", #"return solid("black"):layer(sound.footsteps { "gravel", seconds = 3 })"#),
    effect(
      "creak",
      [
        material("material", "wood", "What creaks."), seconds(0.2...20, 1.2),
        Parameter("pitch", .number(60...2000, .hertz), preset: .number(320), "How high."),
      ], "A door, a floor or a ship.", #"return solid("black"):layer(sound.creak { seconds = 2 })"#),
    effect(
      "splash",
      [Parameter("size", .number(0.02...2, .none), preset: .number(0.3), "Metres, of what falls in."), strength(0.8)],
      "Something falls into water.", #"return solid("navy"):layer(sound.splash())"#),
    effect(
      "drip",
      [Parameter("size", .number(0...1, .none), preset: .number(0.4), "How large the drop is."), strength(0.8)],
      "A drop falls into water.", #"return solid("navy"):layer(sound.drip())"#),
    effect(
      "whoosh",
      [
        seconds(0.1...10, 0.6), Parameter("pitch", .number(80...6000, .hertz), preset: .number(700), "How high."),
        Parameter("sharpness", .number(0...1, .none), preset: .number(0.4), "0 is a cloth, 1 a blade."),
        Parameter("pan", .number(-1...1, .none), preset: .number(1), "To which side it goes, from the other."),
      ], "Something flies by.", #"return solid("black"):layer(sound.whoosh { 0.8 })"#),
    effect(
      "explosion", [Parameter("size", .number(0...1, .none), preset: .number(0.6), "How large."), strength(1)],
      "A blast.", #"return solid("black"):layer(sound.explosion())"#),
    effect(
      "thunder",
      [Parameter("distance", .number(0.1...10, .none), preset: .number(1.5), "Kilometres away."), strength(0.9)],
      "A clap of thunder, as long as it rolls.", #"return solid("black"):layer(sound.thunder { 0.5 })"#),
    effect(
      "zap",
      [
        seconds(0.08...3, 0.35),
        Parameter("pitch", .number(100...4000, .hertz), preset: .number(220), "How low it ends."),
        strength(0.8),
      ], "A ray gun.", #"return solid("black"):layer(sound.zap())"#),
    effect(
      "riser",
      [
        seconds(0.5...30, 3),
        Parameter("pitch", .number(40...1000, .hertz), preset: .number(110), "From how low it rises."),
      ],
      "It rises until something must happen.", #"return solid("black"):layer(sound.riser { 2 })"#),
    effect(
      "cue",
      [
        Parameter("kind", .choice(cues), preset: .text("click"), "Which."),
        Parameter("pitch", .number(0.25...4, .factor), preset: .number(1), "How high."), strength(0.8),
      ], "A small sound for a moment on the screen.", #"return solid("black"):layer(sound.cue("ding"))"#),
    effect(
      "ambience",
      [
        Parameter(
          "kind", .choice(["rain", "wind", "sea", "stream", "fire", "forest", "night", "crowd", "room", "city"]),
          "Where it is, or what the weather is."),
        Parameter("activity", .number(0...1, .none), preset: .number(0.5), "How much: a drizzle or a downpour."),
      ], "A place, without an end and without a loop.",
      #"return solid("navy"):layer(sound.ambience("rain")):lasting(3)"#),
  ]

  package static let materials = [
    "metal", "iron", "bell", "tin", "glass", "ceramic", "stone", "concrete", "ice", "wood", "crate", "plastic",
    "rubber",
    "cardboard", "flesh", "snow", "sand", "gravel", "leaves", "mud",
  ]
  package static let cues = ["click", "tick", "pop", "ding", "chime", "success", "error", "beep", "shutter"]

  private static func effect(_ name: String, _ parameters: [Parameter], _ summary: String, _ example: String) -> Word {
    let seed = Parameter(
      "seed", .integer(0...1_000_000, .none), preset: .number(1), "Another number is another of its kind.")
    return Word(
      "sound.\(name)", .function, .madeSound, parameters + [seed], node: .foley, summary: summary, example: example)
  }

  private static func material(_ name: String, _ preset: String, _ summary: String) -> Parameter {
    Parameter(name, .choice(materials), preset: .text(preset), summary)
  }

  private static func size(_ preset: Double) -> Parameter {
    Parameter("size", .number(0.01...5, .none), preset: .number(preset), "Metres, of its longest side.")
  }

  private static func strength(_ preset: Double) -> Parameter {
    Parameter("strength", .number(0...1, .none), preset: .number(preset), "How hard; harder is louder and brighter.")
  }

  private static func seconds(_ range: ClosedRange<Double>, _ preset: Double) -> Parameter {
    Parameter("seconds", .time(range), preset: .time(Time(seconds: preset) ?? .zero), "How long.")
  }
}
