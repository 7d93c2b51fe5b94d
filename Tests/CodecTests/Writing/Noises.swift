import Chance
import Foundation
import Media

/// Sounds that are hard to encode, each in its own way.
enum Noises: CaseIterable {
  /// A tone that glides through everything that can be heard.
  case sweep
  /// A chord with a beat four times a second.
  case music
  /// The beat alone: it falls into silence.
  case clicks
  case noise

  func block(count: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: count)
    var chance = SplitMix(7)
    for index in 0..<count {
      let sample = Float(sample(at: Double(index) / 48_000, &chance))
      (block.samples[index], block.samples[count + index]) = (sample, sample)
    }
    return block
  }

  private func sample(at time: Double, _ chance: inout SplitMix) -> Double {
    let beat = exp(-30 * (time * 4).truncatingRemainder(dividingBy: 1))
    switch self {
    case .sweep: return 0.5 * sin(2 * .pi * 20 * (pow(900, time / 12) - 1) / log(900) * 12)
    case .music:
      let chord = [220.0, 277.2, 329.6, 440].reduce(0) { $0 + 0.1 * sin(2 * .pi * $1 * time) }
      return chord + 0.3 * beat * Double.random(in: -1...1, using: &chance)
    case .clicks: return 0.8 * beat * sin(2 * .pi * 3000 * time)
    case .noise: return Double.random(in: -0.3...0.3, using: &chance)
    }
  }
}
