import Claims
import Foundation
import Media
import Testing

@testable import Signal

/// How a room answers a click: all of it, and nothing of the click itself.
private func answer(_ seconds: Double, damping: Double = 0.5, width: Double = 1, frames: Int, channels: Int = 2)
  -> AudioBlock
{
  Reverb(seconds: seconds, damping: damping, preDelay: 0, mix: 1, width: width)
    .processed(.impulse(channels: channels, frames))
}

/// The time until 60 dB are lost, by the straight line through −5 and −35 dB of Schroeder's backward integral (ISO 3382-1).
private func reverberationTime(_ sound: [Float]) -> Double {
  var (sum, curve) = (0.0, [Double](repeating: 0, count: sound.count))
  for index in sound.indices.reversed() {
    sum += Double(sound[index]) * Double(sound[index])
    curve[index] = sum
  }
  let levels = curve.map { 10 * log10($0 / sum) }
  let range = levels.firstIndex { $0 < -5 }!..<levels.firstIndex { $0 < -35 }!
  let (x, y) = (Double(range.count - 1) / 2, levels[range].reduce(0, +) / Double(range.count))
  var (up, down) = (0.0, 0.0)
  for (index, place) in range.enumerated() {
    up += (Double(index) - x) * (levels[place] - y)
    down += (Double(index) - x) * (Double(index) - x)
  }
  return -60 / (up / down) / 48_000
}

private let rooms: [(seconds: Double, damping: Double)] = [(0.2, 0.3), (0.5, 1), (0.8, 0), (1.2, 0.5)]

@Test(arguments: rooms) func aRoomSoundsForAsLongAsItIsTold(room: (seconds: Double, damping: Double)) throws {
  let sound = answer(room.seconds, damping: room.damping, frames: Int(room.seconds * 48_000))
  let band = try Biquad(.bandpass, frequency: 707, quality: 1.41)
  let time = reverberationTime(band.processed(band.processed(sound)).plane(0))
  #expect(abs(time / room.seconds - 1) < 0.1, "\(time) s")
}

@Test func highNotesFadeSooner() throws {
  let sound = answer(0.8, damping: 1, frames: 38_400)
  let band = try Biquad(.highpass, frequency: 8000, quality: 1)
  #expect(reverberationTime(band.processed(band.processed(sound)).plane(0)) < 0.4)
}

/// The part of samples beyond one standard deviation, over that of noise: 1 is as dense as noise (Abel and Huang, "A
/// Simple, Robust Measure of Reverberation Echo Density", AES 121, 2006).
private func density(_ sound: ArraySlice<Float>) -> Double {
  let deviation = sqrt(sound.reduce(0) { $0 + Double($1) * Double($1) } / Double(sound.count))
  return Double(sound.count { abs(Double($0)) > deviation }) / Double(sound.count) / 0.3173
}

@Test func echoesSoonAreAsDenseAsNoise() {
  let sound = answer(1.5, frames: 14_400).plane(0)
  #expect(density(sound[4800..<5760]) > 0.7)
  #expect(density(sound[7200..<8160]) > 0.85)
}

@Test func monoBecomesARoomAround() {
  let sound = answer(0.5, frames: 12_000, channels: 1)
  #expect(sound.channelCount == 2)
  let (left, right) = (sound.plane(0).map(Double.init), sound.plane(1).map(Double.init))
  func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  let likeness = product(left, right) / sqrt(product(left, left) * product(right, right))
  #expect(abs(likeness) < 0.2)
}

@Test func aNarrowRoomLiesInTheMiddle() {
  let sound = answer(0.3, width: 0, frames: 9000)
  #expect(sound.plane(0) == sound.plane(1))
}

@Test func aRoomIsAsLoudAsWhatSoundsInIt() throws {
  for seconds in [0.2, 0.8] {
    let sound = answer(seconds, damping: 0, frames: Int(seconds * 48_000)).plane(0)
    // A click in both channels: what is alike in both adds up in a room.
    let power = 10 * log10(sound.reduce(0) { $0 + Double($1) * Double($1) })
    #expect((1.0...5.0).contains(power), "\(power) dB")
  }
}

@Test func aMixOfNothingIsTheSoundItself() {
  let sound = AudioBlock.noise(channels: 2, 500)
  #expect(Reverb(mix: 0).processed(sound).samples == sound.samples)
}

@Test func surroundsAreInTheRoomAndLowFrequenciesAreNot() {
  let sound = Reverb(seconds: 0.3, mix: 1).processed(.impulse(channels: 6, 4800))
  for channel in [0, 1, 4, 5] { #expect(sound.plane(channel).contains { abs($0) > 0.001 }) }
  for channel in [2, 3] { #expect(sound.plane(channel).allSatisfy { $0 == 0 }) }
}
