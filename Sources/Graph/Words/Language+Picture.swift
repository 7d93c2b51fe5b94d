import Media

extension Language {
  static let picture: [Word] = [
    Word(
      "fit", .method, .picture,
      [
        Parameter(
          "mode", .choice(["contain", "cover", "fill", "none"]),
          "`contain` shows all of it, `cover` leaves no edge bare, `fill` stretches, `none` keeps its own size.")
      ],
      node: .fit,
      summary: "How the picture takes the canvas.",
      example: #"return video("phone.mp4"):fit("cover")"#),
    Word(
      "crop", .method, .picture,
      [
        Parameter(optional: "width", .integer(1...16_384, .pixels), "Of the part that is kept; all if left out."),
        Parameter(optional: "height", .integer(1...16_384, .pixels), "Of the part that is kept; all if left out."),
        Parameter(optional: "x", .curve(0...16_384, .pixels), "Its left edge; in the middle if left out."),
        Parameter(optional: "y", .curve(0...16_384, .pixels), "Its top edge; in the middle if left out."),
      ],
      node: .crop,
      summary: "A part of the picture, measured in the clip's own pixels.",
      example: #"return video("beach.mp4"):crop { width = 640, height = 640 }"#),
    Word(
      "at", .method, .picture,
      [
        Parameter("x", .curve(-100...100, .canvas), preset: .number(0.5), "0 is the canvas's left edge, 1 its right."),
        Parameter("y", .curve(-100...100, .canvas), preset: .number(0.5), "0 is the top, 1 the bottom."),
        Parameter("anchor", .choice(anchors), preset: .text("center"), "The point of the clip that is put there."),
      ],
      node: .at,
      summary: "Where the clip is on the canvas. Of several, the last counts.",
      example: #"return video("beach.mp4"):layer(image("logo.png"):at(0.9, 0.1))"#),
    Word(
      "scale", .method, .picture,
      [
        Parameter("x", .curve(0...100, .factor), "Times its width, and its height too unless y is given."),
        Parameter(optional: "y", .curve(0...100, .factor), "Times its height."),
      ],
      node: .scale,
      summary: "Larger or smaller, about its anchor. Several multiply.",
      example: #"return image("photo.jpg"):scale({ [0] = 1, [4] = 1.2, ease = "inOutSine" }):lasting(4)"#),
    Word(
      "rotate", .method, .picture,
      [Parameter("degrees", .curve(-36_000...36_000, .degrees), "Clockwise.")],
      node: .rotate,
      summary: "Turned about its anchor. Several add up.",
      example: #"return text("spin"):rotate(function(t) return t * 90 end):lasting(4)"#),
    Word(
      "opacity", .method, .picture,
      [Parameter("value", .curve(0...1, .none), "0 is not there, 1 is solid.")],
      node: .opacity,
      summary: "How much the clip covers what is below. Several multiply.",
      example: #"return text("ghost"):opacity(0.5):lasting(2)"#),
    Word(
      "fade", .method, .picture,
      [
        Parameter(
          "in", .time(0...longestSeconds), preset: .time(Time(flicks: Time.flicksPerSecond / 2)),
          "How long it takes to come."),
        Parameter(
          optional: "out", .time(0...longestSeconds), "How long it takes to go; as long as to come if left out."),
      ],
      node: .fade,
      summary: "Lets picture and sound come and go. On a clip without an end, the going waits for the end it is given.",
      example: #"return text("Hello"):fade(0.3):lasting(3)"#),
  ]

  /// The nine points of a box, by name.
  package static let anchors = [
    "center", "top", "bottom", "left", "right", "top left", "top right", "bottom left", "bottom right",
  ]
}
