import Claims
import Media

@testable import Foley

/// What tests measure in samples.
extension AudioBlock {
  var left: ArraySlice<Float> { samples[..<frameCount] }
  var isSound: Bool { samples.allSatisfy { $0.isFinite && abs($0) <= 1 } }
  var energy: Double { samples.reduce(0) { $0 + Double($1) * Double($1) } }

  /// Energy of the differences, of the energy: the square of a mean frequency, in units of the sample rate.
  var brightness: Double {
    let steps = zip(left.dropFirst(), left).reduce(0.0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }
    return steps / left.reduce(0.0) { $0 + Double($1) * Double($1) }
  }

  /// The magnitude of the spectrum at a frequency, under a Hann window.
  func magnitude(at frequency: Double) -> Double {
    // Goertzel's recursion; the window is two more of them, one bin to either side.
    let bin = 48_000 / Double(frameCount)
    let spectra = [frequency - bin, frequency, frequency + bin].map { transform(at: $0) }
    let real = spectra[1].real - 0.5 * (spectra[0].real + spectra[2].real)
    let imaginary = spectra[1].imaginary - 0.5 * (spectra[0].imaginary + spectra[2].imaginary)
    return (real * real + imaginary * imaginary).squareRoot()
  }

  private func transform(at frequency: Double) -> (real: Double, imaginary: Double) {
    let angle = 2 * Double.pi * frequency / 48_000
    let (cos, sin) = (Elementary.cos(angle), Elementary.sin(angle))
    var (now, before) = (0.0, 0.0)
    for index in 0..<frameCount { (now, before) = (Double(samples[index]) + 2 * cos * now - before, now) }
    let (real, imaginary) = (now - before * cos, before * sin)
    // To the phase of the first sample, so that spectra of neighbours can be added.
    let turn = angle * Double(frameCount - 1)
    let (back, side) = (Elementary.cos(turn), Elementary.sin(turn))
    return (real * back + imaginary * side, imaginary * back - real * side)
  }

  /// The loudest frequency within 2 % of one.
  func peak(near frequency: Double) -> Double {
    let candidates = (-20...20).map { frequency * (1 + 0.001 * Double($0)) }
    return candidates.max { magnitude(at: $0) < magnitude(at: $1) } ?? 0
  }
}

extension FoleySound {
  func read(from start: Int64 = 0, _ count: Int) throws -> AudioBlock {
    try source().read(from: start, frameCount: count)
  }

  func whole() throws -> AudioBlock {
    try read(Int((duration ?? .zero).ticks(rate: AudioBlock.sampleRate)))
  }
}

extension Draws {
  mutating func seed() -> UInt64 { UInt64(int(0...1_000_000)) }

  mutating func body() -> Body {
    Body(one(of: Material.allCases), size: real(0.01...5), damping: real(0.1...50))
  }

  /// A short one with any settings inside their ranges; where these are lengths, with short ones.
  mutating func shortSound() -> any FoleySound {
    let (strength, seed) = (real(0...1), seed())
    switch int(0...13) {
    case 0: return Cue(one(of: Cue.Kind.allCases), pitch: real(0.25...4), strength: strength, seed: seed)
    case 1: return Impact(body(), against: flag() ? body() : nil, strength: strength, seed: seed)
    case 2: return Drip(size: real(0...1), strength: strength, seed: seed)
    case 3: return Whoosh(seconds: real(0.1...0.5), pitch: real(80...6_000), sharpness: real(0...1), seed: seed)
    case 4: return Zap(seconds: real(0.08...0.5), pitch: real(100...4_000), strength: strength, seed: seed)
    case 5: return Scrape(body(), speed: real(0.02...5), roughness: real(0...1), seconds: real(0.05...0.4), seed: seed)
    case 6:
      return Roll(
        body(), on: one(of: Material.allCases), speed: real(0.05...10), seconds: real(0.1...0.4), slows: flag(),
        seed: seed)
    case 7:
      return Footsteps(
        on: one(of: Material.allCases), pace: real(20...240), seconds: real(0.3...0.6), weight: real(0...1), seed: seed)
    case 8:
      return Knock(
        on: one(of: Material.allCases), count: int(1...3), pace: real(200...600), strength: strength, seed: seed)
    case 9: return Creak(of: one(of: Material.allCases), seconds: real(0.2...0.5), pitch: real(60...2_000), seed: seed)
    case 10: return Splash(size: real(0.02...2), strength: strength, seed: seed)
    case 11: return Explosion(size: real(0...0.3), strength: strength, seed: seed)
    case 12: return Riser(seconds: real(0.5...0.7), pitch: real(40...1_000), seed: seed)
    default: return Thunder(distance: real(0.1...10), strength: strength, seed: seed)
    }
  }
}
