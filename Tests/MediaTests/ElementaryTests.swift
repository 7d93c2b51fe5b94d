import Claims
import Foundation
import Media
import Testing

/// How many units in the last place of the wanted value lie between.
private func distance(_ found: Double, _ wanted: Double) -> Double {
  abs(found - wanted) / wanted.ulp
}

@Test func powersOfTwoAreTheSystemsToTheLastPlaces() throws {
  try always(runs: 5000) {
    Double($0.int(-1_000_000...1_000_000)) / 1000
  } holds: { x in
    distance(Elementary.exp2(x), Foundation.exp2(x)) <= 2
  }
  #expect((-1000...1000).allSatisfy { Elementary.exp2(Double($0)) == Foundation.exp2(Double($0)) })
}

@Test func sineAndCosineAreTheSystemsToTheLastPlaces() throws {
  try always(runs: 5000) { draws in
    Double(draws.int(-1_000_000...1_000_000)) / draws.one(of: [1, 1000, 1e6, 1e9])
  } holds: { x in
    // Near a root the last place is finer than a turn's own rounding; 2⁻⁵² is a unit in the last place of 1.
    let (sine, cosine) = (Foundation.sin(x), Foundation.cos(x))
    return abs(Elementary.sin(x) - sine) <= max(3 * sine.ulp, 0x1p-60)
      && abs(Elementary.cos(x) - cosine) <= max(3 * cosine.ulp, 0x1p-60)
  }
}

private let book: [(angle: Double, sine: Double)] = [
  (0.0, 0.0), (Double.pi / 6, 0.5), (Double.pi / 2, 1), (Double.pi, 0), (-Double.pi / 2, -1), (1000 * Double.pi, 0),
]

@Test(arguments: book) func theSinesOfTheBookAreThose(entry: (angle: Double, sine: Double)) {
  #expect(abs(Elementary.sin(entry.angle) - entry.sine) < 1e-12)
  #expect(abs(Elementary.cos(entry.angle - .pi / 2) - entry.sine) < 1e-12)
}

@Test func binaryLogarithmsAreTheSystemsToTheLastPlaces() throws {
  try always(runs: 5000) {
    Double($0.int(1...1_000_000_000)) / Double($0.int(1...1_000_000_000))
  } holds: { number in
    let wanted = log2(number)
    return abs(Elementary.log2(number) - wanted) <= 4e-15 * max(1, abs(wanted))
  }
}
