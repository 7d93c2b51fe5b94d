extension Language {
  static let remix: [Word] = [
    Word(
      "remix", .function, .remix,
      [
        Parameter("post", .post, "The post that is played again."),
        Parameter(
          optional: "params", .settings,
          "What params are set to, by name, or by path where a post further up has the name too: `old/line`."),
        Parameter(
          optional: "parts", .edits, "What becomes of its parts: a function gets the part and returns what to show."),
        Parameter(
          optional: "as", .text(maximum: 100),
          "What paths call it; its name if left out, with `-2` for the second of that name."),
        Parameter(
          optional: "onto", .post,
          "Another remix of the same parent: where the post remixes that parent, it gets this one instead."),
      ],
      summary:
        "Runs a post's recipe again, with changes, and gives its clip. Files in it are the post's own; the canvas is shared.",
      example: """
        return remix("missed-shot@9f2c41d8", {
          params = { line = "Nothing but rim." },
          parts = { shot = function(clip) return clip:speed(0.5) end, card = false },
        })
        """),
    Word(
      "credits", .function, .remix,
      summary: "Whom to thank: a line for each post that was remixed so far, and for those it comes from in turn.",
      example: """
        local old = remix("missed-shot@9f2c41d8")
        return old .. text(credits(), { size = 48 }):lasting(2)
        """),
  ]
}
