import Media

extension Language {
  static let sound: [Word] = [
    Word(
      "volume", .method, .sound,
      [Parameter("value", .curve(0...16, .factor), "0 is silent, 1 as recorded, 2 twice the amplitude (+6 dB).")],
      node: .volume,
      summary: "Louder or softer. Several multiply.",
      example: #"return video("talk.mp4"):layer(audio("song.mp3"):volume(0.2))"#),
    Word(
      "mute", .method, .sound,
      summary: "Without its sound.",
      example: #"return video("talk.mp4"):mute()"#),
    Word(
      "pan", .method, .sound,
      [Parameter("value", .curve(-1...1, .none), "-1 is left, 0 as it was, 1 right.")],
      node: .pan,
      summary: "Moves the sound to a side, at equal power.",
      example: #"return video("car.mp4"):pan { [0] = -1, [2] = 1 }"#),
    Word(
      "pitch", .method, .sound,
      [Parameter("semitones", .number(-24...24, .none), "12 is an octave higher, -12 one lower.")],
      node: .pitch,
      summary: "Higher or lower, at the same pace.",
      example: #"return video("talk.mp4"):pitch(-4)"#),
    Word(
      "filter", .method, .sound,
      [
        Parameter(
          "type", .choice(["lowpass", "highpass", "bandpass", "notch", "allpass", "peak", "lowshelf", "highshelf"]),
          "`lowpass` keeps what is below, `highpass` what is above; `peak` and the shelves go by the gain."),
        Parameter("frequency", .number(10...20_000, .hertz), "Where it bends, or its middle."),
        Parameter(
          "q", .number(0.1...30, .none), preset: .number(0.707),
          "How narrow it is: 0.707 is as steep as can be without a bump."),
        Parameter("gain", .number(-40...40, .decibels), preset: .number(0), "Of `peak`, `lowshelf` and `highshelf`."),
      ],
      node: .filter,
      summary: "Takes away, or brings out, some frequencies.",
      example: #"return video("talk.mp4"):filter("highpass", 90):filter("peak", 3000, { gain = 4 })"#),
    Word(
      "eq", .method, .sound,
      [
        Parameter("bass", .number(-24...24, .decibels), preset: .number(0), "Below 200 Hz."),
        Parameter("middle", .number(-24...24, .decibels), preset: .number(0), "Around 1 kHz."),
        Parameter("treble", .number(-24...24, .decibels), preset: .number(0), "Above 4 kHz."),
      ],
      node: .eq,
      summary: "Bass, middle and treble, as on an amplifier.",
      example: #"return audio("song.mp3"):eq { bass = 4, treble = -2 }"#),
    Word(
      "compress", .method, .sound,
      [
        Parameter("threshold", .number(-80...0, .decibels), preset: .number(-24), "What is louder is turned down."),
        Parameter("ratio", .number(1...100, .factor), preset: .number(4), "4 lets through a quarter of what is above."),
        Parameter("knee", .number(0...40, .decibels), preset: .number(6), "How wide the bend is."),
        Parameter("attack", .time(0.0001...1), preset: .time(.thousandths(5)), "How soon it turns down."),
        Parameter("release", .time(0.01...1), preset: .time(.thousandths(250)), "How soon it lets go."),
        Parameter("makeup", .number(-20...40, .decibels), preset: .number(0), "Louder afterwards."),
      ],
      node: .compress,
      summary: "Turns loud places down, so that all of it can be louder.",
      example: #"return video("talk.mp4"):compress { threshold = -30, ratio = 3, makeup = 6 }"#),
    Word(
      "limit", .method, .sound,
      [
        Parameter("ceiling", .number(-40...0, .decibels), preset: .number(-1), "Of the true peak, below full scale."),
        Parameter("release", .time(0.01...2), preset: .time(.thousandths(100)), "How soon it lets go."),
      ],
      node: .limit,
      summary: "Never louder than so much, not even between samples.",
      example: #"return audio("song.mp3"):volume(3):limit(-1)"#),
    Word(
      "reverb", .method, .sound,
      [
        Parameter("seconds", .time(0.1...10), preset: .time(.thousandths(1500)), "Until it is 60 dB softer."),
        Parameter("mix", .number(0...1, .none), preset: .number(0.3), "How much of the room is heard."),
        Parameter(
          "damping", .number(0...1, .none), preset: .number(0.5), "How soon high tones are gone: 0 tiles, 1 curtains."),
        Parameter("delay", .time(0...0.2), preset: .time(.thousandths(20)), "Until the first of it comes back."),
        Parameter("width", .number(0...1, .none), preset: .number(1), "From one point to all around."),
        Parameter(optional: "tail", tail, tailSummary),
      ],
      node: .reverb,
      summary: "In a room.",
      example: #"return audio("clap.wav"):reverb { 2.5, mix = 0.4 }"#),
    Word(
      "echo", .method, .sound,
      [
        Parameter("seconds", .time(0.001...5), preset: .time(.thousandths(300)), "From one to the next."),
        Parameter("feedback", .number(0...0.95, .none), preset: .number(0.4), "How much of each comes again."),
        Parameter("mix", .number(0...1, .none), preset: .number(0.35), "How loud they are."),
        Parameter("pingpong", .flag, preset: .flag(false), "From side to side."),
        Parameter(optional: "tail", tail, tailSummary),
      ],
      node: .echo,
      summary: "Again and again, softer each time.",
      example: #"return audio("clap.wav"):echo(0.4, { feedback = 0.5, pingpong = true })"#),
    Word(
      "duck_under", .method, .sound,
      [
        Parameter("clip", .clip, "What is to be heard above it. It begins when this clip does."),
        Parameter("by", .number(0...60, .decibels), preset: .number(12), "How much softer."),
        Parameter("threshold", .number(-80...0, .decibels), preset: .number(-40), "How loud the other must be."),
        Parameter("attack", .time(0.001...1), preset: .time(.thousandths(100)), "How soon it goes down."),
        Parameter("hold", .time(0.02...2), preset: .time(.thousandths(200)), "How long it stays down in pauses."),
        Parameter("release", .time(0.01...5), preset: .time(.thousandths(500)), "How soon it comes back."),
      ],
      node: .duck,
      summary: "Goes down while another clip sounds. The other is only listened to: lay it on as well.",
      example: """
        local voice = audio("voice.wav")
        return voice:layer(audio("song.mp3"):duck_under(voice, { by = 15 }))
        """),
  ]

  private static let tail = ParameterType.time(0...60)
  private static let tailSummary =
    "How long it goes on when the clip is over. Sound by itself rings out if this is left out; a clip with a picture ends with it."
}

extension Time {
  fileprivate static func thousandths(_ count: Int64) -> Time { Time(flicks: Time.flicksPerSecond / 1000 * count) }
}
