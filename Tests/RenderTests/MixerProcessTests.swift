import Foundation
import Graph
import Media
import Plan
import Sketches
import Signal
import Testing

@testable import Render

private let room: [String: Setting] = [
  "seconds": .time(time(0.6)), "damping": .number(0.3), "mix": .number(0.5), "width": .number(1),
]

/// Words that remember, and their settings.
private let processes: [(NodeKind, [String: Setting])] = [
  (.filter, ["type": .text("highpass"), "frequency": .number(30), "q": .number(2)]),
  (.eq, ["bass": .number(9), "middle": .number(-6), "treble": .number(4)]),
  (
    .compress,
    [
      "threshold": .number(-30), "ratio": .number(8), "attack": .time(time(0.005)), "release": .time(time(0.4)),
      "makeup": .number(3),
    ]
  ),
  (.limit, ["ceiling": .number(-9), "release": .time(time(0.2))]),
  (.reverb, room),
  (.echo, ["seconds": .time(time(0.21)), "feedback": .number(0.6), "mix": .number(0.5)]),
]

@Test(arguments: processes.indices) func epochsSoundLikeOnePassFromTheBeginning(index: Int) throws {
  let (kind, settings) = processes[index]
  let count = 48_000 * 7
  let clip = Sketch().audio("noise", time(8)).volume(.constant(0.5))
  let heard = try listen(clip.processed(kind, settings), count)

  var processor = try #require(try kind.processor(settings))
  var block = try Mixer(Scene(clip.graph), footage: footage).block(from: 0, frameCount: count + processor.latency)
  processor.process(&block)
  let wanted = block.samples[processor.latency..<processor.latency + count]
  let farthest = zip(heard, wanted).map { abs($0 - $1) }.max() ?? 1
  #expect(farthest < 2e-6, "\(kind): −120 dB at a seam")
}

@Test func aRoomRingsOnAfterTheSound() throws {
  let clip = Sketch().audio("noise", time(1)).processed(.reverb, room, tail: time(0.6))
  #expect(clip.duration == time(1.6))
  let tail = try listen(clip, from: 48_000, 28_800)
  #expect(power(tail[..<4800]) > 1e-4)
  // 60 dB in 0.6 s: 30 dB between two tenths that are 0.3 s apart.
  let fall = power(tail[2400..<7200]) / power(tail[16_800..<21_600])
  #expect(fall > 100 && fall < 10_000)
}

@Test func whatIsDuckedGoesDownWhileTheOtherSoundsAndComesBack() throws {
  let sketch = Sketch()
  let voice = sketch.audio("noise", time(1)).delayed(time(1))
  let ducked = sketch.audio("low", time(5)).ducked(under: voice)
  func loudness(_ start: Double) throws -> Double { try power(listen(ducked, from: Int64(start * 48_000), 9600)) }
  let (before, during, after) = (try loudness(0.5), try loudness(1.6), try loudness(4))
  #expect(abs(10 * log10(during / before) + 12) < 0.1, "12 dB less")
  #expect(abs(after / before - 1) < 1e-3)
}

@Test func panningMovesAllOfItToASide() throws {
  let clip = Sketch().audio("half", time(1))
  for (place, left, right) in [(-1.0, 0.25, 0.0), (0, 0.5, -0.25), (1, 0.0, 0.25)] {
    let panned = clip.panned(.constant(place))
    #expect(abs(Double(try listen(panned, 10)[5]) - left) < 1e-6)
    #expect(abs(Double(try listen(panned, 10, channel: 1)[5]) - right) < 1e-6)
  }
}
