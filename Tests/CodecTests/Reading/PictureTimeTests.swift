import Chance
import Media
import Props
import Testing

@testable import Codec

/// Rates that vary, rates that do not divide, and threads.
struct PictureTimeTests {
  /// The picture on show is the last that began, however unevenly they begin.
  @Test(arguments: ["a.mp4", "a.mkv", "a.mov", "a.webm"]) func variableRatesShowTheLastPictureThatBegan(name: String)
    throws
  {
    let workshop = try Workshop()
    try workshop.write("in.y4m", Numbered.y4m(60, rate: #require(FrameRate(25))))
    // Picture n begins at n + n²/40 units of 40 ms.
    let codec = name == "a.webm" ? "-c:v libvpx -deadline realtime" : "-c:v libx264 -bf 2"
    try workshop.ffmpeg(
      [
        "-i", "in.y4m", "-vf", "settb=1/1000,setpts=40*(N+floor(N*N/40))", "-vsync", "passthrough", "-enc_time_base",
        "1/1000",
      ]
        + codec.split(separator: " ").map(String.init) + ["-g", "20", name])
    let file = try MediaFile(path: workshop.path(name))
    #expect(try file.info().video?.isVariableRate == true)
    let reader = try VideoReader(file)
    let starts = (0..<60).map { 40 * ($0 + $0 * $0 / 40) }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    let times =
      Array(stride(from: 0, to: starts[59] + 500, by: 20))
      + (0..<40).map { _ in 40 * Int.random(in: 0..<90, using: &random) + 5 }
    for time in times {
      // One millisecond after, so that the rounding of other containers' clocks does not matter.
      let wanted = starts.lastIndex { $0 <= time } ?? 0
      let found = Numbered.number(in: try reader.frame(at: Time(ticks: Int64(time) + 1, rate: 1000)))
      #expect(found == wanted, "\(name) at \(time) ms, seed \(seed)")
    }
  }

  /// An hour of 29.97 in clocks that cannot express it: the picture numbered n is on show exactly when n begins.
  @Test(arguments: ["a.mkv", "a.mp4"]) func anHourOf2997StaysInStep(name: String) throws {
    let workshop = try Workshop()
    let flashes = "geq=lum='if(eq(mod(N\\,1000)\\,0)\\,235\\,16)':cb=128:cr=128"
    let path = try workshop.ffmpeg(
      "-f lavfi -i color=s=16x16:r=30000/1001:d=3600,format=yuv420p,\(flashes) -c:v mpeg4 -g 300 -q:v 10 \(name)")
    let file = try MediaFile(path: path)
    let rate = try #require(FrameRate(29.97))
    #expect(try file.info().video?.frameRate == rate)
    #expect(try file.info().video?.duration.seconds.rounded() == 3600)
    let reader = try VideoReader(file)
    for index in [107_000, 1000, 53_000, 106_000] as [Int64] {
      let (start, end) = (rate.time(ofFrame: index), rate.time(ofFrame: index + 1))
      func isLit(_ time: Time) throws -> Bool { Pixel.first(try reader.frame(at: time), 8, 8) > 0.5 }
      #expect(try !isLit(start - Time(flicks: 1)) && isLit(start))
      #expect(try isLit(end - Time(flicks: 1)) && !isLit(end))
    }
  }

  /// Several readers of one file at once.
  @Test func readersDoNotDisturbEachOther() async throws {
    let workshop = try Workshop()
    try workshop.write("in.y4m", Numbered.y4m(100, rate: #require(FrameRate(25))))
    let file = try MediaFile(path: workshop.ffmpeg("-i in.y4m -c:v libx264 -g 30 a.mp4"))
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for worker in 0..<4 {
        group.addTask {
          let reader = try VideoReader(file)
          return try (0..<25).map {
            Numbered.number(in: try reader.frame(at: Time(ticks: Int64($0 * 4 + worker), rate: 25))) - worker
          }
        }
      }
      for try await numbers in group { #expect(numbers == (0..<25).map { $0 * 4 }) }
    }
  }

  @Test func sizesMayChangeOnTheWay() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i color=red:s=64x48:r=25:d=1 -c:v libx264 -f mpegts a.ts")
    try workshop.ffmpeg("-f lavfi -i color=blue:s=96x32:r=25:d=1 -c:v libx264 -output_ts_offset 1 -f mpegts b.ts")
    try workshop.write("c.ts", workshop.bytes("a.ts") + workshop.bytes("b.ts"))
    let reader = try VideoReader(MediaFile(path: workshop.path("c.ts")))
    #expect(try reader.frame(at: .zero).size == Size(width: 64, height: 48))
    #expect(try reader.frame(at: .limit).size == Size(width: 96, height: 32))
    #expect(try reader.frame(at: .zero).size == Size(width: 64, height: 48))
  }
}
