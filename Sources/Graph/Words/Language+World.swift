import Media

extension Language {
  static let world: [Word] = [
    Word(
      "generate", .function, .world,
      [
        Parameter("prompt", .text(maximum: 10_000), "What is to be seen, in English."),
        Parameter(
          "seconds", .time(0.5...120), preset: .time(Time(flicks: 8 * Time.flicksPerSecond)), "How long it is."),
        Parameter("seed", .integer(0...1_000_000, .none), preset: .number(0), "Another number is another arrangement."),
        Parameter(
          "quality", .choice(["draft", "standard", "fine"]), preset: .text("draft"), "How much work a picture may be."),
        Parameter(
          "view", .choice(["picture", "depth", "normals", "segmentation", "motion"]), preset: .text("picture"),
          "The picture, or a map of what is where."),
        Parameter(
          optional: "by", .text(maximum: 60),
          "A model of the host's that makes the video; left out, the world inside does. What follows is for models."),
        Parameter(
          optional: "take", .integer(1...100_000, .none), "Which of its answers is played. Left out: the latest."),
        Parameter(optional: "size", .text(maximum: 11), "How large the video is: `\"1280x720\"`."),
        Parameter(optional: "reference", .asset(.image), "A picture that the video begins with, or looks like."),
        Parameter(
          optional: "controls", .namedClips,
          "Clips that hold the video in shape, by names of the model's: `{ depth = scene }`."),
        Parameter(optional: "settings", .settings, "Whatever else the model takes, by its own names."),
        Parameter(optional: "words", .words, "Words of its own that the prompt may use: see docs/world.md."),
      ],
      node: .world,
      summary: """
        A prompt becomes a video. The world inside simulates, draws and sounds it, and warns of what it did not understand. \
        A model's answer is a take, which is recorded and pinned: see docs/models.md.
        """,
      example: #"return generate { "A red ball rolls down a ramp and knocks over three bottles.", seconds = 5 }"#),
    Word(
      "world", .function, .world,
      summary: """
        A scene that is simulated, drawn and heard: `reprise world "…"` writes one from a prompt. Beside the scene's own names \
        it takes `words` (see docs/world.md), `quality` (`draft`, `standard`, `fine`), `view` (`picture`, `depth`, `normals`, `segmentation`, `motion`) \
        and `sound = false`. See docs/world.md.
        """,
      example: """
        return world {
          seconds = 4, place = "studio",
          things = { ball = { "basketball", at = { 0, 3, 0 } }, crate = { "crate", at = { 0.1, 0, 0 } } },
          actions = { { at = 2, push = "crate", impulse = { 40, 0, 0 } } },
        }
        """),
    Word(
      "contacts", .property, .world,
      summary:
        "What met in a scene: a list of `{ at, kind, first, second, impulse, speed, place }`, in N·s, m/s and metres.",
      example: """
        local fall = world { seconds = 3, things = { ball = { "basketball", at = { 0, 2, 0 } } } }
        local flash = solid("white"):opacity(0.5):lasting(0.1)
        return fall:layer(flash, { from = fall.contacts[1].at })
        """),
  ]
}
