import Media

extension Language {
  static let sources: [Word] = [
    Word(
      "video", .function, .sources,
      [Parameter("file", .asset(.video), "A video file beside the recipe.")],
      node: .video,
      summary: "Moving pictures with their sound. Fills the canvas as far as its shape allows.",
      example: #"return video("beach.mp4")"#),
    Word(
      "image", .function, .sources,
      [Parameter("file", .asset(.image), "A picture file beside the recipe.")],
      node: .image,
      summary: """
        A still picture without an end. On its own it is fitted to the canvas; as a layer it keeps its size. An SVG picture \
        is sharp at any scale.
        """,
      example: #"return image("photo.jpg"):lasting(4)"#),
    Word(
      "audio", .function, .sources,
      [Parameter("file", .asset(.audio), "A sound file beside the recipe, or a video whose sound is wanted.")],
      node: .audio,
      summary: "Sound without a picture.",
      example: #"return video("beach.mp4"):mute():layer(audio("song.mp3"))"#),
    Word(
      "text", .function, .sources,
      [
        Parameter(
          "text", .runs(maximum: 10_000),
          "What it says. A newline begins a new line. Of several texts, each may have a style of its own.")
      ] + textStyle,
      node: .text,
      summary: "Words, shaped and drawn in any script, without an end.",
      example: """
        local hello = text("Hello", { size = 160, weight = "bold" })
        return text({ "Hello, ", { "world", color = "gold", weight = "black" }, "!" }, { size = 120 }):lasting(3)
        """),
    Word(
      "solid", .function, .sources,
      [Parameter("color", .color, "The colour.")],
      node: .solid,
      summary: "One colour over the whole canvas, without an end.",
      example: #"return solid("tomato"):lasting(2)"#),
    Word(
      "gradient", .function, .sources,
      [
        Parameter("colors", .colors(2...16), "The colours, evenly spread."),
        Parameter(
          "angle", .number(-3600...3600, .degrees), preset: .number(180),
          "0 runs upwards, 90 to the right, 180 downwards."),
        Parameter(
          "shape", .choice(["linear", "radial"]), preset: .text("linear"),
          "Straight, or round from the middle to the edges."),
      ],
      node: .gradient,
      summary: "Colours that run into one another over the whole canvas, without an end.",
      example: ##"return gradient("#ff5f6d", "#ffc371", { angle = 45 }):lasting(2)"##),
  ]

  /// What a run of a text may have of its own.
  package static let runStyle: [Parameter] = textStyle.filter {
    ["size", "font", "weight", "italic", "color", "tracking"].contains($0.name)
  }

  static let textStyle: [Parameter] = [
    Parameter("size", .number(1...2000, .pixels), preset: .number(96), "The height of the letters' em."),
    Parameter(
      "font", .text(maximum: 100), preset: .text("Inter"),
      "A font family that is installed, or a font beside the recipe: a file `.ttf`, `.otf` or `.ttc`."),
    Parameter("weight", .weight, preset: .number(600), "How heavy the strokes are."),
    Parameter("italic", .flag, preset: .flag(false), "Slanted letters."),
    Parameter("color", .color, preset: .color(.white), "The colour of the letters."),
    Parameter(
      "align", .choice(["left", "center", "right"]), preset: .text("center"), "How lines lie among themselves."),
    Parameter(optional: "width", .number(1...16_384, .pixels), "Lines longer than this are wrapped."),
    Parameter("spacing", .number(0.5...5, .factor), preset: .number(1.2), "From line to line, times the size."),
    Parameter("tracking", .number(-200...200, .pixels), preset: .number(0), "Extra room between letters."),
    Parameter(
      optional: "outline",
      .record([
        Parameter("width", .number(0...200, .pixels), preset: .number(6), "How far it reaches beyond the letters."),
        Parameter("color", .color, preset: .color(.black), "Its colour."),
      ]), "A line around the letters."),
    Parameter(
      optional: "shadow",
      .record([
        Parameter("x", .number(-500...500, .pixels), preset: .number(0), "To the right."),
        Parameter("y", .number(-500...500, .pixels), preset: .number(4), "Downwards."),
        Parameter("blur", .number(0...200, .pixels), preset: .number(12), "How soft it is."),
        Parameter("color", .color, preset: .color(Color(red: 0, green: 0, blue: 0, alpha: 0.6)), "Its colour."),
      ]), "A shadow behind the letters."),
    Parameter(
      optional: "background",
      .record([
        Parameter("color", .color, preset: .color(Color(red: 0, green: 0, blue: 0, alpha: 0.6)), "Its colour."),
        Parameter("padding", .number(0...500, .pixels), preset: .number(24), "From the letters to its edge."),
        Parameter("radius", .number(0...500, .pixels), preset: .number(16), "How round its corners are."),
      ]), "A box behind the letters."),
    Parameter(
      optional: "direction", .choice(["horizontal", "vertical"]),
      "How lines run; `vertical` downwards, the first at the right, as Japanese may be written."),
  ]
}
