extension Language {
  static let color: [Word] = [
    Word(
      "adjust", .method, .color,
      [
        Parameter("exposure", .curve(-10...10, .none), preset: .number(0), "In stops: 1 is twice the light."),
        Parameter("contrast", .curve(0...10, .factor), preset: .number(1), "0 is grey, 1 changes nothing."),
        Parameter("saturation", .curve(0...10, .factor), preset: .number(1), "0 is grey, 1 changes nothing."),
        Parameter("temperature", .curve(-1...1, .none), preset: .number(0), "Below 0 bluer, above 0 warmer."),
        Parameter("tint", .curve(-1...1, .none), preset: .number(0), "Below 0 towards magenta, above 0 towards green."),
        Parameter("lift", .curve(-1...1, .none), preset: .number(0), "Added to every colour; black first shows it."),
        Parameter("gamma", .curve(0.1...10, .factor), preset: .number(1), "Above 1 lightens what lies between."),
        Parameter("gain", .curve(0...10, .factor), preset: .number(1), "Times every colour; white first shows it."),
        Parameter("hue", .curve(-36_000...36_000, .degrees), preset: .number(0), "Turns all colours about the greys."),
      ],
      node: .adjust,
      summary:
        "Corrects light and colour. In this order: light and its balance, contrast, lift, gamma and gain, hue, saturation.",
      example:
        #"return video("beach.mp4"):adjust { exposure = 0.3, contrast = 1.1, saturation = 1.2, temperature = 0.15 }"#),
    Word(
      "curves", .method, .color,
      [
        bend("master", "Of all colours, after their own."), bend("red", "Of red."), bend("green", "Of green."),
        bend("blue", "Of blue."),
      ],
      node: .curves,
      summary:
        "Bends tones: from what they are to what they become, 0 for black and 1 for white, on a smooth curve through points.",
      example:
        #"return video("beach.mp4"):curves { master = { {0, 0}, {0.3, 0.22}, {0.7, 0.8}, {1, 1} }, blue = { {0, 0.08}, {1, 0.92} } }"#
    ),
    Word(
      "grade", .method, .color,
      [
        Parameter(
          "file", .text(maximum: 1000), "A look-up table (`.cube`) beside the recipe, of one dimension or three."),
        Parameter("amount", .curve(0...1, .none), preset: .number(1), "How much of it: 0 changes nothing."),
      ],
      node: .grade,
      summary: "Looks every colour up in a table, as graders hand on their looks.",
      example: #"return video("beach.mp4"):grade("noir.cube")"#),
  ]

  private static func bend(_ name: String, _ summary: String) -> Parameter {
    Parameter(optional: name, .points(2...64, within: 0...1), summary)
  }
}
