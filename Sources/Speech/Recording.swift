internal import Media

/// Sentences one after another.
struct Recording {
  private var samples: [Int16] = []
  private var sampleRate = 0
  private var segments: [Segment] = []

  /// A phoneme, where it sounds, and the place of its word in the script; nil in a pause.
  private struct Segment {
    var name: String
    var range: Range<Int>
    var word: Int?
  }

  mutating func append(_ sentence: borrowing SpokenSentence) {
    let start = samples.count
    samples += sentence.samples
    sampleRate = sentence.sampleRate
    let phonemes = sentence.phonemes()
    for (place, phoneme) in phonemes.enumerated() {
      let last = segments.last?.range.upperBound ?? 0
      let end = place + 1 == phonemes.count ? samples.count : sample(at: phoneme.end, from: start)
      guard end > last else { continue }
      if phoneme.word == nil, let pause = segments.last, pause.word == nil {
        segments[segments.count - 1].range = pause.range.lowerBound..<end
      } else {
        segments.append(Segment(name: phoneme.name, range: last..<end, word: phoneme.word))
      }
    }
  }

  private func sample(at second: Double, from start: Int) -> Int {
    let length = second * Double(sampleRate)
    return length < Double(samples.count - start) ? start + Int(max(0, length)) : samples.count
  }

  /// - Throws: `.nothingToSay` if no word is heard.
  consuming func speech(of text: String, _ script: Script) throws(SpeechError) -> Speech {
    settlePauses()
    let (words, numbers) = words(of: Array(text.utf8), script)
    guard !words.isEmpty else { throw .nothingToSay }
    let phonemes = segments.map { segment in
      let span = span(segment.range)
      return Speech.Phoneme(
        name: segment.name, start: span.start, end: span.end, word: segment.word.map { numbers[$0] })
    }
    return Speech(samples: samples, sampleRate: sampleRate, timing: .init(words: words, phonemes: phonemes))
  }

  /// Puts pauses where the silence is.
  ///
  /// Voices say when a phoneme begins as the one who marked the recordings heard it: beside a pause that is off by up to a
  /// tenth of a second, and the silence of a `p` before it bursts is no sound that anybody hears.
  private mutating func settlePauses() {
    let silence = Silence(samples, sampleRate: sampleRate)
    for place in segments.indices where segments[place].word == nil {
      let (before, after) = (segments[..<place].last, segments[(place + 1)...].first)
      // A phoneme keeps a sample at least.
      let room =
        (before.map { $0.range.lowerBound + 1 } ?? 0)..<(after.map { $0.range.upperBound - 1 } ?? samples.count)
      guard let pause = silence.stretch(in: room, at: segments[place].range) else { continue }
      let start = before == nil ? 0 : pause.lowerBound
      let end = after == nil ? samples.count : pause.upperBound
      segments[place].range = start..<end
      if let before { segments[place - 1].range = before.range.lowerBound..<start }
      if let after { segments[place + 1].range = end..<after.range.upperBound }
    }
  }

  /// The words that are heard, and the number of each of the script's. What is silent, like a dash, belongs to the word
  /// before it, or else to the first.
  private func words(of text: [UInt8], _ script: Script) -> (words: [Speech.Word], numbers: [Int]) {
    var words: [Speech.Word] = []
    var numbers: [Int] = []
    for (bytes, range) in zip(script.words, ranges(script.words.count)) {
      let start = words.isEmpty ? script.words[0].lowerBound : bytes.lowerBound
      if let span = range.map(span) {
        words.append(.init(text: "", range: start..<bytes.upperBound, start: span.start, end: span.end))
      } else if let last = words.popLast() {
        words.append(.init(text: "", range: last.range.lowerBound..<bytes.upperBound, start: last.start, end: last.end))
      }
      numbers.append(words.count - 1)
    }
    for place in words.indices { words[place].text = String(decoding: text[words[place].range], as: UTF8.self) }
    return (words, numbers)
  }

  /// Where each of the script's words is heard; nil for those that are not.
  private func ranges(_ count: Int) -> [Range<Int>?] {
    var ranges = [Range<Int>?](repeating: nil, count: count)
    for segment in segments {
      guard let word = segment.word else { continue }
      ranges[word] = (ranges[word]?.lowerBound ?? segment.range.lowerBound)..<segment.range.upperBound
    }
    return ranges
  }

  private func span(_ range: Range<Int>) -> TimeRange {
    func time(_ sample: Int) -> Time { Time(ticks: Int64(sample), rate: Int64(sampleRate)) }
    return TimeRange(time(range.lowerBound), time(range.upperBound))
  }
}
