import Media

/// A person says something without words: syllables at the pace of speech, vowels by their formants.
struct Babble {
  private struct Syllable {
    let start: Int
    let end: Int
    let pitch: Double
    let formants: [Double]
    let loud: Double
    let consonant: Double
  }

  private let syllables: [Syllable]
  private let breath: Dice

  /// First, second and third formant of men's vowels, in hertz (Peterson and Barney 1952).
  private static let vowels: [[Double]] = [
    [270, 2290, 3010], [390, 1990, 2550], [530, 1840, 2480], [660, 1720, 2410], [730, 1090, 2440], [570, 840, 2410],
    [440, 1020, 2240], [300, 870, 2240], [640, 1190, 2390], [490, 1350, 1690],
  ]

  init(_ dice: inout Dice) {
    let isHigh = dice.unit() < 0.5
    let (voice, throat) = (isHigh ? dice.real(170, 240) : dice.real(95, 145), isHigh ? 1.17 : 1)
    let (tempo, count) = (dice.real(4, 6.5), 3 + dice.below(10))
    var (time, made) = (0.0, [Syllable]())
    for order in 0..<count where time < 2.8 {
      let length = dice.real(0.7, 1.4) / tempo
      // Pitch falls through a sentence, with accents.
      let pitch =
        voice * (1.15 - 0.3 * Double(order) / Double(count)) * (dice.unit() < 0.3 ? 1.2 : dice.real(0.95, 1.06))
      made.append(
        Syllable(
          start: AudioBlock.frames(time), end: AudioBlock.frames(time + length), pitch: pitch,
          formants: Babble.vowels[dice.below(10)].map { $0 * throat * dice.real(0.95, 1.05) },
          loud: dice.real(0.5, 1), consonant: dice.unit() * dice.unit()))
      time += length
    }
    (syllables, breath) = (made, Dice(dice.next()))
  }

  /// One channel, with a peak of about 0.3.
  func spoken() -> [Float] {
    guard let last = syllables.last else { return [] }
    var samples = [Float](repeating: 0, count: last.end + 2_400)
    var (throat, dice) = (Throat(), breath)
    for syllable in syllables { say(syllable, &throat, &dice, into: &samples) }
    return samples
  }

  private func say(_ syllable: Syllable, _ throat: inout Throat, _ dice: inout Dice, into samples: inout [Float]) {
    let count = syllable.end - syllable.start
    let swell = Swell(frameCount: count, attack: 0.35)
    samples.withUnsafeMutableBufferPointer { samples in
      // Copies, which stay in registers.
      var (mouth, chance) = (throat, dice)
      for index in 0..<count {
        if index.isMultiple(of: 240) { mouth.move(to: syllable.formants, by: 0.3) }
        let level = swell.level(index)
        let voiced = mouth.pulse(pitch: syllable.pitch, jitter: 0.01, &chance)
        let hiss = index < count / 4 ? chance.noise().left * Float(0.05 * syllable.consonant) : 0
        let sound = mouth.sound(voiced * level * Float(syllable.loud))
        samples[syllable.start + index] = 0.3 * (sound + hiss * level)
      }
      (throat, dice) = (mouth, chance)
    }
  }
}

/// Vocal folds that give pulses, and three resonances through which they are heard.
private struct Throat {
  private var formants = SIMD4(500.0, 1_500, 2_500, 0)
  private var (first, second, third) = (Filter(.band), Filter(.band), Filter(.band))
  /// Of a pulse, what the folds' softness leaves.
  private var soft = Filter(.low, frequency: 500, q: 0.6)
  private var (turns, stride) = (0.0, 1.0)

  /// Lips and tongue go to a vowel, not jump.
  mutating func move(to vowel: [Double], by share: Double) {
    for index in vowel.indices { formants[index] += share * (vowel[index] - formants[index]) }
    first.tune(frequency: formants[0], q: formants[0] / 80)
    second.tune(frequency: formants[1], q: formants[1] / 110)
    third.tune(frequency: formants[2], q: formants[2] / 160)
  }

  @inline(__always)
  mutating func pulse(pitch: Double, jitter: Double, _ dice: inout Dice) -> Float {
    turns += pitch * stride / Double(AudioBlock.sampleRate)
    guard turns >= 1 else { return soft.step(0) }
    turns -= 1
    stride = dice.real(1 - jitter, 1 + jitter)
    // As much in a second whatever the pitch.
    return soft.step(Float(9_000 / pitch))
  }

  @inline(__always)
  mutating func sound(_ push: Float) -> Float {
    first.step(push) + 0.5 * second.step(push) + 0.22 * third.step(push)
  }
}
