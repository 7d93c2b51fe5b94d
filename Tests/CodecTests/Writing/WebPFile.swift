import Foundation
import Media

/// An animated WebP taken apart by its chunks (RFC 9649), for ffmpeg 5.1 reads still ones only.
struct WebPFile {
  struct Picture {
    let x, y, duration: Int
    let size: Size
    let chunks: Data

    /// As ffmpeg decodes the picture on its own.
    func pixels(in folder: String) throws -> [UInt32] {
      let path = "\(folder)/\(UUID()).webp"
      let length = withUnsafeBytes(of: UInt32(chunks.count + 4).littleEndian) { Data($0) }
      try (Data("RIFF".utf8) + length + Data("WEBP".utf8) + chunks).write(to: URL(fileURLWithPath: path))
      let answer = try Oracle.run("ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgba", "-")
      return answer.output.withUnsafeBytes { bytes in
        (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
      }
    }
  }

  private(set) var size = Size(width: 0, height: 0)
  private(set) var (isAnimated, hasAlpha) = (false, false)
  private(set) var loops = -1
  private(set) var pictures: [Picture] = []

  init(_ path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    func number(_ place: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
    var place = number(4, 4) + 8 == bytes.count ? 12 : bytes.count
    while place + 8 <= bytes.count {
      let (name, length) = (String(decoding: bytes[place..<place + 4], as: UTF8.self), number(place + 4, 4))
      let start = place + 8
      switch name {
      case "VP8X":
        (isAnimated, hasAlpha) = (bytes[start] & 2 != 0, bytes[start] & 16 != 0)
        size = Size(width: number(start + 4, 3) + 1, height: number(start + 7, 3) + 1)
      case "ANIM": loops = number(start + 4, 2)
      case "ANMF":
        pictures.append(
          Picture(
            x: 2 * number(start, 3), y: 2 * number(start + 3, 3), duration: number(start + 12, 3),
            size: Size(width: number(start + 6, 3) + 1, height: number(start + 9, 3) + 1),
            chunks: Data(bytes[(start + 16)..<(start + length)])))
      default: break
      }
      place = start + length + length % 2
    }
  }
}
