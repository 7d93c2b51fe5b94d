import Media

/// The lengths of a reverberator's lines, in samples, and what is lost in each, from how long and how bright it sounds.
struct Room {
  /// Of the early reflections: no gap is seen between them and what follows, and no step.
  static let earlyGain: Float = 0.6

  let early: [Int]
  let middle: [Int]
  let late: [Int]
  let dampings: [Damping]
  /// Time until 60 dB are lost at 0 Hz, where it is longest.
  let longestSeconds: Double
  /// What makes the power of all that comes out that of what went in.
  let level: Double

  init(seconds: Double, damping: Double) {
    // A room that sounds for long is a large one.
    let size = min(max((seconds / 2).squareRoot(), 0.2), 1.3)
    early = Room.spread(milliseconds: 9 * size, turn: 0.618_033_988_749_895)
    middle = Room.spread(milliseconds: 37 * size, turn: 0.754_877_666_246_693)
    late = Room.lengths(from: 20 * size, ratio: 1.14)
    // Fully damped, the highest notes sound for an eighth of the time: 1 / (T / 8) − 1 / T = 7 / T.
    let haste = 7 * damping * damping
    let ways = late.map { Double($0) / AudioBlock.rate }
    let dampings = ways.map { way in
      Damping(middle: Room.part(left: way, of: seconds), high: Room.part(left: way * haste, of: seconds))
    }
    self.dampings = dampings
    longestSeconds =
      zip(ways, dampings).map { -3 * $0 / (Elementary.log2($1.gain) * 0.301_029_995_663_981_2) }.max() ?? 0
    let kept = Room.part(left: ways.reduce(0, +) / Double(Rows.count), of: seconds)
    let turns = kept * kept / (1 - kept * kept)
    level = (1 / (8 * (turns + Double(Room.earlyGain * Room.earlyGain)))).squareRoot()
  }

  /// Which line a row comes from. Rows change places, since a Hadamard matrix alone turns all sound by one of two angles,
  /// and its modes would fall together: metal.
  static func line(for row: Int) -> Int {
    (3 * row + 1) % Rows.count
  }

  /// What is left of an amplitude after some time, where 60 dB are lost in `seconds`.
  private static func part(left time: Double, of seconds: Double) -> Double {
    Elementary.power(10, -3 * time / seconds)
  }

  /// Sixteen lengths between 0 and some milliseconds, each far from those beside it (a Weyl sequence).
  private static func spread(milliseconds: Double, turn: Double) -> [Int] {
    (1...Rows.count).map { row in
      let place = Double(row) * turn
      return prime(from: Int((place - place.rounded(.down)) * milliseconds * AudioBlock.rate / 1000))
    }
  }

  /// Sixteen lengths, each a little longer than the one before; primes, so that few echoes fall together.
  private static func lengths(from milliseconds: Double, ratio: Double) -> [Int] {
    var (length, lengths) = (milliseconds * AudioBlock.rate / 1000, [Int]())
    for _ in 0..<Rows.count {
      lengths.append(prime(from: max(Int(length), (lengths.last ?? 0) + 1)))
      length *= ratio
    }
    return lengths
  }

  /// The least prime from a number on.
  private static func prime(from number: Int) -> Int {
    var number = max(number, 2)
    while (2..<number).prefix(while: { $0 * $0 <= number }).contains(where: { number % $0 == 0 }) { number += 1 }
    return number
  }
}
