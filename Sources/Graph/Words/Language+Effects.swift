import Media

extension Language {
  static let effects: [Word] = [
    Word(
      "blur", .method, .effects,
      [
        Parameter(
          "radius", .curve(0...1000, .pixels), "The standard deviation of the gaussian, in pixels of the canvas."),
        Parameter(optional: "down", .curve(0...1000, .pixels), "The same from top to bottom, if it is another."),
      ],
      node: .blur,
      summary: "Out of focus. Beyond the edges of the canvas the picture is taken to go on.",
      example: #"return video("beach.mp4"):blur({ [0] = 40, [1] = 0, ease = "outCubic" })"#),
    Word(
      "sharpen", .method, .effects,
      [
        Parameter("amount", .curve(0...10, .factor), preset: .number(0.5), "How much of the detail is added."),
        Parameter("radius", .curve(0.3...100, .pixels), preset: .number(1.5), "How fine the detail is."),
      ],
      node: .sharpen,
      summary: "Crisper: adds what a blur would take away.",
      example: #"return video("beach.mp4"):sharpen(0.8)"#),
    Word(
      "glow", .method, .effects,
      [
        Parameter("radius", .curve(0...1000, .pixels), preset: .number(20), "How far the light shines."),
        Parameter("amount", .curve(0...1, .none), preset: .number(0.7), "How strong it is."),
        Parameter("threshold", .curve(0...1, .none), preset: .number(0.6), "How light a place must be to shine."),
      ],
      node: .glow,
      summary: "Light places shine beyond their edges.",
      example: ##"return text("NEON", { size = 200, color = "#7df9ff" }):glow(30):over(solid("#101020")):lasting(2)"##),
    Word(
      "shadow", .method, .effects,
      [
        Parameter("x", .curve(-2000...2000, .pixels), preset: .number(0), "To the right."),
        Parameter("y", .curve(-2000...2000, .pixels), preset: .number(8), "Downwards."),
        Parameter("blur", .curve(0...500, .pixels), preset: .number(12), "How soft it is."),
        Parameter("color", .color, preset: .color(Color(red: 0, green: 0, blue: 0, alpha: 0.5)), "Its colour."),
      ],
      node: .shadow,
      summary: "A shadow below the clip. It falls the same way however the clip is turned.",
      example: #"return video("beach.mp4"):layer(image("logo.png"):shadow { y = 12, blur = 20 })"#),
    Word(
      "vignette", .method, .effects,
      [
        Parameter("amount", .curve(0...1, .none), preset: .number(0.6), "How dark the corners become."),
        Parameter(
          "size", .curve(0...3, .factor), preset: .number(0.7),
          "Where it begins: 1 is an ellipse that touches the sides."),
        Parameter("softness", .curve(0...3, .factor), preset: .number(0.8), "How much farther it takes to be dark."),
      ],
      node: .vignette,
      summary: "Darker towards the clip's corners.",
      example: #"return video("beach.mp4"):vignette()"#),
    Word(
      "grain", .method, .effects,
      [
        Parameter("amount", .curve(0...1, .none), preset: .number(0.05), "The noise's deviation, of black to white."),
        Parameter("seed", .integer(0...1_000_000, .none), preset: .number(1), "Another number is other grain."),
      ],
      node: .grain,
      summary: "Grain of film, another in each picture and the same each time.",
      example: #"return video("beach.mp4"):grain(0.08)"#),
    Word(
      "pixelate", .method, .effects,
      [Parameter("size", .curve(1...2000, .pixels), "How large a cell is.")],
      node: .pixelate,
      summary: "In square cells, each of one colour.",
      example: #"return video("beach.mp4"):pixelate({ [0] = 60, [1] = 1 })"#),
    Word(
      "displace", .method, .effects,
      [
        Parameter("clip", .clip, "What says how far: half of red and green stays where it is."),
        Parameter("x", .curve(-2000...2000, .pixels), preset: .number(20), "How far full red reaches to the right."),
        Parameter("y", .curve(-2000...2000, .pixels), preset: .number(20), "How far full green reaches downwards."),
      ],
      node: .displace,
      summary: "Takes each pixel from beside its place, as far as another clip says.",
      example: #"return image("photo.jpg"):displace(gradient("red", "lime", { shape = "radial" }), 40, 40):lasting(2)"#),
    Word(
      "edge", .method, .effects,
      [Parameter("amount", .curve(0...10, .factor), preset: .number(1), "How strong the lines are.")],
      node: .edge,
      summary: "Only outlines, white on black.",
      example: #"return video("beach.mp4"):edge(2)"#),
    Word(
      "chromakey", .method, .effects,
      [
        Parameter("color", .color, preset: .color(Color(red: 0, green: 0.69, blue: 0.25)), "The colour of the screen."),
        Parameter(
          "tolerance", .curve(0...1, .none), preset: .number(0.1), "How far a colour may be off and still go."),
        Parameter("softness", .curve(0...1, .none), preset: .number(0.2), "How soft the edges are."),
        Parameter(
          "spill", .curve(0...1, .none), preset: .number(1), "How much of the screen's light is taken off the rest."),
      ],
      node: .chromaKey,
      summary: "Takes away a screen of one colour, and its light from what is before it.",
      example: ##"return video("beach.mp4"):layer(video("actor.mp4"):chromakey("#00b140"))"##),
    Word(
      "lumakey", .method, .effects,
      [
        Parameter("low", .curve(0...1, .none), preset: .number(0), "Darker goes."),
        Parameter("high", .curve(0...1, .none), preset: .number(1), "Lighter goes."),
        Parameter("softness", .curve(0...1, .none), preset: .number(0.1), "How soft the edges are."),
      ],
      node: .lumaKey,
      summary: "Keeps what is as light as from one number to another.",
      example: #"return video("beach.mp4"):layer(video("fire.mp4"):lumakey { low = 0.3 })"#),
    Word(
      "differencekey", .method, .effects,
      [
        Parameter("clip", .clip, "The clean plate: the same view with nobody in it."),
        Parameter(
          "tolerance", .curve(0...1, .none), preset: .number(0.08), "How far a colour may be off and still go."),
        Parameter("softness", .curve(0...1, .none), preset: .number(0.08), "How soft the edges are."),
      ],
      node: .differenceKey,
      summary: "Keeps what is not on a clean plate.",
      example: #"local v = video("room.mp4"); return v:differencekey(v:freeze(0)):over(video("beach.mp4"))"#),
  ]
}
