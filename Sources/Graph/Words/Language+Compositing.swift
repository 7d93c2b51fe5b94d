import Media

extension Language {
  static let compositing: [Word] = [
    Word(
      "blend", .method, .compositing,
      [
        Parameter(
          "mode", .choice(Blend.Mode.allCases.map(\.rawValue)), "As CSS's `mix-blend-mode` and most editors have it.")
      ],
      node: .blend,
      summary: "How the clip's colours mix with those below it.",
      example: #"return video("street.mp4"):layer(image("photo.jpg"):blend("screen"))"#),
    Word(
      "composite", .method, .compositing,
      [
        Parameter(
          "operator", .choice(Blend.Operator.allCases.map(\.rawValue)),
          "What is kept of the clip and of what lies below it; Porter and Duff's names.")
      ],
      node: .composite,
      summary:
        "Which of the clip and what lies below it is kept. Inside a `stack` that is isolated, below is what else is in it.",
      example:
        #"return stack(text("HOLIDAY"), video("beach.mp4"):composite("source-in")):isolate():over(solid("white"))"#),
    Word(
      "isolate", .method, .compositing, node: .isolate,
      summary:
        "Lets clips inside see one another, and nothing below, when they blend. Opacity, a blend mode, a mask or an effect do so by themselves.",
      example: #"return video("beach.mp4"):layer(stack(text("A"), text("B"):blend("difference")):isolate())"#),
    Word(
      "mask", .method, .compositing,
      [
        Parameter(
          "clip", .clip, "What lets through: a text, a picture, a film. It lies on this clip as on a canvas."),
        Parameter(
          "by", .choice(["alpha", "luma"]), preset: .text("alpha"), "Where it is, or where it is light."),
        Parameter("invert", .flag, preset: .flag(false), "Lets through the rest instead."),
        Parameter("feather", .curve(0...1000, .pixels), preset: .number(0), "How soft its edges become."),
      ],
      node: .mask,
      summary: "Shows the clip only where another lets it through. Where that one is over, nothing shows.",
      example: #"return video("beach.mp4"):mask(text("SUMMER", { size = 300, weight = "black" }))"#),
  ]
}
