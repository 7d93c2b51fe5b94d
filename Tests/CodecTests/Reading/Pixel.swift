import Media

/// Samples of a frame, for tests.
enum Pixel {
  /// A sample of a plane as it is stored.
  static func raw(_ frame: Frame, plane: Int, _ x: Int, _ y: Int) -> Int {
    let bytes: Int
    switch frame.format {
    case .rgba8: bytes = 1
    case .rgba16: bytes = 2
    case .yuv(_, let bits, _): bytes = bits > 8 ? 2 : 1
    }
    return frame.withPlane(plane) { data, stride in
      let at = y * stride + x * bytes
      return bytes == 1 ? Int(data[at]) : Int(data[at]) | Int(data[at + 1]) << 8
    }
  }

  /// Luma, or red, as a part of full scale.
  static func first(_ frame: Frame, _ x: Int, _ y: Int) -> Double {
    switch frame.format {
    case .rgba8: Double(raw(frame, plane: 0, 4 * x, y)) / 255
    case .rgba16: Double(raw(frame, plane: 0, 4 * x, y)) / 65535
    case .yuv(_, let bits, _): Double(raw(frame, plane: 0, x, y)) / Double(1 << bits)
    }
  }

  /// Red, green, blue and alpha of an RGB frame, as stored.
  static func rgba(_ frame: Frame, _ x: Int, _ y: Int) -> [Int] {
    (0..<4).map { raw(frame, plane: 0, 4 * x + $0, y) }
  }
}
