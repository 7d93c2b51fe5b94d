internal import Media

/// Something that a figure says, and how its mouth moves if nobody knows better: open and shut, a syllable at a time.
struct Talk {
  let text: String
  let span: ClosedRange<Double>
  private let syllables: Int

  /// People say four to five syllables a second.
  static let rate = 4.5

  init(_ text: String, at start: Double) {
    self.text = text
    syllables = Talk.syllables(text)
    span = start...start + Double(syllables) / Talk.rate
  }

  /// Runs of vowels; in other scripts, letters. Of a long text the beginning counts.
  private static func syllables(_ text: String) -> Int {
    let letters = text.prefix(2_000).lowercased()
    var (count, wasVowel) = (0, false)
    for letter in letters {
      let isVowel = "aeiouyäöüáéíóúàèìòùâêîôû".contains(letter) || (letter.isLetter && !letter.isASCII)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(1, count)
  }

  func lips(at time: Double) -> Lips {
    guard span.contains(time) else { return Lips() }
    let place = (time - span.lowerBound) * Talk.rate
    var (now, next) = (Dice(1, Int(place)), Dice(1, Int(place) + 1))
    let (width, to) = (now.unit(), next.unit())
    let openness = 0.35 + 0.65 * now.unit()
    let share = place - place.rounded(.down)
    return Lips(openness: openness * Ease.arch(share), width: width + (to - width) * Ease.smooth(share))
  }

  /// How much it talks: 0 before and after.
  func vigour(at time: Double) -> Double { Ease.envelope(time, span, rise: 0.2, fall: 0.3) }
}
