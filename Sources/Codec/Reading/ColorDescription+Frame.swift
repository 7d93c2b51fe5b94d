import CFFmpeg
import Media

extension ColorDescription {
  /// What a decoded picture says of its colours, and what players take for granted where it says nothing:
  /// BT.601 up to 576 rows and BT.709 above, sRGB for RGB, the colours of JFIF for JPEG. Primaries of old television are
  /// only taken for granted of pictures with as many rows as that had.
  init(_ picture: AVFrame, layout: PictureLayout, codec: AVCodecID) {
    let isPhoto = [AV_CODEC_ID_MJPEG, AV_CODEC_ID_WEBP, AV_CODEC_ID_PNG, AV_CODEC_ID_APNG].contains(codec)
    let isSmall = picture.height <= 576 || isPhoto
    let matrix = layout.isRGB ? .rgb : Self.matrix(picture.colorspace) ?? (isSmall ? .bt601 : .bt709)
    let usual = isPhoto ? .bt709 : Self.primaries(usualWith: matrix, rows: Int(picture.height))
    self.init(
      matrix: matrix,
      range: Self.isFull(picture, layout, codec) ? .full : .limited,
      primaries: Self.primaries(picture.color_primaries) ?? usual,
      transfer: Self.transfer(picture.color_trc) ?? (isPhoto || layout.isRGB ? .srgb : .bt709),
      siting: Self.siting(picture.chroma_location) ?? (codec == AV_CODEC_ID_MJPEG ? .center : .left))
  }

  private static func isFull(_ picture: AVFrame, _ layout: PictureLayout, _ codec: AVCodecID) -> Bool {
    let names = [
      AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ411P, AV_PIX_FMT_YUVJ440P,
    ]
    if layout.isRGB || picture.color_range == AVCOL_RANGE_JPEG || names.contains(AVPixelFormat(picture.format)) {
      return true
    }
    // Grey in a picture file is RGB in one plane; grey in a video is luma.
    let isVideo = [AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_AV1, AV_CODEC_ID_VP9].contains(codec)
    return layout.isGray && picture.color_range == AVCOL_RANGE_UNSPECIFIED && !isVideo
  }

  /// Nil for "unspecified" and for code points that have no near relation here.
  private static func matrix(_ code: AVColorSpace) -> Matrix? {
    switch code {
    case AVCOL_SPC_BT709, AVCOL_SPC_SMPTE240M: .bt709
    case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M, AVCOL_SPC_FCC: .bt601
    case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: .bt2020
    default: nil
    }
  }

  private static func primaries(usualWith matrix: Matrix, rows: Int) -> Primaries {
    switch (matrix, rows) {
    case (.bt2020, _): .bt2020
    case (.bt601, 480), (.bt601, 486): .bt601
    case (.bt601, 576): .ebu
    default: .bt709
    }
  }

  private static func primaries(_ code: AVColorPrimaries) -> Primaries? {
    switch code {
    case AVCOL_PRI_BT709: .bt709
    case AVCOL_PRI_BT470BG: .ebu
    case AVCOL_PRI_BT470M, AVCOL_PRI_SMPTE170M, AVCOL_PRI_SMPTE240M: .bt601
    case AVCOL_PRI_BT2020: .bt2020
    case AVCOL_PRI_SMPTE431, AVCOL_PRI_SMPTE432: .displayP3
    default: nil
    }
  }

  private static func transfer(_ code: AVColorTransferCharacteristic) -> Transfer? {
    switch code {
    case AVCOL_TRC_BT709, AVCOL_TRC_SMPTE170M, AVCOL_TRC_SMPTE240M, AVCOL_TRC_GAMMA22, AVCOL_TRC_GAMMA28,
      AVCOL_TRC_BT1361_ECG, AVCOL_TRC_IEC61966_2_4, AVCOL_TRC_BT2020_10, AVCOL_TRC_BT2020_12:
      .bt709
    case AVCOL_TRC_IEC61966_2_1: .srgb
    case AVCOL_TRC_LINEAR: .linear
    case AVCOL_TRC_SMPTE2084: .pq
    case AVCOL_TRC_ARIB_STD_B67: .hlg
    default: nil
    }
  }

  private static func siting(_ code: AVChromaLocation) -> Siting? {
    switch code {
    case AVCHROMA_LOC_LEFT, AVCHROMA_LOC_BOTTOMLEFT: .left
    case AVCHROMA_LOC_CENTER, AVCHROMA_LOC_TOP, AVCHROMA_LOC_BOTTOM: .center
    case AVCHROMA_LOC_TOPLEFT: .topLeft
    default: nil
    }
  }
}
