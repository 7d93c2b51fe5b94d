import Codec
import Graph
import Media
import Props

/// A media file from a stranger: what can be had of it is within bounds, and the same each time it is read.
///
/// libFuzzer sees what our own code does with it; FFmpeg is the system's, and not made to tell.
struct MediaHarness: Harness {
  static let name = "media"

  static func seeds() throws -> [[UInt8]] { try Footage.make() }

  /// The boxes of mp4 and the signs by which other kinds are known.
  static let words = [
    "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "stbl", "stsd", "avc1",
    "avcC",
    "mp4a", "esds", "stts", "ctts", "stsc", "stsz", "stco", "co64", "stss", "sgpd", "sbgp", "pasp", "colr", "clap",
    "mvex",
    "trex", "moof", "mfhd", "traf", "tfhd", "tfdt", "trun", "mdat", "uuid", "dref", "url ", "alis", "free", "RIFF",
    "WAVE",
    "fmt ", "data", "AVI ", "LIST", "hdrl", "strh", "strf", "movi", "idx1", "OggS", "fLaC", "ID3", "TAG",
    "\u{0}\u{0}\u{1}",
    "IHDR", "IDAT", "acTL", "fcTL", "fdAT", "GIF89a", "FORM", "COMM", "SSND", "caff", "desc", "webm", "FRAME",
    "YUV4MPEG2",
  ]

  func take(_ input: [UInt8]) {
    let scratch = ScratchFile(input)
    guard let file = try? InputFile(path: scratch.path) else { return }
    let first = seen(file)
    claim(first == seen(file), "a file reads differently the second time")
    _ = try? MovieBox.payload(of: Array(repeating: 1, count: 16), in: scratch.path)
    _ = try? MediaFile.tag("synopsis", of: file)
    _ = try? PictureGroups.read(file) { _ in }
  }

  /// All that can be had, or the error.
  private func seen(_ input: InputFile) -> [String] {
    do {
      let file = try MediaFile(input)
      let info = try file.info()
      check(info)
      return try ["\(info)"] + pictures(of: file, info.video) + sounds(of: file)
    } catch {
      claim(!"\(error)".isEmpty, "an error says nothing")
      return ["\(error)"]
    }
  }

  private func check(_ info: MediaInfo) {
    claim(info.video != nil || info.audio != nil, "a file of nothing")
    claim(info.duration.map { $0 >= .zero } ?? (info.video?.isStill ?? false), "a strange duration: \(info)")
    guard let video = info.video else { return }
    for size in [video.codedSize, video.displaySize] { check(size) }
  }

  private func check(_ size: Size) {
    claim((1...1 << 20).contains(size.width) && (1...1 << 16).contains(size.height), "a strange size: \(size)")
  }

  private func pictures(of file: MediaFile, _ video: VideoInfo?) throws -> [String] {
    guard video != nil else { return [] }
    let reader = try VideoReader(file)
    let tenths: [Int64] = [0, 1, 2, 5, 1, 1000, 3]
    let pictures = tenths.map { tenth in
      attempt { () throws -> String in
        let frame = try reader.frame(at: Time(ticks: tenth, rate: 10))
        check(frame.size)
        return "\(frame.digest)"
      }
    }
    return pictures + reader.warnings
  }

  private func sounds(of file: MediaFile) throws -> [String] {
    guard let reader = try? AudioReader(file) else { return [] }
    let starts: [Int64] = [0, 24_000, -100, 1_000_000]
    let sounds = starts.map { start in
      attempt {
        let block = try reader.read(from: start, frameCount: 3000)
        claim(block.samples.allSatisfy(\.isFinite), "a sample that is no number")
        return "\(Digest(of: block.samples.withUnsafeBytes { Array($0) }))"
      }
    }
    return sounds + reader.warnings
  }

  private func attempt(_ body: () throws -> String) -> String {
    do { return try body() } catch { return "\(error)" }
  }
}
