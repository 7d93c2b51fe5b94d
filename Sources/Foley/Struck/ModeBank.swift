import Media

/// One way in which a body swings: a sine that dies away.
struct Mode: Equatable {
  /// In hertz.
  var frequency: Double
  /// The amplitude falls as e^(−damping · t), in 1/s.
  var damping: Double
  var gain: Double
  var pan = 0.0

  /// Until it has fallen by 60 dB.
  var seconds: Double { 6.907_755 / damping }
}

/// The modes of a body, which swing side by side under one force (van den Doel and Pai, "The sounds of physical shapes",
/// 1998).
struct ModeBank {
  var modes: [Mode]

  init(_ modes: [Mode]) {
    // What cannot be heard, or would fold back, is left out.
    self.modes = modes.filter { $0.frequency > 15 && $0.frequency < 20_000 }
  }

  /// Until the longest has fallen by 60 dB.
  var seconds: Double { modes.map(\.seconds).max() ?? 0 }

  /// Adds what the body sounds like under a force, from a sample of the block on.
  func ring(under force: Force, into block: inout AudioBlock, at place: Int = 0, gain: Double = 1) {
    // Four at a time, those that last as long together: each waits for its own last sample, and meanwhile others go on.
    let modes = modes.sorted { $0.damping < $1.damping }
    for first in stride(from: 0, to: modes.count, by: 4) {
      let four = Resonators(modes[first..<min(first + 4, modes.count)], gain: gain)
      four.ring(under: force, into: &block, at: place)
    }
  }
}

/// Up to four resonators of two poles. A force of 1 at one sample gives gain · e^(−damping·t) · sin(2π·frequency·t) in each.
private struct Resonators {
  private var (recent, older): (SIMD4<Double>, SIMD4<Double>) = (.zero, .zero)
  private var (left, right): (SIMD4<Double>, SIMD4<Double>) = (.zero, .zero)
  /// 80 dB after the force has ended, nothing more is heard.
  private let ringing: Int

  init(_ modes: ArraySlice<Mode>, gain: Double) {
    ringing = modes.map { AudioBlock.frames(9.2 / $0.damping) }.max() ?? 0
    for (lane, mode) in modes.enumerated() {
      let (radius, angle) = (decay(mode.damping), 2 * Double.pi * mode.frequency / Double(AudioBlock.sampleRate))
      let (input, ears) = (Elementary.sin(angle) * mode.gain * gain, Ears(pan: mode.pan))
      (recent[lane], older[lane]) = (2 * radius * Elementary.cos(angle), radius * radius)
      (left[lane], right[lane]) = (input * ears.left, input * ears.right)
    }
  }

  func ring(under force: Force, into block: inout AudioBlock, at place: Int) {
    let end = min(block.frameCount - place, force.samples.count + ringing)
    guard place >= 0, end > 0 else { return }
    force.samples.withUnsafeBufferPointer { force in
      block.withEars { near, far in
        var (y1, y2) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        for index in 0..<end {
          var y = recent * y1 - older * y2
          if index < force.count { y += SIMD4(repeating: Double(force[index])) }
          (y2, y1) = (y1, y)
          near[place + index] += Float(Resonators.sum(y * left))
          far[place + index] += Float(Resonators.sum(y * right))
        }
      }
    }
  }

  /// In an order that is the same everywhere.
  @inline(__always)
  private static func sum(_ lanes: SIMD4<Double>) -> Double {
    let pairs = lanes.lowHalf + lanes.highHalf
    return pairs.x + pairs.y
  }
}
