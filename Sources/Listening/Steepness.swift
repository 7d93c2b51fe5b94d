import Media

/// Where a sound begins, to less than a millisecond: where its level rises most from one stretch to the next.
enum Steepness {
  /// A step of 0.67 ms. The levels of four steps each are compared.
  private static let step = 32
  private static let reach = 4
  /// A new sound shows in the spectrum up to half a window, and what that is compared with, after it began.
  private static let before: Int64 = 1024
  private static let after: Int64 = 512

  /// What the tape must hold.
  static func range(around centre: Int64) -> Range<Int64> { centre - before..<centre + after }

  static func steepest(in tape: Tape, around centre: Int64) -> Int64 {
    let energies = energies(in: tape, around: centre)
    var (best, steepest) = (Int(before) / step, 0.0)
    for place in reach...energies.count - reach {
      var (earlier, later) = (0.0, 0.0)
      for offset in 0..<reach {
        earlier += energies[place - 1 - offset]
        later += energies[place + offset]
      }
      let rise = later.squareRoot() - earlier.squareRoot()
      if rise > steepest { (best, steepest) = (place, rise) }
    }
    return centre - before + Int64(best * step)
  }

  private static func energies(in tape: Tape, around centre: Int64) -> [Double] {
    let count = Int(before + after) / step
    var energies = Array(repeating: 0.0, count: count)
    for channel in 0..<tape.recording.channelCount {
      tape.withSamples(channel, from: centre - before, count * step) { samples in
        for place in 0..<count {
          var sum = 0.0
          for index in place * step..<(place + 1) * step { sum += Double(samples[index]) * Double(samples[index]) }
          energies[place] += sum
        }
      }
    }
    return energies
  }
}
