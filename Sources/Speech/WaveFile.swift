/// What a WAV file holds: RIFF, PCM of 16 bits.
struct WaveFile {
  private var rate = 0
  private var channels = 0
  private var data: ArraySlice<UInt8>?

  /// - Throws: `.failed` with what is wrong. A length that says more than there is counts as all: programs that write
  ///   to a pipe do not know it.
  init(_ bytes: [UInt8]) throws(SpeechError) {
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WAVE".utf8) else {
      throw .failed(reason: "the program gave no WAV file")
    }
    var rest = bytes.dropFirst(12)
    while data == nil, rest.count >= 8 {
      let (name, length) = (rest.prefix(4), Int(rest.dropFirst(4).number(4)))
      let body = rest.dropFirst(8).prefix(length)
      if name.elementsEqual("fmt ".utf8) { try readFormat(body) }
      if name.elementsEqual("data".utf8) { data = body }
      rest = rest.dropFirst(8 + length + length % 2)
    }
    guard rate > 0, data?.isEmpty == false else { throw .failed(reason: "the program's WAV file has no sound") }
  }

  private mutating func readFormat(_ body: ArraySlice<UInt8>) throws(SpeechError) {
    guard body.count >= 16 else { throw .failed(reason: "the program's WAV file is damaged") }
    let (kind, bits) = (body.number(2), body.dropFirst(14).number(2))
    // 0xFFFE says that the kind stands in a longer form, whose plain case is PCM too.
    guard kind == 1 || kind == 0xFFFE, bits == 16 else {
      throw .failed(reason: "the program's WAV file has format \(kind) of \(bits) bits; wanted PCM of 16 bits")
    }
    (channels, rate) = (Int(body.dropFirst(2).number(2)), Int(body.dropFirst(4).number(4)))
    guard (1...2).contains(channels), SpokenSound.sampleRates.contains(rate) else {
      throw .failed(
        reason: "the program's WAV file has \(channels) channels at \(rate) Hz; wanted 1 or 2 at a usual rate")
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
