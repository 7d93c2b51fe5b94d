import Claims
import Foundation
import Media
import Testing

@testable import Signal

private let h = Float(0.5.squareRoot())

@Test func panningIsThatOfWebAudio() throws {
  try always(runs: 200) { draws in
    (draws.real(-1...1), draws.real(-1...1), draws.real(-1...1))
  } holds: { place, left, right in
    let x = place <= 0 ? place + 1 : place
    let (gainL, gainR) = (cos(x * .pi / 2), sin(x * .pi / 2))
    let wanted =
      place <= 0 ? [left + right * gainL, right * gainR] : [left * gainL, right + left * gainR]
    let stereo = StereoPanner.pan(AudioBlock(channels: 2, 1) { channel, _ in channel == 0 ? left : right }, to: place)
    let (monoL, monoR) = (left * cos((place + 1) * .pi / 4), left * sin((place + 1) * .pi / 4))
    let mono = StereoPanner.pan(AudioBlock(1) { _, _ in left }, to: place)
    return zip(stereo.samples + mono.samples, wanted + [monoL, monoR]).allSatisfy { abs(Double($0) - $1) < 1e-6 }
  }
}

@Test func aPlaceInTheMiddleLeavesStereoAsItIs() {
  let sound = AudioBlock.noise(channels: 2, 100)
  for (a, b) in zip(StereoPanner.pan(sound, to: 0).samples, sound.samples) { #expect(abs(a - b) < 1e-7) }
}

@Test func aMovingPlaceDoesNotDependOnWhereBlocksBegin() throws {
  let sound = AudioBlock.noise(channels: 2, 1000)
  let knots = (0...17).map { sin(Double($0)) * 1.2 }
  let whole = StereoPanner.pan(sound, through: knots)
  try always(runs: 50) {
    $0.int(0...998)
  } holds: { start in
    let rest = StereoPanner.pan(
      sound.slice(start..<1000), through: Array(knots[(start / 64)...]), offset: start % 64)
    return rest.samples == whole.slice(start..<1000).samples
  }
}

@Test func aPlaceThatIsNoNumberIsTheMiddle() {
  #expect(StereoPanner.gains(at: .nan, ofMono: true) == StereoPanner.gains(at: 0, ofMono: true))
  #expect(StereoPanner.gains(at: 7, ofMono: false) == StereoPanner.gains(at: 1, ofMono: false))
}

/// Each channel in turn at 1, and what becomes of it: the tables of ITU-R BS.775-3.
private let downmixes: [(from: Int, layout: ChannelLayout, heard: [[Float]])] = [
  (6, .stereo, [[1, 0], [0, 1], [h, h], [0, 0], [h, 0], [0, h]]),
  (6, .mono, [[h], [h], [1], [0], [0.5], [0.5]]),
  (2, .mono, [[h], [h]]),
  (1, .stereo, [[h, h]]),
  (1, .surround, [[0, 0, 1, 0, 0, 0]]),
  (2, .surround, [[1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]]),
]

@Test(arguments: downmixes)
func channelsGoWhereTheRecommendationSays(test: (from: Int, layout: ChannelLayout, heard: [[Float]])) {
  for channel in 0..<test.from {
    let sound = AudioBlock(channels: test.from, 1) { at, _ in at == channel ? 1 : 0 }
    let found = sound.converted(to: test.layout)
    #expect(found.channelCount == test.layout.channelCount)
    for (a, b) in zip(found.samples, test.heard[channel]) { #expect(abs(a - b) < 1e-6) }
  }
}

@Test func whatGoesUpComesDownTheSame() throws {
  for (few, many) in [(1, ChannelLayout.stereo), (1, .surround), (2, .surround), (2, .stereo)] {
    let sound = AudioBlock.noise(channels: few, 50)
    let back = sound.converted(to: many).converted(to: ChannelLayout(channelCount: few)!)
    for (a, b) in zip(back.samples, sound.samples) { #expect(abs(a - b) < 1e-6) }
  }
  #expect(ChannelLayout(channelCount: 4) == nil)
}
