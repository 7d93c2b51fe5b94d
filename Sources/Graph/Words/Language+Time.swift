import Media

extension Language {
  static let time: [Word] = [
    Word(
      "trim", .method, .time,
      [
        Parameter("from", .time(0...longestSeconds), preset: .time(.zero), "The first instant that is kept."),
        Parameter(
          optional: "to", .time(0...longestSeconds), "The first instant that is not; the clip's end if left out."),
      ],
      node: .trim,
      summary: "The part of the clip from one instant to another.",
      example: #"return video("beach.mp4"):trim(2, 5)"#),
    Word(
      "lasting", .method, .time,
      [Parameter("seconds", .time(0...longestSeconds), "How long.")],
      summary: "Gives a clip without an end its end, or keeps the first seconds of one that has.",
      example: #"return text("Hello"):lasting(3)"#),
    Word(
      "loop", .method, .time,
      [Parameter(optional: "times", .integer(1...100_000, .times), "How often; without end if left out.")],
      node: .loop,
      summary: "The clip again and again.",
      example: #"return video("wave.mp4"):loop(3)"#),
    Word(
      "freeze", .method, .time,
      [Parameter("at", .time(0...longestSeconds), preset: .time(.zero), "The moment that is held.")],
      node: .freeze,
      summary: "One moment of the clip as a still picture, silent and without an end.",
      example: #"local v = video("jump.mp4"); return v:trim(0, 2) .. v:freeze(2):lasting(1) .. v:trim(2)"#),
    Word(
      "speed", .method, .time,
      [
        Parameter(
          "factor", .curve(Travel.speeds, .factor),
          "2 is twice as fast, 0.5 half as fast. One that moves goes by the time of the clip that results."),
        Parameter(
          "pitch", .choice(["along", "keep"]), preset: .text("along"),
          "Whether the sound's pitch goes along, or stays; then the factor is 0.125 to 8."),
      ],
      node: .speed,
      summary: "Plays faster or slower, or ramps from one to the other.",
      example: #"return video("jump.mp4"):speed { [0] = 1, [1] = 1, [1.5] = 0.25, ease = "inOutSine" }"#),
    Word(
      "reverse", .method, .time, node: .reverse,
      summary: "Plays backwards, picture and sound.",
      example: #"return video("jump.mp4"):reverse()"#),
    Word(
      "pingpong", .method, .time,
      summary: "Plays there and back again, picture and sound. `clip:pingpong():loop()` goes on for good.",
      example: #"return video("jump.mp4"):pingpong()"#),
    Word(
      "framerate", .method, .time,
      [
        Parameter(
          optional: "rate", .number(0.1...1000, .framesPerSecond), "How many pictures; the canvas's, if left out."),
        Parameter(
          "mode", .choice(["nearest", "blend"]), preset: .text("nearest"),
          "Between two of them: the one that is nearer, or a mixture by where the instant lies."),
      ],
      node: .frameRate,
      summary: """
        Shows so many pictures a second. Few look like stop motion; as many as a film has, blended, smooth slow motion.
        """,
      example: #"return video("jump.mp4"):framerate(25, "blend"):speed(0.2)"#),
  ]
}
