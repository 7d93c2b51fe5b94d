import Media

extension Language {
  /// The voices that come with the runtime. A host may have others.
  package static let voices = ["slt", "rms", "awb", "kal16"]

  private static let speaking =
    [Parameter("text", .text(maximum: 10_000), "What is said; these voices speak English.")] + speaker + [
      Parameter(optional: "by", .record(speaker), "Who says it: a table of the three, for what is not said here."),
      Parameter(optional: "at", .time(0...longestSeconds), "When it begins."),
    ]

  private static let speaker = [
    Parameter(
      "voice", .text(maximum: 100), preset: .text("slt"),
      "`slt` is a woman, `rms` and `awb` are men, `kal16` sounds like a machine; or another that the host has."),
    Parameter("rate", .number(0.5...2, .factor), preset: .number(1), "How fast."),
    Parameter("pitch", .number(0.5...2, .factor), preset: .number(1), "How high."),
  ]

  static let madeSound: [Word] = [
    Word(
      "say", .function, .madeSound, speaking, node: .speech,
      summary: "A voice says it.",
      example: #"return solid("navy"):layer(say("Good evening, and welcome.", { voice = "rms" }))"#),
    Word(
      "say", .method, .madeSound, speaking,
      summary: "A voice says it while the clip plays.",
      example: """
        local host = { voice = "awb", rate = 1.1 }
        return solid("navy"):say("Good evening.", { by = host }):say("And welcome!", { by = host, at = 1.5 })
        """),
    Word(
      "music", .function, .madeSound,
      [
        Parameter("seconds", .time(1...600), "How long it is; it ends then, and not before."),
        Parameter(
          "mood",
          .choice([
            "calm", "happy", "sad", "tense", "epic", "dreamy", "playful", "dark", "lofi", "chiptune",
          ]), preset: .text("calm"), "How it feels, and who plays."),
        Parameter(
          optional: "key", .text(maximum: 40),
          "Such as `C minor`, `F# major` or `D dorian`; the mood's own if left out."),
        Parameter(
          optional: "tempo", .number(40...240, .none),
          "Beats a minute; the mood's own if left out. It bends a little so that whole bars fit."),
        Parameter("seed", .integer(0...1_000_000, .none), preset: .number(1), "Another number is another piece."),
      ],
      node: .music,
      summary: "A piece of music that is composed and played for it, with an ending that falls where it should.",
      example: #"return solid("indigo"):layer(music { 12, mood = "dreamy", seed = 4 })"#),
    Word(
      "midi", .function, .madeSound,
      [Parameter("file", .text(maximum: 1000), "A Standard MIDI File (`.mid`) beside the recipe.")],
      node: .midi,
      summary: "The music of a MIDI file, played on instruments of our own.",
      example: #"return solid("indigo"):layer(midi("song.mid"))"#),
    Word(
      "words", .property, .madeSound,
      summary: "When each word of a speech is said: a list of `{ text, from, to }`.",
      example: """
        local speech = say("Ready, steady, go!")
        return solid("navy"):layer(text("GO"), { from = speech.words[3].from }):lasting(speech.duration):layer(speech)
        """),
    Word(
      "mouths", .property, .madeSound,
      summary:
        "How the mouth stands while a speech is said: a list of `{ shape, open, from, to }`, `open` from 0 to 1.",
      example: """
        local speech = say("Hello, hello")
        local keys = {}
        for _, mouth in ipairs(speech.mouths) do keys[mouth.from] = 0.2 + mouth.open end
        return circle(100, { fill = "tomato" }):scale(1, keys):lasting(2):layer(speech)
        """),
    Word(
      "captions", .method, .madeSound,
      [
        Parameter("y", .number(0...1, .canvas), preset: .number(0.92), "Where their lower edge is, from the top."),
        Parameter("letters", .integer(1...200, .none), preset: .number(42), "How many a line may have."),
        Parameter(optional: "karaoke", .color, "That of what has been said, word by word."),
        Parameter(
          optional: "size", .number(1...2000, .pixels), "The height of the em; goes by the canvas if left out."),
      ] + textStyle.filter { $0.name != "size" },
      summary: "What a speech says, a few words at a time, while they are said: a clip to lay over the picture.",
      example: """
        local speech = say("Every word lights up as it is said.")
        return solid("midnightblue"):layer(speech):layer(speech:captions { karaoke = "gold" })
        """),
  ]

  static let listening: [Word] = [
    Word(
      "envelope", .method, .listening,
      [Parameter("rate", .number(1...240, .times), preset: .number(30), "How many values a second.")],
      summary: "How loud a clip is: a list of levels from 0 to 1.",
      example: """
        local song = audio("song.mp3")
        local level = song:envelope(30)
        local pulse = function(t) return 1 + level[math.min(#level, t * 30 // 1 + 1)] end
        return text("loud"):scale(pulse):lasting(song.duration):layer(song)
        """),
    Word(
      "bands", .method, .listening,
      [
        Parameter("count", .integer(1...64, .none), preset: .number(8), "How many, evenly spread by pitch."),
        Parameter("rate", .number(1...240, .times), preset: .number(30), "How many values a second."),
      ],
      summary:
        "How loud a clip is in each band of its spectrum: for each time, a list of levels from 0 to 1, the bass first.",
      example: """
        local song = audio("song.mp3")
        local bands = song:bands(4)
        local bass = function(t) return 0.5 + bands[math.min(#bands, t * 30 // 1 + 1)][1] end
        return circle(200, { fill = "tomato" }):scale(bass):lasting(song.duration):layer(song)
        """),
    Word(
      "onsets", .method, .listening,
      summary: "When something begins to sound: a list of seconds.",
      example: """
        local claps = audio("clap.wav")
        return solid("navy"):layer(text("clap!"), { from = claps:onsets()[1] or 0 }):lasting(claps.duration):layer(claps)
        """),
    Word(
      "beats", .method, .listening,
      summary: "When beats fall: a list of seconds.",
      example: """
        local song = audio("song.mp3")
        local beats = song:beats()
        return (video("beach.mp4"):lasting(beats[5] or 1) .. video("talk.mp4")):mute():layer(song)
        """),
    Word(
      "tempo", .method, .listening,
      summary: "Beats a minute; nil if there is no beat.",
      example: """
        local song = audio("song.mp3")
        return text(("%.0f bpm"):format(song:tempo() or 0)):lasting(song.duration):layer(song)
        """),
  ]
}
