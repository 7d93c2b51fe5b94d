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
  ]
}
