/// What a WAV file holds: RIFF, PCM of 16 bits.
struct WaveFile {
  /// Who gave it, for errors: `the program`.
  private let giver: String
  private var rate = 0
  private var channels = 0
  private var data: ArraySlice<UInt8>?
  /// Bytes of sound that the file says it has, and has not. 0 where it says that it does not know.
  private(set) var missing = 0

  /// - Throws: `.failed` with what is wrong. A length that says more than there is counts as all: programs that write
  ///   to a pipe do not know it. So does a length of 0, which servers write that begin to send before they are done.
  init(_ bytes: [UInt8], from giver: String = "the program") throws(SpeechError) {
    self.giver = giver
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WAVE".utf8) else {
      throw .failed(reason: "\(giver) gave no WAV file")
    }
    var rest = bytes.dropFirst(12)
    while data == nil, rest.count >= 8 {
      let (name, length) = (rest.prefix(4), Int(rest.dropFirst(4).number(4)))
      let body = rest.dropFirst(8).prefix(length)
      if name.elementsEqual("fmt ".utf8) { try readFormat(body) }
      if name.elementsEqual("data".utf8) {
        data = length == 0 ? rest.dropFirst(8) : body
        // Those who do not know write 2³¹ or 2³² less a little.
        missing = length < 0x7FFF_0000 ? length - body.count : 0
      }
      rest = rest.dropFirst(8 + length + length % 2)
    }
    guard rate > 0, data?.isEmpty == false else { throw .failed(reason: "the WAV file of \(giver) has no sound") }
  }

  private mutating func readFormat(_ body: ArraySlice<UInt8>) throws(SpeechError) {
    guard body.count >= 16 else { throw .failed(reason: "the WAV file of \(giver) is damaged") }
    let (kind, bits) = (body.number(2), body.dropFirst(14).number(2))
    // 0xFFFE says that the kind stands in a longer form, whose plain case is PCM too.
    guard kind == 1 || kind == 0xFFFE, bits == 16 else {
      throw .failed(reason: "the WAV file of \(giver) has format \(kind) of \(bits) bits; wanted PCM of 16 bits")
    }
    (channels, rate) = (Int(body.dropFirst(2).number(2)), Int(body.dropFirst(4).number(4)))
    guard (1...2).contains(channels), SpokenSound.sampleRates.contains(rate) else {
      throw .failed(
        reason: "the WAV file of \(giver) has \(channels) channels at \(rate) Hz; wanted 1 or 2 at a usual rate")
    }
  }

  /// Two channels become their mean.
  func speech() -> Speech {
    let data = data ?? []
    let samples = stride(from: data.startIndex, through: data.endIndex - 2 * channels, by: 2 * channels).map { start in
      let sum = (0..<channels).reduce(0) { $0 + Int(Int16(truncatingIfNeeded: data[(start + 2 * $1)...].number(2))) }
      return Int16(sum / channels)
    }
    return Speech(samples: samples, sampleRate: rate, timing: .init(words: []))
  }
}

extension ArraySlice<UInt8> {
  /// The number that its first bytes are, the lowest first.
  fileprivate func number(_ count: Int) -> UInt32 { prefix(count).reversed().reduce(0) { $0 << 8 | UInt32($1) } }
}

extension Speech {
  /// The sound of a WAV file, with times that are guessed from a text's letters.
  ///
  /// - Parameters:
  ///   - wave: RIFF, PCM of 16 bits, 1 or 2 channels, at a usual rate.
  ///   - giver: Who gave it, for errors: `the program`.
  ///   - mayEndEarly: Whether the file may have less sound than it says.
  /// - Throws: `.failed` with what is wrong.
  package init(
    wave: [UInt8], saying text: String, from giver: String, mayEndEarly: Bool = true
  ) throws(SpeechError) {
    let file = try WaveFile(wave, from: giver)
    guard mayEndEarly || file.missing == 0 else {
      throw .failed(reason: "the WAV file of \(giver) is cut off: \(file.missing) bytes are missing")
    }
    self = file.speech()
    timing = estimatedTiming(of: text)
  }
}
