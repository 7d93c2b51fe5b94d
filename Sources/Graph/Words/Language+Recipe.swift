import Media

extension Language {
  static let recipe: [Word] = [
    Word(
      "canvas", .function, .recipe,
      [
        Parameter("width", .integer(16...8192, .pixels), preset: .number(1920), "Even."),
        Parameter("height", .integer(16...8192, .pixels), preset: .number(1080), "Even."),
        Parameter("fps", .number(1...240, .framesPerSecond), preset: .number(30), "29.97 means 30000/1001."),
        Parameter("background", .color, preset: .color(.black), "What shows where nothing is."),
        Parameter(
          "light", .choice(Light.allCases.map(\.rawValue)), preset: .text(Light.coded.rawValue),
          "What is added up where pictures mix, blur and scale: their codes, or their light."),
        Parameter(
          "sound", .choice(ChannelLayout.allCases.map(\.rawValue)), preset: .text(ChannelLayout.stereo.rawValue),
          "Its channels."),
        Parameter(
          optional: "loudness", .number(-70 ... -5, .loudness),
          "How loud the whole is made, by EBU R 128: -14 for the web, -23 for broadcasts. As it was mixed, if left out."
        ),
        Parameter(
          "ceiling", .number(-20...0, .decibels), preset: .number(-1),
          "What no peak passes where a loudness is asked for."),
      ],
      summary:
        "Size, rate and sound of the video. Said once, before any clip. Without it the first video decides; without one, 1920 × 1080 at 30.",
      example: "canvas { width = 1080, height = 1920, fps = 30 }"),
    Word(
      "frames", .function, .recipe,
      [Parameter("count", .number(-1e9...1e9, .none), "How many frames of the canvas.")],
      summary: "The seconds that so many frames last.",
      example: #"return video("beach.mp4"):trim(0, frames(90))"#),
    param(
      "text", .text(maximum: 10_000),
      [
        Parameter(optional: "max", .integer(0...10_000, .none), "The most characters that are allowed.")
      ]),
    param(
      "number", .number(-1e9...1e9, .none),
      [
        Parameter(optional: "min", .number(-1e9...1e9, .none), "The least that is allowed."),
        Parameter(optional: "max", .number(-1e9...1e9, .none), "The most that is allowed."),
        Parameter(optional: "step", .number(0...1e9, .none), "From one choice to the next; 1 for whole numbers."),
      ]),
    param("toggle", .flag, []),
    param(
      "choice", .text(maximum: 200),
      [
        Parameter("options", .texts(1...1000), "What may be chosen.")
      ]),
    param("color", .color, []),
    param(
      "seconds", .time(0...longestSeconds),
      [
        Parameter(optional: "min", .time(0...longestSeconds), "The shortest that is allowed."),
        Parameter(optional: "max", .time(0...longestSeconds), "The longest that is allowed."),
      ]),
    param("video", .asset(.video), []),
    param("image", .asset(.image), []),
    param("audio", .asset(.audio), []),
    Word(
      "part", .method, .recipe,
      [Parameter("name", .text(maximum: 100), "Letters, digits, `-` and `_`; once in a recipe.")],
      summary: "Marks a clip as a part that a remix may take hold of.",
      example: #"return text("Hello"):part "title":lasting(3)"#),
    Word(
      "duration", .property, .recipe,
      summary: "The clip's length in seconds; nil if it has no end.",
      example: #"local v = video("beach.mp4"); return v:trim(v.duration / 2)"#),
    Word(
      "width", .property, .recipe,
      summary: "The width of the clip's picture in pixels; 0 if it has none.",
      example: #"local v = video("beach.mp4"); return v:crop { width = v.width // 2 }"#),
    Word(
      "height", .property, .recipe,
      summary: "The height of the clip's picture in pixels; 0 if it has none.",
      example: #"local v = video("beach.mp4"); return v:crop { height = v.height // 2 }"#),
  ]

  private static func param(_ name: String, _ type: ParameterType, _ further: [Parameter]) -> Word {
    Word(
      "param.\(name)", .function, .recipe,
      [
        Parameter("name", .text(maximum: 100), "Letters, digits and `_`; once in a recipe."),
        Parameter("default", type, "What it is unless it is set."),
      ] + further + [Parameter(optional: "hint", .text(maximum: 500), "A sentence for whoever turns it.")],
      summary: "Declares what others may turn, and gives its value: \(type.wanted).",
      example: examples[name] ?? "")
  }

  private static let examples = [
    "text": #"local line = param.text { "line", default = "Hello", max = 60 }"#,
    "number": #"local pace = param.number { "pace", default = 1, min = 0.5, max = 2 }"#,
    "toggle": #"local loud = param.toggle { "loud", default = true }"#,
    "choice": #"local mood = param.choice { "mood", default = "calm", options = { "calm", "wild" } }"#,
    "color": #"local ink = param.color { "ink", default = "tomato" }"#,
    "seconds": #"local pause = param.seconds { "pause", default = 2, max = 10 }"#,
    "video": #"local film = param.video { "film", default = "beach.mp4" }"#,
    "image": #"local logo = param.image { "logo", default = "logo.png" }"#,
    "audio": #"local song = param.audio { "song", default = "song.mp3" }"#,
  ]
}
