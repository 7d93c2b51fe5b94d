import Chance
import Media
import Props
import Testing

@testable import Codec

/// Every picture carries its number, so that "the right picture" can be checked rather than believed.
struct PictureOrderTests {
  /// Ending and encoder arguments. The last letter of each line of thought: B-pictures, coarse clocks, no clock at all.
  static let makes: [(name: String, arguments: String)] = [
    ("b.mp4", "-c:v libx264 -bf 3 -g 24 -b_strategy 0"),
    ("open.mp4", "-c:v libx264 -bf 3 -g 20 -x264-params open-gop=1:b-pyramid=normal"),
    ("hevc.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=20:bframes=3"),
    ("a.mkv", "-c:v libx264 -bf 2 -g 30"),
    ("a.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 30"),
    ("a8.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -g 30"),
    ("a.ts", "-c:v libx264 -bf 3 -g 24"),
    ("a.m2t.ts", "-c:v mpeg2video -bf 2 -g 12 -q:v 4"),
    ("a.mpg", "-c:v mpeg2video -bf 2 -g 12 -q:v 4"),
    ("a.avi", "-c:v mpeg4 -bf 2 -g 12 -q:v 4"),
    ("a.flv", "-c:v libx264 -bf 2 -g 24"),
    ("a.mov", "-c:v prores_ks"),
    ("a.mxf", "-c:v mpeg2video -g 12 -q:v 4"),
    ("a.ogv", "-c:v libtheora -g 12 -q:v 8"),
    ("a.wmv", "-c:v wmv2 -g 12 -q:v 4"),
    ("a.h264", "-c:v libx264 -bf 2 -g 24"),
    ("a.hevc", "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=20"),
    ("a.m4v", "-c:v mpeg4 -g 12 -q:v 4"),
    ("a.ivf", "-c:v libvpx -deadline realtime -cpu-used 8 -g 30"),
    ("a.y4m", "-pix_fmt yuv420p"),
    ("a.mjpeg", "-c:v mjpeg -q:v 3"),
    ("frag.mp4", "-c:v libx264 -bf 2 -g 24 -movflags frag_keyframe+empty_moov"),
    ("a.nut", "-c:v ffv1"),
  ]

  @Test(arguments: makes) func everyTimeShowsItsPicture(name: String, arguments: String) throws {
    try check(name, arguments, rate: 25, count: 90)
  }

  @Test(arguments: ["b.mp4", "a.mkv", "a.ts", "a.flv", "a.avi"], [23.976, 29.97, 59.94])
  func ratesOver1001MeetTheirPictures(name: String, rate: Double) throws {
    let arguments = Self.makes.first { $0.name == name }?.arguments ?? ""
    try check(name, arguments, rate: rate, count: 130)
  }

  private func check(_ name: String, _ arguments: String, rate decimal: Double, count: Int) throws {
    let rate = try #require(FrameRate(decimal))
    let workshop = try Workshop()
    try workshop.write("in.y4m", Numbered.y4m(count, rate: rate))
    let path = try workshop.ffmpeg("-i in.y4m \(arguments) \(name)")
    let file = try MediaFile(path: path)
    let info = try file.info()
    let video = try #require(info.video)
    if name != "a.h264", name != "a.hevc", name != "a.m4v", name != "a.mjpeg" {
      #expect(video.frameRate == rate)
      #expect(abs(video.duration.seconds - rate.time(ofFrame: Int64(count)).seconds) < 0.002, "\(name)")
    }
    #expect(!video.isVariableRate && !video.isStill && info.warnings.isEmpty, "\(info.warnings)")
    let reader = try VideoReader(file)
    let found = video.frameRate
    func number(_ time: Time) throws -> Int { Numbered.number(in: try reader.frame(at: time)) }

    let forward = try (0..<count).map { try number(found.time(ofFrame: Int64($0))) }
    #expect(forward == Array(0..<count))
    let backward = try (0..<count).reversed().map { try number(found.time(ofFrame: Int64($0))) }
    #expect(backward == Array((0..<count).reversed()))
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    for _ in 0..<25 {
      let index = Int.random(in: 0..<count, using: &random)
      let end = found.time(ofFrame: Int64(index) + 1) - Time(flicks: 1)
      #expect(try number(end) == index, "the last flick of picture \(index), seed \(seed)")
    }
    #expect(try number(Time(flicks: -1)) == 0 && number(.limit) == count - 1)
    #expect(reader.warnings.isEmpty)
  }
}
