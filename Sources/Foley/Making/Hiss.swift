import Media

/// What filtered noise is like at an instant.
struct Tone {
  /// Of the filter, in hertz.
  var frequency: Double
  var q = 0.7
  /// Factors for either ear.
  var left: Double
  var right: Double

  init(_ frequency: Double, q: Double = 0.7, gain: Double, pan: Double = 0) {
    let ears = Ears(pan: pan)
    (self.frequency, self.q) = (frequency, q)
    (left, right) = (gain * ears.left, gain * ears.right)
  }
}

/// Noise through a filter that moves: wind, surf, breath, the rush of tyres.
struct Hiss {
  /// How often it looks where the filter shall be: every 1.3 ms; gains go in straight lines between.
  static let step = 64

  enum Color { case white, pink }

  let color: Color
  let kind: Filter.Kind
  private let start: Dice

  init(_ color: Color, _ kind: Filter.Kind, _ dice: Dice) {
    (self.color, self.kind, self.start) = (color, kind, dice)
  }

  /// Adds it to the first `count` samples of a block.
  ///
  /// - Parameter tone: What it is like at a sample of the block; asked every `step` samples.
  func add(to block: inout AudioBlock, count: Int? = nil, tone: (Int) -> Tone) {
    let end = min(count ?? block.frameCount, block.frameCount)
    guard end > 0 else { return }
    var stream = NoiseStream(start, color, kind)
    block.withEars { left, right in
      var (place, now) = (0, tone(0))
      while place < end {
        let next = tone(place + Hiss.step)
        stream.add(from: now, to: next, left, right, place..<min(place + Hiss.step, end))
        (place, now) = (place + Hiss.step, next)
      }
    }
  }
}

/// Noise on its way through a filter for each ear.
private struct NoiseStream {
  let color: Hiss.Color
  private var dice: Dice
  private var (near, far): (Filter, Filter)
  private var (pinkNear, pinkFar) = (Pink(), Pink())

  init(_ dice: Dice, _ color: Hiss.Color, _ kind: Filter.Kind) {
    (self.dice, self.color) = (dice, color)
    (near, far) = (Filter(kind), Filter(kind))
  }

  mutating func add(
    from: Tone, to: Tone, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ range: Range<Int>
  ) {
    near.tune(frequency: from.frequency, q: from.q)
    far.follow(near)
    // A copy, which stays in registers.
    var stream = self
    var (gainLeft, gainRight) = (Float(from.left), Float(from.right))
    let (stepLeft, stepRight) = (
      Float((to.left - from.left) / Double(Hiss.step)), Float((to.right - from.right) / Double(Hiss.step))
    )
    for index in range {
      let noise = stream.next()
      left[index] += gainLeft * noise.left
      right[index] += gainRight * noise.right
      (gainLeft, gainRight) = (gainLeft + stepLeft, gainRight + stepRight)
    }
    self = stream
  }

  @inline(__always)
  private mutating func next() -> (left: Float, right: Float) {
    var noise = dice.noise()
    if color == .pink { noise = (pinkNear.step(noise.left), pinkFar.step(noise.right)) }
    return (near.step(noise.left), far.step(noise.right))
  }
}

/// White noise becomes pink, −3 dB an octave: Kellet's three poles, within 0.5 dB from 10 Hz to 20 kHz.
private struct Pink {
  private var (a, b, c): (Float, Float, Float) = (0, 0, 0)

  @inline(__always)
  mutating func step(_ white: Float) -> Float {
    a = 0.99765 * a + white * 0.0990460
    b = 0.96300 * b + white * 0.2965164
    c = 0.57000 * c + white * 1.0526913
    return (a + b + c + white * 0.1848) * 0.25
  }
}
