import Chance
import Foundation
import Media
import Props
import Testing

@testable import Codec

/// What is no media file gets an error that says why; what is damaged gives what can be read.
struct BadInputTests {
  private func error(_ path: String) -> CodecError? {
    do {
      _ = try MediaFile(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsNoFileIsSaidToBeNone() throws {
    let workshop = try Workshop()
    #expect(error(workshop.path("missing.mp4"))?.code == .unreachable)
    #expect(error(workshop.path("missing.mp4"))?.description.contains("there is no such file") == true)
    #expect(error(workshop.folder.path(percentEncoded: false))?.code == .notAFile)
    #expect(error("/dev/null")?.code == .notAFile)
    #expect(error("a\0b")?.code == .unreachable)
    #expect(error("")?.code == .unreachable)
    try workshop.write("empty.mp4", [])
    #expect(error(workshop.path("empty.mp4"))?.code == .empty)
  }

  @Test func aPipeWithoutWriterDoesNotHang() throws {
    let workshop = try Workshop()
    #expect(mkfifo(workshop.path("pipe.mp4"), 0o600) == 0)
    #expect(error(workshop.path("pipe.mp4"))?.problem == "is a pipe")
  }

  @Test(arguments: ["mp4", "mkv", "mp3", "h264", "wav", "txt"]) func textIsSaidToBeText(ending: String) throws {
    let workshop = try Workshop()
    let text = String(repeating: "It was a dark and stormy night; the rain fell in torrents, à verse.\n", count: 200)
    let path = try workshop.write("story.\(ending)", text.utf8)
    #expect(error(path)?.problem == "is text, not media")
  }

  @Test(arguments: ["mp4", "mkv", "webm", "mov", "avi", "png", "bin"]) func noiseIsNoMedia(ending: String) throws {
    let workshop = try Workshop()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    let path = try workshop.write(
      "noise.\(ending)", (0..<60_000).map { _ in UInt8.random(in: 0...255, using: &random) })
    let found = error(path)
    #expect(found?.code == .notMedia || found?.code == .damaged, "seed \(seed)")
  }

  @Test(arguments: [
    ("a.m3u8", "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n/etc/passwd\n#EXT-X-ENDLIST\n"),
    ("a.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile:///etc/passwd\n"),
    ("a.txt", "ffconcat version 1.0\nfile '/etc/passwd'\n"),
    ("a.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n"),
    ("a.mpd", "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"></MPD>\n"),
    ("a.pls", "[playlist]\nFile1=http://localhost/a.mp3\n"), ("a.asx", "<asx version=\"3.0\"></asx>"),
  ])
  func whatPointsElsewhereIsRefused(name: String, text: String) throws {
    let workshop = try Workshop()
    let found = error(try workshop.write(name, text.utf8))
    #expect(found?.code == .refused)
    #expect(found?.description.contains("points to other files") == true)
  }

  @Test func numberedPicturesAreNotReadAsOne() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc=s=32x32:d=0.2 frame%d.png")
    #expect(error(workshop.path("frame%d.png"))?.code == .unreachable)
  }

  @Test func aSubtitleFileIsNoMedia() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello\n".utf8)
    #expect(error(path)?.code == .notMedia)
  }

  @Test func anMP4WithoutIndexSaysSo() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc=s=64x64:d=2 -c:v libx264 a.mp4")
    let whole = try workshop.bytes("a.mp4")
    let found = error(try workshop.write("cut.mp4", whole.prefix(whole.count / 2)))
    #expect(found?.code == .damaged)
    #expect(found?.problem == "was cut off before its index (moov) was written")
  }

  @Test(arguments: [
    "-c:v libx264 -bf 0 -c:a aac -movflags +faststart a.mp4", "-c:v libx264 -bf 0 -c:a flac a.mkv",
    "-c:v libx264 -bf 0 -c:a mp2 a.ts", "-c:v mpeg4 -c:a pcm_s16le a.avi",
  ])
  func aFileCutOffGivesItsFirstPart(make: String) throws {
    let workshop = try Workshop()
    let rate = try #require(FrameRate(25))
    try workshop.write("in.y4m", Numbered.y4m(150, rate: rate))
    try workshop.write("in.wav", Noise.wav(Noise.samples(6 * 48_000)))
    try workshop.ffmpeg("-i in.y4m -i in.wav -g 25 \(make)")
    let name = String(make.suffix(5).drop { $0 == " " })
    let whole = try workshop.bytes(name)
    let file = try MediaFile(path: workshop.write("cut-\(name)", whole.prefix(whole.count * 6 / 10)))
    let info = try file.info()
    let end = try #require(info.duration)
    #expect(end.seconds > 2 && end.seconds < 5.5, "\(end)")
    if ["a.mp4", "a.mkv"].contains(name) {
      #expect(info.warnings.contains { $0.contains("ends early") }, "\(info.warnings)")
    }
    let video = try VideoReader(file)
    let start = try #require(info.video?.start)
    for index in stride(from: 0, to: 50, by: 7) {
      #expect(Numbered.number(in: try video.frame(at: start + rate.time(ofFrame: Int64(index)))) == index)
    }
    #expect(Numbered.number(in: try video.frame(at: .limit)) > 50)
    #expect(try AudioReader(file).read(from: 48_000, frameCount: 100).samples.allSatisfy { $0 != 0 })
  }

  @Test func brokenSoundLeavesThePictures() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc=s=64x64:d=2 -f lavfi -i sine=d=2 -c:v libx264 -c:a aac a.mkv")
    // The codec's name in the header, for one that does not exist.
    let name = Array("A_AAC".utf8)
    var bytes = try workshop.bytes("a.mkv")
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes[place + 2] = UInt8(ascii: "X")
    let file = try MediaFile(path: workshop.write("b.mkv", bytes))
    let info = try file.info()
    #expect(info.video != nil && info.audio == nil)
    #expect(info.warnings.contains { $0.contains("there will be no sound") }, "\(info.warnings)")
    #expect(throws: CodecError.self) { try AudioReader(file) }
  }

  @Test func brokenPicturesLeaveTheSound() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc=s=64x64:d=2 -f lavfi -i sine=d=2 -c:v libx264 -c:a aac a.mkv")
    let name = Array("V_MPEG4/ISO/AVC".utf8)
    var bytes = try workshop.bytes("a.mkv")
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes[place + 14] = UInt8(ascii: "X")
    let info = try MediaFile(path: workshop.write("b.mkv", bytes)).info()
    #expect(info.video == nil && info.audio != nil)
    #expect(info.warnings.contains { $0.contains("there will be no pictures") }, "\(info.warnings)")
  }

  @Test func aPictureBombIsRefusedBeforeItGoesOff() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i color=s=16x16:d=0.04 -frames:v 1 a.png")
    var bytes = try workshop.bytes("a.png")
    for (offset, value) in [
      (16, 0x00), (17, 0x01), (18, 0x86), (19, 0xA0), (20, 0x00), (21, 0x01), (22, 0x86), (23, 0xA0),
    ] {
      bytes[offset] = UInt8(value)
    }
    #expect(error(try workshop.write("bomb.png", bytes)) != nil)
  }

  @Test func aDamagedStretchIsNamedAndTheRestIsRead() throws {
    let workshop = try Workshop()
    let rate = try #require(FrameRate(25))
    try workshop.write("in.y4m", Numbered.y4m(200, rate: rate))
    try workshop.ffmpeg("-i in.y4m -c:v libx264 -g 25 -bf 0 -f mpegts a.ts")
    var bytes = try workshop.bytes("a.ts")
    for index in bytes.count * 4 / 10..<bytes.count * 5 / 10 where index % 188 > 30 { bytes[index] ^= 0x5A }
    let file = try MediaFile(path: workshop.write("b.ts", bytes))
    let reader = try VideoReader(file)
    let numbers = try (0..<200).map { Numbered.number(in: try reader.frame(at: rate.time(ofFrame: Int64($0)))) }
    #expect(Array(numbers[0..<70]) == Array(0..<70))
    #expect(Array(numbers[130...]) == Array(130..<200))
    #expect(reader.warnings.count == 1 && reader.warnings[0].contains("damaged from"), "\(reader.warnings)")
  }

  @Test func lostSoundIsSilentAndNamed() throws {
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(Noise.samples(6 * 48_000)))
    try workshop.ffmpeg("-i in.wav a.flac")
    var bytes = try workshop.bytes("a.flac")
    for index in bytes.count / 2..<bytes.count / 2 + 60_000 { bytes[index] = 0 }
    let reader = try AudioReader(MediaFile(path: workshop.write("b.flac", bytes)))
    let block = try reader.read(from: 0, frameCount: 6 * 48_000)
    #expect(block.samples[3 * 48_000 + 9000] == 0 && block.samples[100_000] != 0 && block.samples[200_000] != 0)
    #expect(reader.warnings.count == 1, "\(reader.warnings)")
  }
}
