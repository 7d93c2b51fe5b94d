import Chance
import Foundation
import Media
import Testing

@testable import Listening

@Test(arguments: [45.0, 61, 72.5, 90, 100, 117.3, 120, 133.7, 150, 174, 190])
func aMetronomeIsFollowed(tempo: Double) throws {
  let strokes = metronome(tempo, seconds: 30)
  let rhythm = try Rhythm(of: recording(clicks(strokes.map { ($0, 0.5) }, seconds: 30)))
  let heard = seconds(rhythm.beats)
  #expect(abs((rhythm.tempo ?? 0) / tempo - 1) < 0.005, "\(rhythm.tempo ?? 0)")
  #expect(farthest(strokes, from: heard) < 0.01 && farthest(heard, from: strokes) < 0.01)
}

@Test(arguments: [80.0, 104, 126]) func offbeatsAndSwingDoNotMislead(tempo: Double) throws {
  let beats = metronome(tempo, seconds: 30)
  // Swung: what lies between comes two thirds on, and is weaker.
  let strokes = beats.map { ($0, 0.6) } + beats.map { ($0 + 40 / tempo, 0.2) }
  let rhythm = try Rhythm(of: recording(clicks(strokes, seconds: 30)))
  #expect(abs((rhythm.tempo ?? 0) / tempo - 1) < 0.005, "\(rhythm.tempo ?? 0)")
  #expect(farthest(seconds(rhythm.beats), from: beats) < 0.01)
}

@Test(arguments: [61.0, 117.3, 174]) func noiseDoesNotHideTheBeat(tempo: Double) throws {
  let strokes = metronome(tempo, seconds: 30)
  let rhythm = try Rhythm(of: recording(clicks(strokes.map { ($0, 0.5) }, seconds: 30, noise: 0.05)))
  #expect(abs((rhythm.tempo ?? 0) / tempo - 1) < 0.005, "\(rhythm.tempo ?? 0)")
  #expect(farthest(seconds(rhythm.beats), from: strokes) < 0.01)
}

@Test func aBeatThatIsLeftOutIsCountedOn() throws {
  let strokes = metronome(110, seconds: 30)
  let played = strokes.enumerated().filter { $0.offset % 7 != 5 }.map { ($0.element, 0.5) }
  let rhythm = try Rhythm(of: recording(clicks(played, seconds: 30)))
  #expect(abs((rhythm.tempo ?? 0) / 110 - 1) < 0.005)
  #expect(farthest(seconds(rhythm.beats), from: strokes) < 0.01)
}

@Test func tonesHaveOnsetsToo() throws {
  // Notes of a scale, with a soft attack of 5 ms and an end of 20 ms.
  let times = (0..<20).map { 0.3 + 0.37 * Double($0) }
  var sound = [Float](repeating: 0, count: 8 * 48_000)
  for (index, time) in times.enumerated() {
    let frequency = 220 * exp2(Double(index % 8) * 2 / 12)
    for sample in Int(time * 48_000)..<Int((time + 0.37) * 48_000) {
      let age = Double(sample) / 48_000 - time
      let level = min(1, age / 0.005, (0.37 - age) / 0.02) * exp(-age * 6)
      sound[sample] = Float(0.4 * level * (sin(2 * .pi * frequency * age) + 0.3 * sin(4 * .pi * frequency * age)))
    }
  }
  let heard = seconds(try Rhythm(of: recording(sound)).onsets.map(\.time))
  #expect(farthest(times, from: heard) < 0.01 && heard.count == times.count)
}

@Test func clicksAreFoundWithinFiveMilliseconds() throws {
  var chance = SplitMix(4)
  var times: [Double] = [0.2]
  while times.count < 60 { times.append(times[times.count - 1] + Double.random(in: 0.08...0.5, using: &chance)) }
  let levels = times.map { _ in Double.random(in: 0.2...0.8, using: &chance) }
  let sound = clicks(Array(zip(times, levels)).map { (time: $0, level: $1) }, seconds: 20, noise: 0.002)
  let heard = seconds(try Rhythm(of: recording(sound)).onsets.map(\.time))
  let played = times.filter { $0 < 19.9 }
  #expect(farthest(played, from: heard) < 0.005 && farthest(heard, from: played) < 0.005)
}

@Test func noiseAndASteadyToneHaveNoOnsetsAfterTheirStart() throws {
  var chance = SplitMix(8)
  let noise = (0..<480_000).map { _ in Float.random(in: -0.3...0.3, using: &chance) }
  let tone = (0..<480_000).map { Float(0.5 * sin(Double($0) * 0.05)) }
  for sound in [noise, tone] {
    let onsets = try Rhythm(of: recording(sound)).onsets
    #expect(onsets.allSatisfy { $0.time.seconds < 0.05 }, "\(onsets.map(\.time))")
  }
}

@Test func listeningIsTheSameHoweverTheSoundIsGiven() throws {
  let sound = clicks(metronome(97, seconds: 12).map { ($0, 0.4) }, seconds: 12, noise: 0.01)
  #expect(try Rhythm(of: recording(sound)) == Rhythm(of: recording(sound, channels: 2)))
}
