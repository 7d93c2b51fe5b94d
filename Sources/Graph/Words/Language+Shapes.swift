import Media

extension Language {
  static let shapes: [Word] = [
    Word(
      "rectangle", .function, .shapes,
      [
        Parameter("width", extent, "How wide it is."),
        Parameter("height", extent, "How high it is."),
        Parameter("radius", .number(0...16_384, .pixels), preset: .number(0), "How round its corners are."),
      ] + looks,
      node: .shape,
      summary: "A rectangle, without an end. With corners as round as it is high, a pill.",
      example: ##"return rectangle({ width = 600, height = 120, radius = 60, fill = "tomato" }):lasting(2)"##),
    Word(
      "circle", .function, .shapes,
      [Parameter("radius", .number(0.5...8192, .pixels), "From its middle to its edge.")] + looks,
      node: .shape,
      summary: "A circle, without an end.",
      example: ##"return circle(200, { fill = { "#fff7ad", "#ffa9f9", shape = "radial" } }):lasting(2)"##),
    Word(
      "ellipse", .function, .shapes,
      [Parameter("width", extent, "How wide it is."), Parameter("height", extent, "How high it is.")] + looks,
      node: .shape,
      summary: "An ellipse, without an end.",
      example: ##"return ellipse({ width = 400, height = 240, fill = "gold" }):lasting(2)"##),
    Word(
      "polygon", .function, .shapes,
      [Parameter("points", .points(3...2000), "Its corners, in pixels from any point you like.")] + looks + [rule],
      node: .shape,
      summary: "A shape with straight sides, without an end. It is as large as its corners reach.",
      example: ##"return polygon({ { 0, 200 }, { 120, 0 }, { 240, 200 } }, { fill = "mediumseagreen" }):lasting(2)"##),
    Word(
      "star", .function, .shapes,
      [
        Parameter("points", .integer(3...200, .none), preset: .number(5), "How many points it has."),
        Parameter("radius", .number(1...8192, .pixels), preset: .number(100), "From its middle to its points."),
        Parameter("inner", .number(0.01...1, .factor), preset: .number(0.4), "How far in it goes between them."),
      ] + looks,
      node: .shape,
      summary: "A star, without an end.",
      example:
        ##"return star({ points = 5, radius = 200, fill = "gold" }):rotate(function(t) return t * 45 end):lasting(4)"##),
    Word(
      "line", .function, .shapes,
      [Parameter("points", .points(2...2000), "What it leads through, in pixels from any point you like.")] + pen,
      node: .shape,
      summary: "A line through some points, without an end.",
      example: ##"return line({ { 0, 0 }, { 200, 80 }, { 400, 0 } }, { width = 8, dash = { 24, 16 } }):lasting(2)"##),
    Word(
      "path", .function, .shapes,
      [Parameter("data", .text(maximum: 100_000), "SVG path data, as in `d`: all its commands, also relative ones.")]
        + looks + [rule],
      node: .shape,
      summary: "Any shape, as SVG writes it, without an end. It is as large as the path reaches.",
      example:
        ##"return path("M50 0 A50 50 0 0 1 100 50 C100 90 50 120 50 120 S0 90 0 50 A50 50 0 0 1 50 0Z", { fill = "crimson" }):lasting(2)"##
    ),
  ]

  /// What a gradient may say beside its colours.
  package static let gradientMembers: [Parameter] = [
    Parameter("angle", .number(-3600...3600, .degrees), preset: .number(180), "0 runs upwards, 90 to the right."),
    Parameter("shape", .choice(["linear", "radial"]), preset: .text("linear"), "Straight, or round from the middle."),
    Parameter(optional: "stops", .numbers(2...16, 0...1), "Where each colour is, from 0 to 1; evenly if left out."),
  ]

  private static let extent = ParameterType.number(1...16_384, .pixels)

  private static let looks = [
    Parameter("fill", .paint, preset: .color(.white), "What it is filled with; `\"transparent\"` leaves it empty."),
    Parameter(optional: "stroke", .record(pen), "A line along its edge, half inside."),
  ]

  private static let rule = Parameter(
    "rule", .choice(["nonzero", "evenodd"]), preset: .text("nonzero"), "What counts as inside where it crosses itself.")

  private static let pen = [
    Parameter("width", .number(0.1...1000, .pixels), preset: .number(4), "How thick the line is."),
    Parameter("color", .paint, preset: .color(.white), "Its colour, or a gradient."),
    Parameter(optional: "dash", .numbers(1...16, 0...10_000), "Lengths of dashes and gaps, in turn."),
    Parameter("cap", .choice(["butt", "round", "square"]), preset: .text("butt"), "How it ends."),
    Parameter("join", .choice(["miter", "round", "bevel"]), preset: .text("miter"), "How it turns a corner."),
  ]
}
