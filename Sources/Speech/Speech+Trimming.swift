import Media

extension Speech {
  /// The speech without the silence before and behind it, but for a twentieth of a second; times follow.
  ///
  /// What is below −46 dB of the loudest sample is silence. Silent speech stays as it is.
  package func trimmed() -> Speech {
    let loudest = samples.reduce(0) { max($0, $1.magnitude) }
    guard let first = samples.firstIndex(where: { $0.magnitude > loudest / 200 }),
      let last = samples.lastIndex(where: { $0.magnitude > loudest / 200 })
    else { return self }
    let margin = sampleRate / 20
    return cut(to: max(0, first - margin)..<min(samples.count, last + 1 + margin))
  }

  private func cut(to range: Range<Int>) -> Speech {
    var speech = self
    speech.samples = Array(samples[range])
    let offset = Time(ticks: Int64(range.lowerBound), rate: Int64(sampleRate))
    let end = speech.duration
    func moved(_ time: Time) -> Time { min(max(time - offset, .zero), end) }
    for place in timing.words.indices {
      speech.timing.words[place].start = moved(timing.words[place].start)
      speech.timing.words[place].end = moved(timing.words[place].end)
    }
    for place in timing.phonemes.indices {
      speech.timing.phonemes[place].start = moved(timing.phonemes[place].start)
      speech.timing.phonemes[place].end = moved(timing.phonemes[place].end)
    }
    speech.timing.phonemes.removeAll { $0.start == $0.end }
    return speech
  }
}
