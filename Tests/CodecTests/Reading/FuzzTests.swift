import Chance
import Foundation
import Media
import Props
import Testing

@testable import Codec

/// Damage at random: no crash and no hang. Errors and warnings are both fine.
///
/// `REPRISE_FUZZ=500` tries so many of each make.
struct FuzzTests {
  private static let tries = Int(ProcessInfo.processInfo.environment["REPRISE_FUZZ"] ?? "") ?? 6
  private static let pictures = "-f lavfi -i testsrc2=s=48x32:r=10:d=1"
  private static let both = pictures + " -f lavfi -i sine=d=1"

  @Test(arguments: [
    "\(both) -c:v libx264 -c:a aac a.mp4", "\(both) -c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov a.mp4",
    "\(both) -c:v libvpx-vp9 -deadline realtime -c:a libopus a.webm",
    "\(both) -c:v libvpx -deadline realtime -c:a libvorbis a.webm",
    "\(both) -c:v libx264 -c:a ac3 a.mkv", "\(both) -c:v mpeg2video -c:a mp2 a.ts",
    "\(both) -c:v mpeg1video -r 25 -c:a mp2 a.mpg",
    "\(both) -c:v mpeg4 -c:a libmp3lame a.avi", "\(both) -c:v flv1 -c:a aac a.flv",
    "\(both) -c:v libtheora -c:a libvorbis a.ogg",
    "\(both) -c:v prores_ks -c:a pcm_s16be a.mov", "\(both) -c:v wmv2 -c:a wmav2 a.wmv",
    "\(both) -c:v mpeg2video -c:a pcm_s16le -ar 48000 -r 25 a.mxf",
    "\(pictures) a.gif", "\(pictures) -c:v apng a.apng", "\(pictures) -frames:v 1 a.png",
    "\(pictures) -frames:v 1 a.jpg",
    "\(pictures) -frames:v 1 a.webp", "\(pictures) -frames:v 1 a.tiff", "\(pictures) -frames:v 1 a.bmp",
    "\(pictures) -c:v libx264 a.h264",
    "-f lavfi -i testsrc2=s=128x96:r=10:d=1 -c:v libx265 -x265-params log-level=none a.hevc", "\(pictures) a.y4m",
    "\(both) -vn a.mp3", "\(both) -vn a.flac", "\(both) -vn a.aac",
    "\(both) -vn a.wav", "\(both) -vn -ac 6 b.wav", "\(both) -c:v libx264 -c:a aac -ac 6 b.mp4", "\(both) -vn a.aiff",
    "\(both) -vn a.caf",
  ])
  func damageNeitherCrashesNorHangs(make: String) throws {
    let workshop = try Workshop()
    let name = try #require(make.split(separator: " ").last.map(String.init))
    try workshop.ffmpeg(make)
    let whole = try workshop.bytes(name)
    for _ in 0..<Self.tries {
      let seed = UInt64.random(in: 0...UInt64.max)
      let clock = ContinuousClock()
      let time = try clock.measure { try Self.read(workshop.write(name, Self.damaged(whole, seed: seed))) }
      #expect(time < .seconds(60), "\(make), seed \(seed)")
    }
  }

  /// What is made of damaged pictures follows from the file. (It does not when several threads decode it: see
  /// docs/decisions/ffmpeg.md.)
  @Test(arguments: [
    "-c:v libx264 -bf 3 -g 12 a.mp4", "-c:v libx264 -bf 3 -g 12 -f mpegts a.ts", "-c:v mpeg4 -g 12 a.mkv",
  ])
  func damagedPicturesAreTheSameEachTime(make: String) throws {
    let workshop = try Workshop()
    let name = try #require(make.split(separator: " ").last.map(String.init))
    try workshop.ffmpeg("-f lavfi -i testsrc2=s=320x180:r=25:d=2 \(make)")
    let whole = try workshop.bytes(name)
    for _ in 0..<Self.tries {
      let seed = UInt64.random(in: 0...UInt64.max)
      let path = try workshop.write(name, Self.scratched(whole, seed: seed))
      guard let file = try? MediaFile(path: path) else { continue }
      func seen() -> [[UInt8]] {
        guard let reader = try? VideoReader(file) else { return [] }
        let frames = ([0, 1, 2, 30, 31, 40, 10, 49] as [Int64]).map { index in
          (try? reader.frame(at: Time(ticks: index, rate: 25))).map { frame in
            (0..<frame.size.height).flatMap { y in
              frame.withPlane(0) { data, stride in Array(data[y * stride..<y * stride + frame.size.width]) }
            }
          } ?? []
        }
        return frames + [Array(reader.warnings.joined(separator: "\n").utf8)]
      }
      let areEqual = seen() == seen()
      #expect(areEqual, "\(make), seed \(seed)")
    }
  }

  /// With some bytes changed behind the headers.
  private static func scratched(_ whole: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed)
    var bytes = whole
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: 4000..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    return bytes
  }

  /// Cut off, or with some bytes changed, dropped or doubled; often near the front, where the headers are.
  private static func damaged(_ whole: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed)
    var bytes = whole
    if Int.random(in: 0..<3, using: &random) == 0 {
      bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
    }
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let reach = Bool.random(using: &random) ? min(600, bytes.count) : bytes.count
      let place = Int.random(in: 0..<reach, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] = 0xFF
      case 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      default: bytes.replaceSubrange(place..<min(bytes.count, place + 4), with: [0x7F, 0xFF, 0xFF, 0xFF])
      }
    }
    return bytes
  }

  private static func read(_ path: String) {
    do {
      let file = try MediaFile(path: path)
      _ = try file.info()
      if let video = try? VideoReader(file) {
        for tenth in [0, 1, 2, 9, 4, 1000, 3] as [Int64] { _ = try? video.frame(at: Time(ticks: tenth, rate: 10)) }
        _ = video.warnings
      }
      for layout in [ChannelLayout.stereo, .surround] {
        guard let sound = try? AudioReader(file, in: layout) else { continue }
        for start in [0, 24_000, -100, 1_000_000] { _ = try? sound.read(from: Int64(start), frameCount: 3000) }
        _ = sound.warnings
      }
    } catch {
      #expect(!"\(error)".isEmpty)
    }
  }
}
