import CFFmpeg
import Media

/// How a picture of FFmpeg's is delivered: as it lies in memory, or converted to the nearest format that loses nothing.
struct PictureLayout: Hashable {
  /// What the frame will be.
  let format: PixelFormat
  /// False if the decoder's planes can be handed on as they are.
  let needsConversion: Bool
  let hasAlpha: Bool
  let isRGB: Bool
  let isGray: Bool

  /// Nil if the format lives outside memory, or libswscale cannot read it.
  init?(_ source: AVPixelFormat) {
    guard let description = av_pix_fmt_desc_get(source)?.pointee else { return nil }
    func has(_ flag: Int32) -> Bool { description.flags & UInt64(flag) != 0 }
    let components = Self.components(description)
    let depth = Int(components.map(\.depth).max() ?? 8)
    let isXYZ = source == AV_PIX_FMT_XYZ12LE || source == AV_PIX_FMT_XYZ12BE
    hasAlpha = has(AV_PIX_FMT_FLAG_PAL) || has(AV_PIX_FMT_FLAG_ALPHA)
    isRGB = has(AV_PIX_FMT_FLAG_PAL) || has(AV_PIX_FMT_FLAG_RGB) || isXYZ
    isGray = !isRGB && components.count <= 2
    if isRGB {
      format = depth > 8 ? .rgba16 : .rgba8
    } else {
      format = .yuv(Self.chroma(description), bits: Self.bits(holding: depth, alpha: hasAlpha), alpha: hasAlpha)
    }
    needsConversion = Self.name(of: format) != Self.fullRangeAlias(source)
    guard !has(AV_PIX_FMT_FLAG_HWACCEL), !needsConversion || sws_isSupportedInput(source) > 0 else { return nil }
  }

  /// FFmpeg's name for a format of ours.
  static func name(of format: PixelFormat) -> AVPixelFormat {
    guard case .yuv(let chroma, let bits, let alpha) = format else {
      return format == .rgba8 ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGBA64LE
    }
    let sampling = chroma == .s420 ? "420p" : chroma == .s422 ? "422p" : "444p"
    return av_get_pix_fmt((alpha ? "yuva" : "yuv") + sampling + (bits == 8 ? "" : "\(bits)le"))
  }

  /// The old names for full range: the planes are the same.
  private static func fullRangeAlias(_ source: AVPixelFormat) -> AVPixelFormat {
    switch source {
    case AV_PIX_FMT_YUVJ420P: AV_PIX_FMT_YUV420P
    case AV_PIX_FMT_YUVJ422P: AV_PIX_FMT_YUV422P
    case AV_PIX_FMT_YUVJ444P: AV_PIX_FMT_YUV444P
    default: source
    }
  }

  private static func components(_ description: AVPixFmtDescriptor) -> [AVComponentDescriptor] {
    let all = [description.comp.0, description.comp.1, description.comp.2, description.comp.3]
    return Array(all.prefix(Int(description.nb_components)))
  }

  /// The sampling that keeps all of the chroma: 4:1:1 has the rows of 4:2:2, and 4:4:0 needs 4:4:4. Grey has no chroma.
  private static func chroma(_ description: AVPixFmtDescriptor) -> PixelFormat.Chroma {
    switch (description.log2_chroma_w, description.log2_chroma_h) {
    case (0, _): description.nb_components <= 2 ? .s420 : .s444
    case (_, 0): .s422
    default: .s420
    }
  }

  /// The next depth for which FFmpeg has every planar format; there are fewer with alpha.
  private static func bits(holding depth: Int, alpha: Bool) -> Int {
    let depths = alpha ? [8, 9, 10, 12, 16] : [8, 9, 10, 12, 14, 16]
    return depths.first { $0 >= depth } ?? 16
  }
}
