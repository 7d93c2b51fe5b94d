import Claims
import Foundation
import Media

@testable import Signal

/// Full scale's amplitude in decibels; -infinity is silence.
func decibels(_ amplitude: Double) -> Double { 20 * log10(abs(amplitude)) }
func amplitude(_ decibels: Double) -> Double { pow(10, decibels / 20) }

extension AudioBlock {
  /// Sound by formula.
  init(channels: Int = 1, _ frames: Int, _ value: (_ channel: Int, _ frame: Int) -> Double) {
    self.init(channelCount: channels, frameCount: frames)
    for channel in 0..<channels {
      for frame in 0..<frames { samples[channel * frames + frame] = Float(value(channel, frame)) }
    }
  }

  static func impulse(channels: Int = 1, _ frames: Int) -> AudioBlock {
    AudioBlock(channels: channels, frames) { $1 == 0 ? 1 : 0 }
  }

  /// White noise within ±`level`, another in each channel.
  static func noise(channels: Int = 1, _ frames: Int, seed: Int = 1, level: Double = 1) -> AudioBlock {
    AudioBlock(channels: channels, frames) { level * chance($0 &* 0x1_0000_0001 &+ $1, seed) }
  }

  func plane(_ channel: Int) -> [Float] { Array(samples[channel * frameCount..<(channel + 1) * frameCount]) }

  func slice(_ range: Range<Int>) -> AudioBlock {
    AudioBlock(channels: channelCount, range.count) { Double(samples[$0 * frameCount + range.lowerBound + $1]) }
  }
}

/// A number from -1 to 1 by its place.
func chance(_ place: Int, _ seed: Int) -> Double {
  var z = UInt64(bitPattern: Int64(place)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(seed) &* 0xD1B5_4A32_D192_ED03
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return Double(Int64(bitPattern: z ^ (z >> 31))) / 0x1p63
}

extension SoundProcessor {
  /// What comes out, from a state that is not changed.
  func processed(_ block: AudioBlock) -> AudioBlock {
    var (processor, block) = (self, block)
    processor.process(&block)
    return block
  }

  /// The same, in pieces.
  func processed(_ block: AudioBlock, in pieces: [Int]) -> [[Float]] {
    var (processor, start) = (self, 0)
    var planes: [[Float]] = []
    for count in pieces {
      var piece = block.slice(start..<start + count)
      processor.process(&piece)
      if planes.isEmpty { planes = Array(repeating: [], count: piece.channelCount) }
      for channel in planes.indices { planes[channel] += piece.plane(channel) }
      start += count
    }
    return planes
  }
}

/// One of every processor, with settings that chance chooses and that soon forget.
func anyProcessor(_ draws: inout Draws) -> any SoundProcessor {
  switch draws.int(0...5) {
  case 0: return anyBiquad(&draws)
  case 1: return Equalizer(bass: draws.real(-24...24), middle: draws.real(-24...24), treble: draws.real(-24...24))
  case 2:
    return Compressor(
      threshold: draws.real(-80...0), ratio: draws.real(1...100), knee: draws.real(0...40),
      attack: draws.real(0.0001...0.01), release: draws.real(0.01...0.015), makeup: draws.real(-20...40))
  case 3: return Limiter(ceiling: draws.real(-40...0), release: draws.real(0.01...0.03))
  case 4:
    return Reverb(
      seconds: draws.real(0.1...0.12), damping: draws.real(0...1), preDelay: draws.real(0...0.02),
      mix: draws.real(0...1),
      width: draws.real(0...1))
  default:
    let lowpass = draws.flag() ? draws.real(200...20_000) : nil
    let (seconds, feedback) = (draws.real(0.001...0.01), draws.real(0...0.7))
    return try! Echo(
      seconds: seconds, feedback: feedback, mix: draws.real(0...1), lowpass: lowpass, isPingPong: draws.flag())
  }
}

func anyShape(_ draws: inout Draws) -> Biquad.Shape {
  let gain = draws.real(-40...40)
  return draws.one(of: [
    .lowpass, .highpass, .bandpass, .notch, .allpass, .peak(gain: gain), .lowshelf(gain: gain), .highshelf(gain: gain),
  ])
}

/// A filter that rings for less than a fifth of a second.
func anyBiquad(_ draws: inout Draws) -> Biquad {
  let shape = anyShape(&draws)
  let (frequency, quality) = (pow(10, draws.real(1...4.301)), pow(10, draws.real(-1...1.477)))
  if let biquad = try? Biquad(shape, frequency: frequency, quality: quality), biquad.memory < 10_000 { return biquad }
  return try! Biquad(shape, frequency: 1000 + frequency * 0.9, quality: min(max(quality, 0.3), 3))
}
