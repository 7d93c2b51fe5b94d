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
      example: #"return video("beach.mp4"):blur({ [0] = 40, [1] = 0, ease = "outCubic" })"#)
  ]
}
