import Media

/// A tone that swells, goes from one pitch to another, and fades: a bird's note, a cricket's pulse, a signal.
struct Glide {
  /// In hertz; the way between is even in octaves.
  var from: Double
  var to: Double
  var seconds: Double
  var gain: Double
  var pan = 0.0
  /// How loud the octave above is, of the tone itself.
  var octave = 0.0
  /// The part of its time in which it swells.
  var attack = 0.3
  /// How far the pitch swings to either side, as a part of it, and how often in a second.
  var vibrato = 0.0
  var vibratoRate = 30.0

  var frameCount: Int { AudioBlock.frames(seconds) }

  func add(to block: inout AudioBlock, at place: Int) {
    let ears = Ears(pan: pan)
    let (near, far) = (Float(gain * ears.left), Float(gain * ears.right))
    let end = min(block.frameCount, place + frameCount)
    guard place >= 0, place < end else { return }
    let swell = Swell(frameCount: frameCount, attack: attack)
    // What the frequency is multiplied with from sample to sample.
    let bend = Elementary.exp2(Elementary.log2(to / from) / Double(frameCount))
    let swayStride = Sine.stride(vibratoRate)
    Sine.withTable { table in
      block.withEars { left, right in
        var (phase, sway, pitch) = (UInt32(0), UInt32(0), from)
        for index in place..<end {
          let tone = Sine.at(phase, table) + Float(octave) * Sine.at(phase &* 2, table)
          let sample = tone * swell.level(index - place)
          left[index] += near * sample
          right[index] += far * sample
          phase &+= Sine.stride(pitch * (1 + vibrato * Double(Sine.at(sway, table))))
          (sway, pitch) = (sway &+ swayStride, pitch * bend)
        }
      }
    }
  }
}

/// A rise and a fall along parabolas that meet without a corner: 0 at both ends, 1 in between.
struct Swell {
  private let rise: Float
  private let fall: Float
  private let count: Float

  init(frameCount: Int, attack: Double) {
    count = Float(max(1, frameCount))
    rise = count * Float(min(max(attack, 0.001), 0.999))
    fall = count - rise
  }

  @inline(__always)
  func level(_ index: Int) -> Float {
    let place = Float(index)
    let short = place < rise ? 1 - place / rise : (place - rise) / fall
    return max(0, 1 - short * short)
  }
}
