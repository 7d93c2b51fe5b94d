/// How the samples of a picture lie in memory.
public enum PixelFormat: Hashable, Codable, Sendable {
  /// Planes Y, Cb, Cr and, where `alpha` is set, A (full size, straight, full range).
  /// 8 bits: one byte a sample. 9 to 16 bits: one little-endian 16-bit word a sample, value in the low bits.
  case yuv(Chroma, bits: Int, alpha: Bool)
  /// One plane of R, G, B, A bytes.
  case rgba8
  /// One plane of R, G, B, A 16-bit words in the machine's order.
  case rgba16

  /// How many columns and rows of luma share one chroma sample.
  public enum Chroma: Hashable, Codable, Sendable {
    case s420, s422, s444

    public var log2Width: Int { self == .s444 ? 0 : 1 }
    public var log2Height: Int { self == .s420 ? 1 : 0 }
  }

  /// 8-bit 4:2:0 without alpha: what nearly every video is, and what the encoders take.
  public static let yuv420p8 = PixelFormat.yuv(.s420, bits: 8, alpha: false)

  public var hasAlpha: Bool {
    switch self {
    case .yuv(_, _, let alpha): alpha
    case .rgba8, .rgba16: true
    }
  }

  public var planeCount: Int {
    switch self {
    case .yuv(_, _, let alpha): alpha ? 4 : 3
    case .rgba8, .rgba16: 1
    }
  }

  /// Bytes in a row and rows of a plane, without padding. Odd sizes round chroma up.
  public func extent(ofPlane plane: Int, size: Size) -> (bytesPerRow: Int, rows: Int) {
    switch self {
    case .rgba8: return (size.width * 4, size.height)
    case .rgba16: return (size.width * 8, size.height)
    case .yuv(let chroma, let bits, _):
      let bytes = bits > 8 ? 2 : 1
      guard plane == 1 || plane == 2 else { return (size.width * bytes, size.height) }
      let width = (size.width + (1 << chroma.log2Width) - 1) >> chroma.log2Width
      let height = (size.height + (1 << chroma.log2Height) - 1) >> chroma.log2Height
      return (width * bytes, height)
    }
  }
}
