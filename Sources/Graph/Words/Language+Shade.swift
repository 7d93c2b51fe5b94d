import Media

extension Language {
  static let shade: [Word] = [
    Word(
      "shade", .function, .shade,
      [Parameter("pixel", .shader, "Gives a pixel's colour. Called with its place and the time in seconds.")],
      node: .shade,
      summary: """
        Every pixel by a formula, over the whole canvas and without an end. Places are middles of pixels from the left top \
        corner, whatever size is drawn. A `vec3` is opaque, the fourth part of a `vec4` opacity, a number grey.
        """,
      example: """
        return shade(function(p, t)
          local uv = p / resolution
          return 0.5 + 0.5 * cos(t + vec3(uv.x, uv.y, uv.x) + vec3(0, 2, 4))
        end):lasting(3)
        """),
    Word(
      "shade", .method, .shade,
      [
        Parameter("pixel", .shader, "The same, with the clip as a third thing: a function from places to `vec4`."),
        Parameter(optional: "clips", .clips(0...Shader.mostInputs - 1), "More clips, which lie on this one."),
      ],
      node: .reshade,
      summary: """
        A formula over the clip, in its own pixels. `s(p)` is its colour at any place, smooth between pixels; beyond the edge of \
        the canvas that edge goes on.
        """,
      example: """
        return video("beach.mp4"):shade(function(p, t, s)
          return s(p + vec2(8 * sin(p.y / 40 + t * 3), 0))
        end)
        """),
  ]
}
