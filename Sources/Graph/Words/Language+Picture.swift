import Media

extension Language {
  static let picture: [Word] = [
    Word(
      "fit", .method, .picture,
      [
        Parameter(
          "mode", .choice(["contain", "cover", "fill", "none"]),
          "`contain` shows all of it, `cover` leaves no edge bare, `fill` stretches, `none` keeps its own size."),
        Parameter(
          optional: "focus",
          .record([
            Parameter("x", .number(0...1, .none), preset: .number(0.5), "0 is the picture's left edge, 1 its right."),
            Parameter("y", .number(0...1, .none), preset: .number(0.5), "0 is its top, 1 its bottom."),
          ]), "The point that stays in sight where the picture is larger than the canvas."),
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
        Parameter(
          optional: "within", .choice(SafeArea.allCases.map(\.rawValue)),
          "Measures 0 to 1 within the safe area for action or for titles, not the whole canvas."),
      ],
      node: .at,
      summary:
        "Where the clip is on the canvas. Of several, the last counts. `at(\"bottom right\")` puts that corner of the clip into that corner.",
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
      "skew", .method, .picture,
      [
        Parameter("x", .curve(-85...85, .degrees), preset: .number(0), "How far its uprights lean."),
        Parameter("y", .curve(-85...85, .degrees), preset: .number(0), "How far its levels slope."),
      ],
      node: .skew,
      summary: "Leaning about its anchor. Several add up.",
      example: #"return text("fast"):skew(-15):lasting(2)"#),
    Word(
      "pin", .method, .picture, corners, node: .pin,
      summary:
        "Puts the clip's four corners anywhere, clockwise from the left top one, as on a wall seen from the side. Its other places and sizes then do not count.",
      example:
        #"return video("street.mp4"):layer(video("ad.mp4"):pin { {0.2, 0.1}, {0.6, 0.2}, {0.6, 0.7}, {0.2, 0.8} })"#),
    Word(
      "resample", .method, .picture,
      [
        Parameter(
          "filter", .choice(Resampling.allCases.map(\.rawValue)),
          "`nearest` keeps pixels square, `bilinear` is soft, `bicubic` is what is done anyway, `lanczos` is the sharpest."
        )
      ],
      node: .resample,
      summary: "How the picture is made larger or smaller.",
      example: #"return image("logo.png"):scale(8):resample("nearest"):lasting(2)"#),
    Word(
      "motionblur", .method, .picture,
      [
        Parameter(
          "shutter", .number(0...360, .degrees), preset: .number(180), "How long it is open: 360° is the whole frame."),
        Parameter("samples", .integer(2...64, .times), preset: .number(16), "The most moments that are seen."),
      ],
      node: .motionblur,
      summary: "Blurs what moves, as a shutter does that is open for a part of each frame.",
      example: #"return text("whoosh"):at(function(t) return t, 0.5 end):motionblur():lasting(1)"#),
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

  private static let corners = ["left top", "right top", "right bottom", "left bottom"].enumerated().flatMap {
    [
      Parameter(
        "x\($0 + 1)", .curve(-10...10, .canvas), "Where the \($1) corner is: 0 is the canvas's left edge, 1 its right."),
      Parameter("y\($0 + 1)", .curve(-10...10, .canvas), "0 is the top, 1 the bottom."),
    ]
  }

  /// The nine points of a box, by name.
  package static let anchors = [
    "center", "top", "bottom", "left", "right", "top left", "top right", "bottom left", "bottom right",
  ]
}
