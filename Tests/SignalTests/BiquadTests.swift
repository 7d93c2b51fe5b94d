import Claims
import Foundation
import Media
import Testing

@testable import Signal

/// The cookbook's analog prototypes, at s = j tan(ω/2) / tan(ω₀/2): where the bilinear transform takes them to.
private func wanted(_ shape: Biquad.Shape, _ frequency: Double, _ q: Double, at tested: Double) -> Double {
  let x = tan(.pi * tested / 48_000) / tan(.pi * frequency / 48_000)
  func size(_ square: Double, _ line: Double, _ rest: Double) -> Double {
    // Of square s² + line s + rest.
    hypot(rest - square * x * x, line * x)
  }
  let below = size(1, 1 / q, 1)
  switch shape {
  case .lowpass: return 1 / below
  case .highpass: return x * x / below
  case .bandpass: return x / q / below
  case .notch: return abs(1 - x * x) / below
  case .allpass: return 1
  case .peak(let gain):
    let a = pow(10, gain / 40)
    return size(1, a / q, 1) / size(1, 1 / (a * q), 1)
  case .lowshelf(let gain):
    let a = pow(10, gain / 40)
    return a * size(1, sqrt(a) / q, a) / size(a, sqrt(a) / q, 1)
  case .highshelf(let gain):
    let a = pow(10, gain / 40)
    return a * size(a, sqrt(a) / q, 1) / size(1, sqrt(a) / q, a)
  }
}

/// The size of a sound's transform at a frequency.
private func measured(_ sound: [Float], at frequency: Double) -> Double {
  var (re, im) = (0.0, 0.0)
  for (index, sample) in sound.enumerated() {
    let angle = 2 * Double.pi * frequency * Double(index) / 48_000
    re += Double(sample) * cos(angle)
    im += Double(sample) * sin(angle)
  }
  return hypot(re, im)
}

private struct Case: CustomStringConvertible {
  let shape: Biquad.Shape
  let frequency, quality: Double
  let tested: [Double]

  init(_ draws: inout Draws) {
    shape = anyShape(&draws)
    (frequency, quality) = (pow(10, draws.real(1.7...4.301)), pow(10, draws.real(-1...1.477)))
    tested = [frequency, min(frequency * 1.1, 23_000)] + draws.list(3...3) { pow(10, $0.real(1.3...4.37)) }
  }

  var description: String { "\(shape) at \(frequency) Hz, q \(quality), tested at \(tested)" }
}

@Test func aFiltersResponseIsThatOfItsPrototype() throws {
  try always(runs: 80) {
    Case(&$0)
  } holds: { test in
    let filter = try Biquad(test.shape, frequency: test.frequency, quality: test.quality)
    guard filter.memory < 40_000 else { return true }
    let answer = filter.processed(.impulse(filter.memory)).samples
    return test.tested.allSatisfy { tested in
      let (wanted, found) = (
        wanted(test.shape, test.frequency, test.quality, at: tested), measured(answer, at: tested)
      )
      // What the memory leaves out is 10⁻⁶.
      return abs(decibels(found) - decibels(wanted)) < 0.01 || abs(found - wanted) < 3e-6
    }
  }
}

@Test func aSteadyToneComesOutAsLoudAsTheResponseSays() throws {
  let filter = try Biquad(.peak(gain: 12), frequency: 1000, quality: 2)
  let tone = filter.processed(AudioBlock(9600) { _, frame in 0.1 * sin(2 * .pi * 1000 * Double(frame) / 48_000) })
  let rest = tone.plane(0).suffix(4800)
  let power = rest.reduce(0) { $0 + Double($1) * Double($1) } / 4800
  #expect(abs(10 * log10(power * 2) - (12 - 20)) < 0.01)
}

@Test func everyFilterIsStable() throws {
  try always(runs: 2000) { draws in
    (anyShape(&draws), draws.real(10...20_000), draws.real(0.1...30))
  } holds: { shape, frequency, quality in
    let c = Biquad.Coefficients(shape, frequency: frequency, quality: quality)
    // Jury's criterion.
    return abs(c.a2) < 1 && abs(c.a1) < 1 + c.a2
  }
}

/// All that comes after `count` samples of the answer to an impulse, and all after half as many.
private func rests(_ c: Biquad.Coefficients, after count: Int) -> (all: Double, half: Double) {
  var (near, far, rest, half) = (0.0, 0.0, 0.0, 0.0)
  for index in 0..<count * 2 {
    let input = index == 0 ? 1.0 : 0
    let output = c.b0 * input + near
    (near, far) = (c.b1 * input - c.a1 * output + far, c.b2 * input - c.a2 * output)
    if index >= count { rest += abs(output) }
    if index >= count / 2 { half += abs(output) }
  }
  return (rest, half)
}

@Test func aFilterForgetsInTheTimeThatItSays() throws {
  try always(runs: 100) { draws in
    (anyShape(&draws), pow(10, draws.real(1.3...4.301)), pow(10, draws.real(-1...1.477)))
  } holds: { shape, frequency, quality in
    guard let filter = try? Biquad(shape, frequency: frequency, quality: quality), filter.memory < 50_000 else {
      return true
    }
    return rests(filter.coefficients, after: filter.memory).all < 1e-6
  }
}

@Test(arguments: [(10.0, 30.0), (10, 0.1), (1000, 0.5), (1000, 5), (15_000, 1)])
func aFilterForgetsNoLaterThanItMust(test: (frequency: Double, quality: Double)) throws {
  let filter = try Biquad(.lowpass, frequency: test.frequency, quality: test.quality)
  let rest = rests(filter.coefficients, after: filter.memory)
  #expect(rest.all < 1e-6 && rest.half > 1e-6)
}

@Test func aFilterThatRingsTooLongSaysWhatToDo() {
  #expect(throws: RingsTooLong.self) { try Biquad(.peak(gain: 40), frequency: 10, quality: 30) }
  let error = RingsTooLong(what: "a bell", remedy: "ring it less")
  #expect("\(error)" == "a bell sounds for longer than 30 s; ring it less")
}

@Test func anEqualizersBandsRaiseWhatTheyAreFor() {
  let flat = Equalizer()
  let sound = AudioBlock.noise(channels: 2, 100)
  #expect(flat.processed(sound).samples == sound.samples)
  let answer = Equalizer(bass: 6, middle: -3, treble: 9).processed(.impulse(20_000)).samples
  #expect(abs(decibels(measured(answer, at: 20)) - 6) < 0.1)
  #expect(abs(decibels(measured(answer, at: 20_000)) - 9) < 0.1)
  #expect(abs(decibels(measured(answer, at: 1000)) + 3) < 0.5)
}
