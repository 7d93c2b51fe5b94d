import Codec
import Foundation
import Media
import Props
import Testing

@testable import MediaWorker

/// Files that are larger than they look, or claim to be. Each costs an error, or what it really holds, and no memory to speak of.
@Suite(.serialized) struct BombTests {
  /// What a worker may take, and what the system may take besides.
  private static let memory = 256 << 20
  private static let most = UInt64(memory + 64 << 20)

  /// What became of reading a file.
  private func outcome(of path: String) throws -> (error: CodecError?, peak: UInt64, time: Duration) {
    var limits = MediaLimits()
    limits.memory = Self.memory
    limits.wallClock = .seconds(20)
    let worker = try Apart.source(path, limits).worker(SharedFrames(limit: Self.memory))
    let clock = ContinuousClock()
    var failure: CodecError?
    let time = clock.measure {
      do { _ = try worker.ask(Request.look.message()) } catch { failure = error as? CodecError }
    }
    return (failure, worker.finish(), time)
  }

  private func endsWell(_ path: String, _ name: String) throws -> CodecError? {
    let (error, peak, time) = try outcome(of: path)
    #expect(peak > 0 && peak < Self.most, "\(name): \(peak >> 20) MiB")
    #expect(time < .seconds(21), "\(name)")
    return error
  }

  @Test func aPictureThatIsAllOneColourIsNotMade() throws {
    let workshop = try Workshop()
    // 196 megapixels in some 200 KB.
    let path = try workshop.ffmpeg("-f lavfi -i color=black:s=14000x14000:d=1 -frames:v 1 -pix_fmt gray bomb.png")
    #expect(try workshop.bytes("bomb.png").count < 600_000)
    #expect(try endsWell(path, "png")?.code == .damaged)
  }

  /// A movie's boxes may claim what they like: four bytes of each are set to as much as there is.
  @Test(arguments: [
    "stsz", "stts", "stsc", "stco", "stss", "ctts", "elst", "mvhd", "mdhd", "tkhd", "mdat", "moov", "avcC", "dref",
  ])
  func aBoxThatClaimsTooMuch(kind: String) throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -f lavfi -i sine=d=1 -c:v libx264 -bf 2 whole.mp4")
    let whole = try workshop.bytes("whole.mp4")
    let places = whole.indices.dropLast(24).filter { Array(whole[$0..<$0 + 4]) == Array(kind.utf8) }
    try #require(!places.isEmpty)
    for place in places {
      for offset in [-4, 4, 8, 12, 16] where place + offset >= 0 && place + offset + 4 <= whole.count {
        for claim: [UInt8] in [[0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF]] {
          var bytes = whole
          bytes.replaceSubrange(place + offset..<place + offset + 4, with: claim)
          _ = try endsWell(workshop.write("bomb.mp4", bytes), "\(kind) \(offset) \(claim)")
        }
      }
    }
  }

  @Test func aMovieThatKeepsItsPicturesElsewhereReachesNothing() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -c:v libx264 whole.mp4")
    var bytes = try workshop.bytes("whole.mp4")
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("url ".utf8)) })
    // Without the flag that says: in this same file.
    bytes[place + 7] = 0
    let path = try workshop.write("elsewhere.mp4", bytes)
    let frames = try? Apart.file(path).pictures().frame(at: .zero)
    let own = try MediaFile(path: workshop.path("whole.mp4")).pictures().frame(at: .zero)
    #expect(frames == nil || frames?.samples == own.samples)
  }

  @Test func anEndlessLengthIsNoTrap() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -c:v libx264 whole.mkv")
    var bytes = try workshop.bytes("whole.mkv")
    // Duration, element 0x4489, as a 64-bit float.
    let place = try #require(bytes.indices.dropLast(3).first { bytes[$0...].starts(with: [0x44, 0x89, 0x88]) })
    for value in [Double.infinity, .nan, 1e300, -1] {
      withUnsafeBytes(of: value.bitPattern.bigEndian) { bytes.replaceSubrange(place + 3..<place + 11, with: $0) }
      let path = try workshop.write("endless.mkv", bytes)
      #expect(try endsWell(path, "\(value)") == nil)
      #expect(try Apart.file(path).profile().info.duration == Time(ticks: 1, rate: 1))
    }
  }

  @Test func aSmallFileOfManyPicturesIsReadOneAtATime() throws {
    let workshop = try Workshop()
    // A minute of the same picture.
    let path = try workshop.ffmpeg(
      "-f lavfi -i color=black:s=1280x720:r=10:d=60 -c:v libx264 -preset ultrafast -g 9999 -crf 51 still.mp4")
    #expect(try endsWell(path, "many pictures") == nil)
  }
}
