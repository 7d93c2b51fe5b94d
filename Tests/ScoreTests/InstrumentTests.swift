import Claims
import Foundation
import Media
import Testing

@testable import Score

private let pitched = Instrument.allCases.filter { $0 != .drums }

/// The level of a frequency in a stretch of sound, through a Blackman-Harris window: a plain Fourier sum.
private func level(_ samples: ArraySlice<Float>, at frequency: Double) -> Double {
  var (real, imaginary, sum) = (0.0, 0.0, 0.0)
  let count = Double(samples.count)
  for (index, sample) in samples.enumerated() {
    let turn = 2 * Double.pi * Double(index) / count
    let window =
      0.35875 - 0.48829 * cos(turn) + 0.14128 * cos(2 * turn) - 0.01168 * cos(3 * turn)
    let angle = 2 * Double.pi * frequency * Double(index) / 48_000
    real += window * Double(sample) * cos(angle)
    imaginary += window * Double(sample) * sin(angle)
    sum += window
  }
  return 2 * (real * real + imaginary * imaginary).squareRoot() / sum
}

/// What a voice gives by itself, left and right added.
private func sound(_ instrument: Instrument, _ pitch: Int, velocity: Float = 0.7, count: Int) -> [Float] {
  let strike = Strike(frequency: Strike.frequency(of: pitch), velocity: velocity, gate: count, seed: 5)
  var voice = instrument.voice(pitch, strike)
  var stereo = [Stereo](repeating: .zero, count: count)
  for start in stride(from: 0, to: count, by: Desk.chunk) {
    var chunk = [Stereo](repeating: .zero, count: min(Desk.chunk, count - start))
    var span = chunk.mutableSpan
    voice.add(to: &span, from: 0)
    stereo.replaceSubrange(start..<start + chunk.count, with: chunk)
  }
  return stereo.map { $0.x + $0.y }
}

private let plain: [Instrument] = [.chip, .chipBass, .flute, .piano, .bell, .mallet, .guitar, .harp, .electricPiano]

@Test(arguments: plain) func pitchIsExactToACent(instrument: Instrument) {
  for pitch in [57, 81] {
    let wanted = Strike.frequency(of: pitch)
    var voice = sound(instrument, pitch, count: 11_000)
    voice.removeFirst(1400)
    // Phase of the fundamental in two stretches, one hop apart: what is more than the wanted turn is the error.
    let (first, second) = (phase(voice[0..<4800], wanted), phase(voice[4800..<9600], wanted))
    var turn = (second - first - wanted * 0.1).remainder(dividingBy: 1)
    turn = turn == -0.5 ? 0.5 : turn
    let cents = 1731 * turn / 0.1 / wanted
    // Vibrato has not grown yet; two strings and a flute's breath sway by parts of a cent.
    #expect(abs(cents) < (instrument == .flute || instrument == .chip ? 6 : 1), "\(instrument) \(pitch): \(cents)")
  }
}

/// Turns, by where a frequency stands at a stretch's start.
private func phase(_ samples: ArraySlice<Float>, _ frequency: Double) -> Double {
  var (real, imaginary) = (0.0, 0.0)
  for (index, sample) in samples.enumerated() {
    let window = 0.5 - 0.5 * cos(2 * .pi * Double(index) / Double(samples.count))
    let angle = 2 * Double.pi * frequency * Double(index) / 48_000
    real += window * Double(sample) * cos(angle)
    imaginary -= window * Double(sample) * sin(angle)
  }
  return atan2(imaginary, real) / (2 * .pi)
}

@Test func aHighSawHasNothingBetweenItsHarmonics() {
  let frequency = Strike.frequency(of: 93)
  var saw = Oscillator(.saw, frequency: frequency)
  let samples = (0..<8192).map { _ in saw.next() }
  let base = level(samples[...], at: frequency)
  for number in 1...40 {
    // Between harmonics, up to 10 kHz.
    let place = 100 + 9900 * Double(number) / 40
    let nearest = (place / frequency).rounded() * frequency
    guard abs(place - nearest) > 60 else { continue }
    #expect(level(samples[...], at: place) < base * 0.001, "\(place) Hz")
  }
}

@Test func aSawHasTheHarmonicsOfTheFormula() {
  var saw = Oscillator(.saw, frequency: 440)
  let samples = (0..<9600).map { _ in saw.next() }
  for harmonic in 1...20 {
    let wanted = 0.55 / Double(harmonic)
    #expect(abs(level(samples[...], at: 440 * Double(harmonic)) / wanted - 1) < 0.02, "\(harmonic)")
  }
}

@Test(arguments: pitched) func aHarderTouchIsLouderAndBrighter(instrument: Instrument) {
  let (soft, hard) = (
    sound(instrument, 57, velocity: 0.3, count: 6000), sound(instrument, 57, velocity: 1, count: 6000)
  )
  func power(_ samples: [Float]) -> Float { samples.reduce(0) { $0 + $1 * $1 } }
  /// Power of the differences over the power: it grows with the treble.
  func brightness(_ samples: [Float]) -> Float {
    zip(samples, samples.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) } / power(samples)
  }
  #expect(power(hard) > 2 * power(soft))
  let isPlain = [.chip, .chipBass, .organ].contains(instrument)
  #expect(isPlain || brightness(hard) > brightness(soft))
}

@Test(arguments: Instrument.allCases) func notesBeginAndEndWithoutAClick(instrument: Instrument) {
  let pitch = instrument == .drums ? 42 : 64
  var piece = Piece.solo(instrument, [pitch], each: 0.05)
  piece.length = Time(ticks: 4, rate: 1)
  let end = piece.notes[0].lastSample(on: instrument)
  let sound = PieceSound(piece)
  let start = sound.read(from: 0, frameCount: 3000).samples
  let rest = sound.read(from: Int64(end) - 64, frameCount: 1400).samples
  #expect(start.contains { abs($0) > 0.005 } && (start + rest).allSatisfy { $0.isFinite })
  // A stick begins as suddenly as it likes.
  #expect(instrument == .drums || abs(start[0]) < 0.02)
  #expect(rest.prefix(64).allSatisfy { abs($0) < 0.002 })
  #expect(rest[1300..<1400].allSatisfy { $0 == 0 })
}

@Test func anEnvelopeReachesItsLevelsInTime() {
  let envelope = Envelope(attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2, gate: 24_000)
  #expect(envelope.level(at: 0) == 0 && envelope.level(at: 240) == 0.5 && envelope.level(at: 480) == 1)
  #expect(envelope.level(at: 5280) == 0.5 && envelope.level(at: 24_000) == 0.5)
  #expect(envelope.level(at: 33_600) == 0 && envelope.level(at: 100_000) == 0)
}
