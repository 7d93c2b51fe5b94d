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
  ]
}
