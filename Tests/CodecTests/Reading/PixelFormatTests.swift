import CFFmpeg
import Media
import Props
import Testing

@testable import Codec

/// What is stored comes out: to the bit where the format is one of ours, to the bit again where it must be converted.
struct PixelFormatTests {
  /// Raw formats and what each becomes. The oracle is ffmpeg, converting the same file to the same layout.
  @Test(arguments: [
    ("yuv420p", PixelFormat.yuv420p8), ("yuv422p", .yuv(.s422, bits: 8, alpha: false)),
    ("yuv444p", .yuv(.s444, bits: 8, alpha: false)), ("yuva420p", .yuv(.s420, bits: 8, alpha: true)),
    ("yuv420p9le", .yuv(.s420, bits: 9, alpha: false)), ("yuv420p10le", .yuv(.s420, bits: 10, alpha: false)),
    ("yuv422p12le", .yuv(.s422, bits: 12, alpha: false)), ("yuv444p14le", .yuv(.s444, bits: 14, alpha: false)),
    ("yuv444p16le", .yuv(.s444, bits: 16, alpha: false)), ("yuva444p10le", .yuv(.s444, bits: 10, alpha: true)),
    ("yuva422p12le", .yuv(.s422, bits: 12, alpha: true)), ("rgba", .rgba8), ("rgba64le", .rgba16), ("bgra", .rgba8),
    ("rgb24", .rgba8), ("bgr0", .rgba8), ("gbrp", .rgba8), ("gbrap", .rgba8), ("rgb48le", .rgba16),
    ("rgb48be", .rgba16),
    ("gbrp10le", .rgba16), ("gbrap12le", .rgba16), ("gray", .yuv420p8),
    ("gray10le", .yuv(.s420, bits: 10, alpha: false)),
    ("gray16be", .yuv(.s420, bits: 16, alpha: false)), ("ya8", .yuv(.s420, bits: 8, alpha: true)),
    ("nv12", .yuv420p8), ("yuyv422", .yuv(.s422, bits: 8, alpha: false)),
    ("uyvy422", .yuv(.s422, bits: 8, alpha: false)),
    ("yuv420p10be", .yuv(.s420, bits: 10, alpha: false)), ("yuv411p", .yuv(.s422, bits: 8, alpha: false)),
    ("yuv410p", .yuv420p8), ("yuv440p", .yuv(.s444, bits: 8, alpha: false)), ("monob", .yuv420p8),
    ("rgb555le", .rgba8),
  ])
  func nothingIsLostOnTheWay(name: String, wanted: PixelFormat) throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=62x34:d=0.1:alpha=200 -c:v rawvideo -pix_fmt \(name) a.nut")
    let frame = try VideoReader(MediaFile(path: path)).frame(at: .zero)
    try #require(frame.format == wanted && frame.size == Size(width: 62, height: 34))
    let target = try #require(av_name(PictureLayout.name(of: wanted)))
    let isFull = name.hasPrefix("gray") || name == "ya8" || name == "monob"
    let ranges = isFull ? "-vf scale=in_range=full:out_range=full " : ""
    try workshop.ffmpeg(
      "-i a.nut \(ranges)-sws_flags bicubic+accurate_rnd+bitexact+full_chroma_int+full_chroma_inp -frames:v 1 -f rawvideo -pix_fmt \(target) a.raw"
    )
    let oracle = try workshop.bytes("a.raw")
    var worst = 0
    var offset = 0
    for plane in 0..<frame.format.planeCount {
      let extent = frame.format.extent(ofPlane: plane, size: frame.size)
      frame.withPlane(plane) { bytes, stride in
        for row in 0..<extent.rows {
          for column in 0..<extent.bytesPerRow {
            worst = max(worst, abs(Int(bytes[row * stride + column]) - Int(oracle[offset])))
            offset += 1
          }
        }
      }
    }
    #expect(offset == oracle.count && worst == 0, "\(name) differs from ffmpeg's by up to \(worst)")
  }

  @Test func formatsWithoutAFileAreMappedToo() {
    #expect(PictureLayout(AV_PIX_FMT_P010LE)?.format == .yuv(.s420, bits: 10, alpha: false))
    #expect(PictureLayout(AV_PIX_FMT_GBRPF32LE)?.format == .rgba16)
    #expect(PictureLayout(AV_PIX_FMT_XYZ12LE)?.format == .rgba16)
    #expect(PictureLayout(AV_PIX_FMT_PAL8)?.hasAlpha == true)
    #expect(PictureLayout(AV_PIX_FMT_YUVJ420P)?.needsConversion == false)
    #expect(PictureLayout(AV_PIX_FMT_VAAPI) == nil && PictureLayout(AV_PIX_FMT_NONE) == nil)
  }

  private func av_name(_ format: AVPixelFormat) -> String? {
    av_get_pix_fmt_name(format).map { String(cString: $0) }
  }

  @Test(arguments: [
    "-c:v libvpx-vp9 -pix_fmt yuva420p -auto-alt-ref 0 -b:v 2M a.webm",
    "-c:v libvpx -pix_fmt yuva420p -auto-alt-ref 0 -b:v 2M a.webm",
    "-c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le a.mov", "-c:v png -pix_fmt rgba a.mov",
    "-c:v qtrle -pix_fmt argb a.mov",
    "-frames:v 1 a.png", "-c:v apng a.apng", "-frames:v 1 -c:v libwebp -lossless 1 a.webp",
    "-c:v ffv1 -pix_fmt bgra a.mkv",
    "-frames:v 1 a.tiff",
  ])
  func transparencySurvives(make: String) throws {
    let workshop = try Workshop()
    // The left half clear, the right half four fifths there.
    let source =
      "-f lavfi -i color=white:s=64x32:r=10:d=0.5,format=rgba,geq=r=255:g=80:b=10:a='if(lt(X\\,32)\\,0\\,204)'"
    let file = try MediaFile(path: workshop.ffmpeg("\(source) \(make)"))
    let video = try #require(try file.info().video)
    let frame = try VideoReader(file).frame(at: .zero)
    #expect(video.hasAlpha && frame.alpha == .straight && frame.format.hasAlpha)
    #expect(abs(alpha(frame, 8, 16)) < 0.02 && abs(alpha(frame, 56, 16) - 0.8) < 0.02, "\(make)")
  }

  private func alpha(_ frame: Frame, _ x: Int, _ y: Int) -> Double {
    switch frame.format {
    case .rgba8: Double(Pixel.raw(frame, plane: 0, 4 * x + 3, y)) / 255
    case .rgba16: Double(Pixel.raw(frame, plane: 0, 4 * x + 3, y)) / 65535
    case .yuv(_, let bits, _): Double(Pixel.raw(frame, plane: 3, x, y)) / Double(1 << bits - 1)
    }
  }

  /// Later pictures of an animation hold only what changes.
  @Test(arguments: ["a.gif", "-c:v apng a.apng"]) func animationsAreComposedOfTheirParts(make: String) throws {
    let workshop = try Workshop()
    try workshop.write("in.y4m", Numbered.y4m(40, rate: #require(FrameRate(10))))
    let file = try MediaFile(path: workshop.ffmpeg("-i in.y4m \(make)"))
    #expect(try file.info().duration == Time(ticks: 4, rate: 1))
    let reader = try VideoReader(file)
    for index in [0, 39, 14, 15, 16, 13, 1, 38] {
      #expect(Numbered.number(in: try reader.frame(at: Time(ticks: Int64(index), rate: 10))) == index)
    }
  }

  @Test func rowsThatRunUpwardAreTurned() throws {
    let workshop = try Workshop()
    // A BMP, and raw RGB in AVI, are stored from the bottom.
    for make in ["-frames:v 1 a.bmp", "-c:v rawvideo -pix_fmt bgr24 a.avi"] {
      let path = try workshop.ffmpeg(
        "-f lavfi -i color=red:s=16x16:d=0.2,drawbox=y=0:w=16:h=8:color=blue:t=fill \(make)")
      let frame = try VideoReader(MediaFile(path: path)).frame(at: .zero)
      let (top, bottom) = (Pixel.rgba(frame, 8, 2), Pixel.rgba(frame, 8, 13))
      #expect(top[2] > 240 && top[0] < 10 && bottom[0] > 240 && bottom[2] < 10, "\(make): \(top) \(bottom)")
    }
  }

  @Test func framesOutliveTheirReader() throws {
    let workshop = try Workshop()
    try workshop.write("in.y4m", Numbered.y4m(60, rate: #require(FrameRate(25))))
    let path = try workshop.ffmpeg("-i in.y4m -c:v libx264 -bf 2 a.mp4")
    var frames: [Frame] = []
    do {
      let reader = try VideoReader(MediaFile(path: path))
      for index in 0..<60 { frames.append(try reader.frame(at: Time(ticks: Int64(index), rate: 25))) }
    }
    #expect(frames.map(Numbered.number(in:)) == Array(0..<60))
  }
}
