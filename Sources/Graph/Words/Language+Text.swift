import Media

extension Language {
  static let text: [Word] = [
    Word(
      "captions", .function, .text,
      [
        Parameter(
          "file", .text(maximum: 1000), "A SubRip (`.srt`), WebVTT (`.vtt`) or ASS (`.ass`) file beside the recipe."),
        Parameter("y", .number(0...1, .canvas), preset: .number(0.92), "Where their lower edge is, from the top."),
        Parameter(
          optional: "size", .number(1...2000, .pixels), "The height of the em; goes by the canvas if left out."),
      ] + textStyle.filter { $0.name != "size" },
      summary: """
        The captions of a file, each a text of its own that shows when the file says. Bold, italics and colours of the \
        file are kept. Without an outline, a shadow or a background they get an outline. They last until the last is over. \
        An ASS file brings styles, places, moves, songs and drawings of its own, so nothing else is said of it.
        """,
      example: #"return video("talk.mp4"):layer(captions("talk.srt", { background = true }))"#),
    Word(
      "animate", .method, .text,
      [
        Parameter(
          "effect", .choice(["typewriter", "fade", "rise", "pop", "wave"]),
          "`typewriter` shows piece after piece, `fade`, `rise` and `pop` let each come, `wave` swings them for good."),
        Parameter(
          optional: "by", .choice(["character", "word", "line"]),
          "What moves for itself; the character for `typewriter` and `wave`, otherwise the word."),
        Parameter(
          "each", .time(0...100), preset: .time(Time(flicks: Time.flicksPerSecond / 20)), "From one piece to the next."),
        Parameter(
          optional: "seconds", .time(0.01...100), "How long each takes to come, 0.4; of a wave, a swing, 1.2."),
        Parameter(
          optional: "ease", .text(maximum: 200), "How it comes; `outCubic`, and `outBack` for `pop`, if left out."),
        Parameter("reach", .number(-20...20, .factor), preset: .number(0.5), "From how far, times the text's size."),
      ],
      node: .text,
      summary: "Lets the pieces of a text move one after another. Said of a text, before anything else is done to it.",
      example:
        #"return text("Piece by piece"):animate { "rise", by = "word", each = 0.08, ease = "outBack" }:lasting(3)"#),
    Word(
      "karaoke", .method, .text,
      [
        Parameter(
          "times", .numbers(1...2000, 0...86_400),
          "When each word begins, in seconds; one more says when the last is over."),
        Parameter("color", .color, preset: .color(Color(red: 1, green: 0.84, blue: 0)), "That of what has been sung."),
        Parameter("sweep", .flag, preset: .flag(true), "Through each word as it is sung, rather than word by word."),
      ],
      node: .text,
      summary: "Colours a text word by word. Said of a text, before anything else is done to it.",
      example:
        #"return text("Row row row your boat"):karaoke({ 0, 0.6, 1.2, 1.8, 2.1, 3 }, { color = "gold" }):lasting(4)"#),
  ]
}
