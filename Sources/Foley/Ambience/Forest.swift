import Media

/// Leaves in a breeze, and birds in them.
struct Forest: EndlessSound {
  let activity: Double
  let seed: UInt64
  /// A song lasts three seconds at most.
  var tail: Int { 160_000 }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let (breeze, rustle) = (Drift(seed, 1, rate: 0.16), Drift(seed, 2, rate: 1.7))
    Hiss(.pink, .band, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      let time = epoch.time(sample)
      let air = 0.5 + 0.35 * breeze.at(time) + 0.15 * rustle.at(time)
      return Tone(2_200 + 1_400 * air, q: 0.35, gain: 0.012 + 0.075 * air * air)
    }
    Hiss(.pink, .low, epoch.dice(4)).add(to: &block, count: epoch.textured) { sample in
      Tone(260, gain: 0.03 + 0.02 * breeze.at(epoch.time(sample)))
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    for number in 0..<Int(2 + 7 * activity) {
      let bird = Bird(seed: seed, number: Int64(number))
      epoch.eachBeat(every: bird.pause / (0.6 + 0.6 * activity), looseness: 0.8, 16 + UInt64(number)) {
        _, place, dice in
        if dice.unit() < 0.75 { bird.sing(into: &block, at: place, &dice) }
      }
    }
  }
}

/// A bird that stays on its branch and has a song of its own: notes that glide, in a phrase.
private struct Bird {
  /// Between songs, in seconds.
  let pause: Double
  private let manner: Int
  private let pitch: Double
  private let pan: Double
  private let gain: Double

  init(seed: UInt64, number: Int64) {
    var dice = Dice(seed, number, 15)
    manner = Int(number + Int64(dice.below(2))) % 5
    (pitch, pan) = (dice.real(0.85, 1.2), dice.real(-0.9, 0.9))
    // Near ones are few.
    (pause, gain) = (dice.real(3.5, 9), 0.02 + 0.10 * dice.unit() * dice.unit())
  }

  func sing(into block: inout AudioBlock, at place: Int, _ dice: inout Dice) {
    var time = 0.0
    for note in notes(&dice) where time < 2.9 {
      // Its echo among the trunks comes later, lower and from the other side.
      for (late, share, side) in [(0.0, 1.0, pan), (0.07, 0.22, -pan), (0.16, 0.12, pan * 0.3)] {
        var glide = note.glide
        (glide.gain, glide.pan) = (gain * share, side)
        glide.add(to: &block, at: place + AudioBlock.frames(time + late))
      }
      time += note.glide.seconds + note.rest
    }
  }

  private typealias Note = (glide: Glide, rest: Double)

  private func notes(_ dice: inout Dice) -> [Note] {
    switch manner {
    case 0:
      return (0..<2 + dice.below(3)).flatMap { _ in [note(5_000, 4_900, 0.13, 0.05), note(3_900, 3_800, 0.16, 0.09)] }
    case 1: return trill(&dice)
    case 2: return warble(&dice)
    case 3: return [note(2_400, 2_900, 0.35, 0.12), note(3_100, 2_500, 0.42, 0.2)]
    default: return chatter(&dice)
    }
  }

  private func note(_ from: Double, _ to: Double, _ seconds: Double, _ rest: Double) -> Note {
    (Glide(from: from * pitch, to: to * pitch, seconds: seconds, gain: 1, octave: 0.04, attack: 0.35), rest)
  }

  /// One note, over and over, faster and lower towards the end: a finch.
  private func trill(_ dice: inout Dice) -> [Note] {
    let top = dice.real(5_200, 6_000)
    return (0..<12 + dice.below(10)).map { order in
      let start = top * (1 - 0.02 * Double(order))
      return note(start, start * 0.62, 0.06, max(0.012, 0.05 - 0.003 * Double(order)))
    }
  }

  /// Whistles that are never the same twice: a blackbird.
  private func warble(_ dice: inout Dice) -> [Note] {
    (0..<4 + dice.below(5)).map { _ in
      let start = dice.octaves(1_700, 3_300)
      var whistle = note(start, start * dice.real(0.75, 1.35), dice.real(0.09, 0.26), dice.real(0.01, 0.08))
      whistle.glide.vibrato = dice.unit() < 0.3 ? 0.04 : 0
      return whistle
    }
  }

  private func chatter(_ dice: inout Dice) -> [Note] {
    (0..<3 + dice.below(6)).map { _ in
      note(dice.real(3_400, 4_300), dice.real(5_200, 6_800), 0.045, dice.real(0.05, 0.12))
    }
  }
}
