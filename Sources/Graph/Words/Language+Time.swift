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
      [Parameter("factor", .number(0.01...100, .factor), "2 is twice as fast, 0.5 half as fast.")],
      node: .speed,
      summary: "Plays faster or slower; the sound's pitch goes along.",
      example: #"return video("jump.mp4"):speed(0.5)"#),
    Word(
      "reverse", .method, .time, node: .reverse,
      summary: "Plays backwards, picture and sound.",
      example: #"return video("jump.mp4"):reverse()"#),
  ]
}
