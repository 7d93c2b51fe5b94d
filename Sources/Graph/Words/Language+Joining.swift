import Media

extension Language {
  static let joining: [Word] = [
    Word(
      "sequence", .function, .joining, takesClips: true, node: .sequence,
      summary: "Clips one after another. `a .. b` says the same of two.",
      example: #"return sequence(video("a.mp4"), video("b.mp4"))"#),
    Word(
      "stack", .function, .joining, takesClips: true, node: .stack,
      summary: "Clips over one another, the first at the bottom. Lasts as long as the longest that has an end.",
      example: #"return stack(video("beach.mp4"), text("Summer"))"#),
    Word(
      "layer", .method, .joining,
      [
        Parameter("clip", .clip, "What is laid over this clip."),
        Parameter("from", .time(0...longestSeconds), preset: .time(.zero), "When it comes."),
        Parameter(optional: "to", .time(0...longestSeconds), "When it goes; at its own end if left out."),
      ],
      summary: "Lays another clip over this one. The result lasts as long as this one, if this one has an end.",
      example: #"return video("beach.mp4"):layer(text("Summer"), { from = 1, to = 4 })"#),
    Word(
      "over", .method, .joining,
      [Parameter("clip", .clip, "What lies below.")],
      summary: "Lays this clip over another: `a:over(b)` is `b:layer(a)`.",
      example: #"return text("Summer"):over(video("beach.mp4"))"#),
    Word(
      "after", .method, .joining,
      [
        Parameter("clip", .clip, "What comes before."),
        Parameter(
          "offset", .time(-longestSeconds...longestSeconds), preset: .time(.zero), "A gap, or below zero an overlap."),
      ],
      summary: "Starts this clip when another ends, with a gap or an overlap. Where both show, this one is on top.",
      example: #"return video("b.mp4"):after(video("a.mp4"), -0.5)"#),
    Word(
      "crossfade", .method, .joining,
      [
        Parameter("clip", .clip, "What comes next."),
        Parameter(
          "seconds", .time(0...longestSeconds), preset: .time(Time(flicks: Time.flicksPerSecond)), "How long both show."
        ),
      ],
      node: .crossfade,
      summary: "Dissolves into another clip, picture and sound; sound at equal power.",
      example: #"return video("a.mp4"):crossfade(video("b.mp4"), 1)"#),
    Word(
      "transition", .method, .joining,
      [
        Parameter("clip", .clip, "What comes next."),
        Parameter("style", .passage(TransitionStyle.allCases.map(\.rawValue)), "How."),
        Parameter(
          "seconds", .time(0...longestSeconds), preset: .time(Time(flicks: Time.flicksPerSecond)), "How long both show."
        ),
        Parameter(
          optional: "direction", .choice(["left", "right", "up", "down", "in", "out"]),
          "The way that the edge or the pictures go; `left` if left out, `in` for a zoom, `out` for an iris."),
        Parameter(optional: "soft", .number(0...1, .none), "How much of the way the edge is soft; 0.1 if left out."),
        Parameter(optional: "color", .color, "That a dip goes down to; black if left out."),
        Parameter(optional: "matte", .clip, "Of a `luma`: where it is dark, the next clip comes first."),
        Parameter(optional: "ease", .text(maximum: 200), "How it goes, by the name of an easing; evenly if left out."),
      ],
      node: .transition,
      summary: """
        Goes over into another clip; sound at equal power.

        A function makes a transition of its own: it is given both clips, as far as they overlap, and a progress, and
        returns what shows meanwhile. The progress is a number that goes from 0 to 1: it stands wherever a number may
        move, also in sums and products (`1 - p`, `360 * p`). In a function of time, `p(t)` is its value.
        """,
      example: """
        return video("a.mp4"):transition(video("b.mp4"), "wipe", { direction = "left", soft = 0.2 })
          :transition(video("c.mp4"), function(a, b, p) return b:layer(a:opacity(1 - p):rotate(90 * p)) end, 2)
        """),
  ]
}
