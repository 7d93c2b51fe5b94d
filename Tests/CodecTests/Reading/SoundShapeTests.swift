import Foundation
import Media
import Props
import Testing

@testable import Codec

/// Channels, rates, gaps and overlaps.
struct SoundShapeTests {
  /// Each channel alone, at half of full scale: what reaches the left and the right.
  private func levels(_ channels: Int, _ layout: String) throws -> [(left: Double, right: Double)] {
    try (0..<channels).map { channel in
      let workshop = try Workshop()
      let samples = (0..<4800).flatMap { _ in (0..<channels).map { $0 == channel ? Int16(16_384) : 0 } }
      try workshop.write("in.wav", Noise.wav(samples, channels: channels))
      let path = try workshop.ffmpeg("-channel_layout \(layout) -i in.wav -c:a flac a.flac")
      let block = try AudioReader(MediaFile(path: path)).read(from: 2000, frameCount: 1)
      return (Double(block.samples[0]) * 2, Double(block.samples[1]) * 2)
    }
  }

  @Test func monoIsOnBothSidesUnchanged() throws {
    let found = try levels(1, "mono")
    #expect(found[0].left == 1 && found[0].right == 1)
  }

  @Test func stereoStaysWhatItIs() throws {
    let found = try levels(2, "stereo")
    #expect(found[0] == (1, 0) && found[1] == (0, 1))
  }

  /// ITU-R BS.775: centre and surrounds at −3 dB, all of it scaled so that the sum is one; no LFE.
  @Test(arguments: [(6, "5.1"), (8, "7.1")]) func surroundIsMixedDownByTheStandard(channels: Int, layout: String) throws
  {
    let found = try levels(channels, layout)
    let half = 0.5.squareRoot()
    let rears = channels == 6 ? 1.0 : 2.0
    let unit = 1 / (1 + half + half * rears)
    // FL FR FC LFE, then rears and sides, left before right.
    var wanted = [(unit, 0), (0, unit), (unit * half, unit * half), (0, 0)]
    for _ in 0..<Int(rears) { wanted += [(unit * half, 0), (0, unit * half)] }
    for (index, pair) in wanted.enumerated() {
      #expect(abs(found[index].left - pair.0) < 1e-3 && abs(found[index].right - pair.1) < 1e-3, "channel \(index)")
    }
  }

  @Test(arguments: [3, 4, 5, 7, 10, 16]) func anyNumberOfChannelsIsHeard(channels: Int) throws {
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(Noise.samples(4800, channels: channels), channels: channels))
    let file = try MediaFile(path: workshop.path("in.wav"))
    #expect(try file.info().audio?.channelCount == channels)
    #expect(try AudioReader(file).read(from: 0, frameCount: 4800).samples.contains { $0 != 0 })
  }

  /// A click at a known place comes out at that place, whatever the rate; also late, where rounding would have added up.
  @Test(arguments: [8000, 11_025, 22_050, 32_000, 44_100, 88_200, 96_000, 192_000, 37_800, 44_099])
  func resamplingShiftsNothing(rate: Int) throws {
    let workshop = try Workshop()
    let seconds = 12
    var samples = [Int16](repeating: 0, count: seconds * rate)
    let clicks = [rate / 10, rate * 7, rate * 11 + 1]
    for click in clicks { samples[click] = 32_767 }
    try workshop.write("in.wav", Noise.wav(samples, channels: 1, rate: rate))
    let reader = try AudioReader(MediaFile(path: workshop.path("in.wav")))
    let block = try reader.read(from: 0, frameCount: seconds * 48_000)
    for click in clicks {
      let wanted = Double(click) * 48_000 / Double(rate)
      let near = Int(wanted) - 200..<Int(wanted) + 200
      // The centre of the energy, which lies between samples as the click does.
      let energy = near.map { Double(block.samples[$0] * block.samples[$0]) }
      let centre = zip(near, energy).reduce(0) { $0 + Double($1.0) * $1.1 } / energy.reduce(0, +)
      #expect(abs(centre - wanted) < 0.51, "a click at \(wanted) lies at \(centre)")
    }
    let again = try AudioReader(MediaFile(path: workshop.path("in.wav"))).read(from: 7 * 48_000 - 100, frameCount: 200)
    #expect(Array(again.samples[0..<200]) == Array(block.samples[7 * 48_000 - 100..<7 * 48_000 + 100]))
  }

  /// 44.1 kHz and 29.97 Hz share no tick with a clock of milliseconds; after an hour they must still agree.
  @Test func anHourDoesNotDrift() throws {
    let workshop = try Workshop()
    let rate = 8000
    var samples = [Int16](repeating: 0, count: 3600 * rate)
    for second in [1, 1800, 3599] { samples[second * rate] = 30_000 }
    try workshop.write("in.wav", Noise.wav(samples, channels: 1, rate: rate))
    let path = try workshop.ffmpeg("-i in.wav -c:a libmp3lame -b:a 16k -ar 22050 a.mp3")
    let file = try MediaFile(path: path)
    #expect(abs((try file.info().audio?.duration.seconds ?? 0) - 3600) < 0.1)
    for second in [1, 1800, 3599] {
      let block = try AudioReader(file).read(from: Int64(second) * 48_000 - 2400, frameCount: 4800)
      let loudest = (0..<4800).max { abs(block.samples[$0]) < abs(block.samples[$1]) } ?? 0
      #expect(abs(loudest - 2400) <= 3, "at \(second) s the click is off by \(loudest - 2400) samples")
    }
  }

  @Test func gapsAreSilentAndOverlapsAreTrimmed() throws {
    let workshop = try Workshop()
    let samples = Noise.samples(3 * 48_000)
    try workshop.write("in.wav", Noise.wav(samples))
    // From second 1 on everything is half a second late; then, in another file, half a second early.
    for (shift, name) in [(24_000, "late.nut"), (-24_000, "early.nut")] {
      let path = try workshop.ffmpeg([
        "-i", "in.wav", "-c:a", "pcm_s16le", "-bsf:a", "setts=ts=if(gte(PTS\\,48000)\\,PTS+\(shift)\\,PTS)", name,
      ])
      let block = try AudioReader(MediaFile(path: path)).read(from: 0, frameCount: 4 * 48_000)
      func value(_ index: Int) -> Float { Float(samples[2 * index]) / 32768 }
      #expect(block.samples[20_000] == value(20_000))
      #expect(block.samples[100_000] == value(100_000 - shift), "\(name)")
      if shift > 0 { #expect(block.samples[50_000..<70_000].allSatisfy { $0 == 0 }) }
    }
  }

  @Test func outsideTheRecordingThereIsSilence() throws {
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(Noise.samples(1000)))
    let reader = try AudioReader(MediaFile(path: workshop.path("in.wav")))
    for start in [Int64.min, -5000, 1000, 1_000_000_000_000, Int64.max - 100] {
      #expect(try reader.read(from: start, frameCount: 64).samples.allSatisfy { $0 == 0 })
    }
    #expect(try reader.read(from: 0, frameCount: 0).samples.isEmpty)
  }
}
