import Chance
import Foundation
import Testing

@testable import Listening

private func noise(_ count: Int, _ seed: UInt64) -> [Double] {
  var chance = SplitMix(seed)
  return (0..<count).map { _ in Double.random(in: -1...1, using: &chance) }
}

@Test(arguments: [8, 16, 64, 512]) func theTransformIsTheDefinition(size: Int) {
  var fourier = Fourier(size: size)
  for seed in 0..<4 as Range<UInt64> {
    let samples = noise(size, seed)
    fourier.transform(samples)
    for bin in 0...size / 2 {
      var (x, y) = (0.0, 0.0)
      for (index, sample) in samples.enumerated() {
        let angle = 2 * .pi * Double(bin * index % size) / Double(size)
        (x, y) = (x + sample * cos(angle), y - sample * sin(angle))
      }
      #expect(
        abs(fourier.real[bin] - x) < 1e-12 * Double(size) && abs(fourier.imaginary[bin] - y) < 1e-12 * Double(size))
    }
  }
}

@Test(arguments: [8, 1024, 4096]) func noPowerIsLost(size: Int) {
  // Parseval: the inner bins stand for two each.
  var fourier = Fourier(size: size)
  let samples = noise(size, 9)
  fourier.transform(samples)
  let powers = zip(fourier.real, fourier.imaginary).map { $0 * $0 + $1 * $1 }
  let sum = powers[0] + powers[size / 2] + 2 * powers[1..<size / 2].reduce(0, +)
  let wanted = samples.reduce(0) { $0 + $1 * $1 } * Double(size)
  #expect(abs(sum - wanted) < 1e-12 * wanted)
}
