import Media

/// How much of a sound either ear hears; a quarter turn from left to right keeps its power.
struct Ears {
  let left: Double
  let right: Double

  /// - Parameter pan: From −1, left, to 1, right; the middle has factor 1 in both.
  init(pan: Double) {
    let angle = (min(max(pan, -1), 1) + 1) * .pi / 4
    (left, right) = (Elementary.cos(angle) * 2.0.squareRoot(), Elementary.sin(angle) * 2.0.squareRoot())
  }
}

extension AudioBlock {
  static func frames(_ seconds: Double) -> Int { Int((seconds * Double(sampleRate)).rounded()) }

  /// Both channels of a stereo block at once.
  mutating func withEars(_ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void) {
    let count = frameCount
    samples.withUnsafeMutableBufferPointer { all in
      // An empty block has no address, and nothing to be done.
      guard let left = all.baseAddress, count > 0 else { return }
      body(left, left + count)
    }
  }

  /// Adds another stereo block; sample 0 of it falls on `place`. What lies outside is left out.
  mutating func add(_ other: AudioBlock, at place: Int, gain: Float = 1) {
    let count = frameCount
    let range = max(0, place)..<max(max(0, place), min(count, place + other.frameCount))
    other.samples.withUnsafeBufferPointer { from in
      withEars { left, right in
        for index in range {
          left[index] += from[index - place] * gain
          right[index] += from[other.frameCount + index - place] * gain
        }
      }
    }
  }

  /// Adds one channel's samples to both.
  mutating func add(_ mono: [Float], at place: Int, gain: Double, pan: Double) {
    let ears = Ears(pan: pan)
    let (near, far) = (Float(gain * ears.left), Float(gain * ears.right))
    let range = max(0, place)..<max(max(0, place), min(frameCount, place + mono.count))
    mono.withUnsafeBufferPointer { from in
      withEars { left, right in
        for index in range {
          left[index] += from[index - place] * near
          right[index] += from[index - place] * far
        }
      }
    }
  }

  mutating func scale(by gain: Float) {
    let count = samples.count
    samples.withUnsafeMutableBufferPointer { all in
      for index in 0..<count { all[index] *= gain }
    }
  }

  /// The largest magnitude.
  var peak: Float {
    samples.withUnsafeBufferPointer { all in
      var most: Float = 0
      for sample in all { most = max(most, abs(sample)) }
      return most
    }
  }
}
