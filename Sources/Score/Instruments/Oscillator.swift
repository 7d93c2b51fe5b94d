/// Goes round in a wave. The phase is a whole number that overflows, so a note is in tune however long it is.
struct Oscillator {
  private let tables: [Float]
  private let frequency: Double
  private var start: Int
  fileprivate var step: UInt32 = 0
  fileprivate var phase: UInt32

  /// - Parameter phase: A part of a turn, from 0 up to 1.
  init(_ wave: Wave, frequency: Double, phase: Double = 0) {
    (tables, self.frequency) = (wave.tables, frequency)
    start = Wave.table(for: frequency)
    self.phase = UInt32(phase * 0x1p32)
    bend(by: 1)
  }

  mutating func bend(by ratio: Double) {
    let frequency = min(frequency * ratio, 0.49 * Strike.sampleRate)
    step = UInt32((frequency / Strike.sampleRate * 0x1p32).rounded())
    if ratio > 1.02 || ratio < 0.98 { start = Wave.table(for: frequency) }
  }

  /// The next sample, with the phase pushed by a part of a turn (2³² being a whole one).
  @inline(__always) mutating func next(pushedBy push: Int32 = 0) -> Float {
    let place = phase &+ UInt32(bitPattern: push)
    phase &+= step
    let index = start + Int(place >> (32 - Wave.bits))
    let part = Float(place & (1 << (32 - Wave.bits) - 1)) * (1 / Float(1 << (32 - Wave.bits)))
    return tables[index] + part * (tables[index + 1] - tables[index])
  }
}

extension Oscillator {
  /// Goes so many samples further at once, and says where that is: for what moves slowly.
  mutating func value(after count: Int) -> Float {
    phase &+= step &* UInt32(truncatingIfNeeded: count - 1)
    return next()
  }
}
