import Foundation
import Graph
import Media

@testable import Render

/// Sound by formula: a sample's value from its number and its channel.
final class Tone: SoundSource {
  let length: Int64
  let value: (_ sample: Int64, _ channel: Int) -> Float

  init(_ length: Int64 = .max, _ value: @escaping (Int64, Int) -> Float) {
    (self.length, self.value) = (length, value)
  }

  func read(from start: Int64, frameCount: Int) throws -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    for channel in 0..<2 {
      for index in 0..<frameCount {
        let sample = start + Int64(index)
        guard sample >= 0, sample < length else { continue }
        block.samples[channel * frameCount + index] = value(sample, channel)
      }
    }
    return block
  }
}

/// Files that are formulas, by name.
struct ToneFootage: Footage {
  var tones: [Digest: @Sendable () -> Tone] = [:]

  init(_ tones: [String: @Sendable () -> Tone]) {
    for (name, tone) in tones { self.tones[Digest(of: name.utf8)] = tone }
  }

  struct None: Error {}

  func sound(of asset: Digest, in layout: ChannelLayout) throws -> any SoundSource {
    guard let tone = tones[asset] else { throw None() }
    return tone()
  }

  func pictures(of asset: Digest) throws -> any PictureSource { throw None() }
  func still(_ asset: Digest) throws -> Frame { throw None() }
  func table(_ asset: Digest) throws -> CubeFile { throw CancellationError() }

  func orientation(of asset: Digest) -> Orientation { .up }
  func text(_ node: Node, scale: Double) throws -> TextPicture { throw None() }
  func pieces(_ node: Node, by piece: String, scale: Double) throws -> TextPieces { throw None() }
  func shape(_ node: Node, scale: Double) throws -> TextPicture { throw None() }
}

/// The number of the sample and the channel, so that a sample says where it comes from; exact up to 2²³.
let counter: @Sendable () -> Tone = { Tone { sample, channel in Float(sample + 1) * (channel == 0 ? 1 : -1) } }

/// A sine of so many hertz at full scale.
func sine(_ frequency: Double, phase: Double = 0) -> @Sendable () -> Tone {
  { Tone { sample, _ in Float(sin(2 * .pi * frequency * Double(sample) / 48_000 + phase)) } }
}

/// Noise that is the same everywhere, −1 to 1, different for each seed.
func noise(_ seed: UInt64) -> @Sendable () -> Tone {
  {
    Tone { sample, channel in
      var z = (seed &+ UInt64(bitPattern: sample &* 2 &+ Int64(channel))) &* 0x9e37_79b9_7f4a_7c15
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return Float(Int64(bitPattern: z ^ (z >> 31)) >> 40) / Float(1 << 23)
    }
  }
}
