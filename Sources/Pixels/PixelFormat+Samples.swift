import Media

extension PixelFormat {
  var bits: Int {
    switch self {
    case .yuv(_, let bits, _): bits
    case .rgba8: 8
    case .rgba16: 16
    }
  }

  var chroma: Chroma {
    switch self {
    case .yuv(let chroma, _, _): chroma
    case .rgba8, .rgba16: .s444
    }
  }

  var isYUV: Bool {
    switch self {
    case .yuv: true
    case .rgba8, .rgba16: false
    }
  }

  func extentInSamples(ofPlane plane: Int, size: Size) -> Size {
    let extent = extent(ofPlane: plane, size: size)
    let bytes = isYUV ? (bits > 8 ? 2 : 1) : 4 * bits / 8
    return Size(width: extent.bytesPerRow / bytes, height: extent.rows)
  }
}
