import Codec
import Media
import Props
import Testing

@testable import MediaWorker

/// What comes from a worker is what this process would have read.
@Suite struct FormatTests {
  private static let pictures = "-f lavfi -i testsrc2=s=96x64:r=10:d=1"
  private static let both = pictures + " -f lavfi -i sine=d=1"

  @Test(arguments: [
    "\(both) -c:v libx264 -c:a aac a.mp4", "\(both) -c:v libx264 -pix_fmt yuv444p10le -c:a alac a.mov",
    "\(both) -c:v libvpx-vp9 -deadline realtime -c:a libopus a.webm",
    "\(pictures) -vf format=yuva420p -c:v libvpx-vp9 -deadline realtime a.webm",
    "\(both) -c:v libvpx -deadline realtime -c:a libvorbis a.webm", "\(both) -c:v libx264 -c:a ac3 a.mkv",
    "\(both) -c:v mpeg2video -c:a mp2 a.ts", "\(both) -c:v mpeg4 -c:a libmp3lame a.avi",
    "\(both) -c:v flv1 -c:a aac a.flv", "\(both) -c:v libtheora -c:a flac a.ogg",
    "\(both) -c:v prores_ks -c:a pcm_s16be a.mov", "\(both) -c:v wmv2 -c:a wmav2 a.wmv",
    "-f lavfi -i testsrc2=s=128x96:r=10:d=1 -c:v libx265 -x265-params log-level=none a.mp4",
    "\(pictures) -c:v libaom-av1 -cpu-used 8 a.mp4", "\(pictures) -c:v libopenjpeg -frames:v 1 a.jp2",
    "\(pictures) a.gif", "\(pictures) -c:v apng a.apng", "\(pictures) -frames:v 1 a.png",
    "\(pictures) -frames:v 1 a.jpg", "\(pictures) -frames:v 1 a.webp", "\(pictures) -frames:v 1 a.tiff",
    "\(pictures) -frames:v 1 a.bmp", "\(pictures) -frames:v 1 a.exr", "\(pictures) -frames:v 1 a.jxl",
    "\(pictures) a.y4m", "\(both) -vn a.mp3", "\(both) -vn a.flac", "\(both) -vn a.wav", "\(both) -vn a.caf",
  ])
  func everyFormatIsReadAsInThisProcess(make: String) throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg(make)
    let (here, apart) = (try MediaFile(path: path), try Apart.file(path))
    #expect(try here.info() == apart.profile().info)
    if try here.info().video != nil {
      let (mine, theirs) = (try here.pictures(), try apart.pictures())
      for tenth in [0, 1, 1, 5, 9, 2, 100] as [Int64] {
        let time = Time(ticks: tenth, rate: 10)
        let (a, b) = (try mine.frame(at: time), try theirs.frame(at: time))
        #expect(a.size == b.size && a.format == b.format && a.color == b.color && a.alpha == b.alpha)
        let areEqual = a.samples == b.samples
        #expect(areEqual, "at \(time)")
      }
    }
    if try here.info().audio != nil {
      let (mine, theirs) = (try here.sound(), try apart.sound())
      for (start, count) in [(0, 4800), (-100, 300), (40_000, 100_000), (10, 10)] {
        let areEqual =
          try mine.read(from: Int64(start), frameCount: count).samples
          == theirs.read(from: Int64(start), frameCount: count).samples
        #expect(areEqual, "from \(start)")
      }
    }
  }

  @Test(arguments: ["a.wav", "a.flac", "a.m4a", "a.webm -c:a libopus", "a.mkv -c:a ac3"])
  func sixChannelsAreReadAsInThisProcess(make: String) throws {
    let parts = make.split(separator: " ", maxSplits: 1)
    let workshop = try Workshop()
    let tones = (0..<6).map { "sin(\(400 + 100 * $0)*t)/2" }.joined(separator: "|")
    let path = try workshop.ffmpeg(
      "-f lavfi -i aevalsrc=\(tones):c=5.1:d=2 \(parts.count > 1 ? parts[1] : "") \(parts[0])")
    for layout in ChannelLayout.allCases {
      let (mine, theirs) = (try MediaFile(path: path).sound(in: layout), try Apart.file(path).sound(in: layout))
      for (start, count) in [(0, 4800), (-100, 300), (20_000, 70_000)] {
        let (a, b) = try (
          mine.read(from: Int64(start), frameCount: count), theirs.read(from: Int64(start), frameCount: count)
        )
        #expect(b.channelCount == (layout == .surround ? 6 : 2))
        let areEqual = a.samples == b.samples
        #expect(areEqual, "\(layout), from \(start)")
      }
    }
  }

  @Test func whatIsKnownOfAFileNeedNotBeFoundAgain() throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 a.mp4")
    let profile = try Apart.file(path).profile()
    let file = ConfinedFile(try Apart.source(path), profile: profile)
    let frame = try file.pictures().frame(at: Time(ticks: 1, rate: 2))
    #expect(try frame.samples == MediaFile(path: path).pictures().frame(at: Time(ticks: 1, rate: 2)).samples)
  }

  @Test func framesOutliveTheirReader() throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 a.mp4")
    var reader: (any PictureSource)? = try Apart.file(path).pictures()
    let frames = try (0..<10).map { try reader?.frame(at: Time(ticks: $0, rate: 10)) }
    reader = nil
    let mine = try MediaFile(path: path).pictures()
    for (index, frame) in frames.enumerated() {
      #expect(try frame?.samples == mine.frame(at: Time(ticks: Int64(index), rate: 10)).samples)
    }
  }

  @Test func tagsAndCodedPicturesComeThroughAWorker() throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -metadata synopsis=hello -g 5 a.mp4")
    let source = try Apart.source(path)
    #expect(try source.tag("synopsis") == "hello")
    #expect(try source.tag("nothing") == nil)
    var (here, apart): ([UInt8], [UInt8]) = ([], [])
    try PictureGroups.read(InputFile(path: path)) { here += [$0.isFirst ? 1 : 0] + $0.bytes }
    try source.groups { apart += [$0.isFirst ? 1 : 0] + $0.bytes }
    #expect(here == apart && !here.isEmpty)
  }

  @Test func errorsSayWhatTheySayInThisProcess() throws {
    let workshop = try Workshop()
    for (name, bytes) in [
      ("a.m3u8", Array("#EXTM3U\n/etc/passwd\n".utf8)), ("b.mp4", [1, 2, 3]), ("c.txt", Array("hello".utf8)),
    ] {
      let path = try workshop.write(name, bytes)
      let mine = #expect(throws: CodecError.self) { try MediaFile(path: path) }
      let theirs = #expect(throws: CodecError.self) { try Apart.file(path) }
      #expect(mine == theirs)
    }
  }
}
