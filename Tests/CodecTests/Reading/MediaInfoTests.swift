import Media
import Props
import Testing

@testable import Codec

/// What a file says of itself, and what must be found out because it does not.
struct MediaInfoTests {
  private func info(_ arguments: String) throws -> MediaInfo {
    let workshop = try Workshop()
    return try MediaFile(path: workshop.ffmpeg(arguments)).info()
  }

  private static let picture = "-f lavfi -i testsrc=s=64x48:r=25:d=2"
  private static let sound = "-f lavfi -i sine=d=2"

  // MARK: Shape

  /// The oracle is ffmpeg, which turns pictures upright when it converts.
  @Test(arguments: [90, 180, 270]) func phonesTurnTheirPictures(degrees: Int) throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("\(Self.picture) -c:v libx264rgb -qp 0 a.mp4")
    let path = try workshop.ffmpeg("-i a.mp4 -c copy -metadata:s:v:0 rotate=\(degrees) b.mp4")
    let file = try MediaFile(path: path)
    let upright = try MediaFile(path: workshop.ffmpeg("-i b.mp4 -frames:v 1 up.png")).still()
    let video = try #require(try file.info().video)
    #expect(video.displaySize == upright.size)
    let stored = try VideoReader(file).frame(at: .zero)
    for (x, y) in [(0, 0), (5, 40), (60, 3)] {
      let (right, bottom) = (stored.size.width - 1 - x, stored.size.height - 1 - y)
      let place =
        switch video.orientation {
        case .right: (bottom, x)
        case .down: (right, bottom)
        case .left: (y, right)
        default: (x, y)
        }
      #expect(Pixel.rgba(stored, x, y) == Pixel.rgba(upright, place.0, place.1))
    }
    #expect(video.orientation == (degrees == 180 ? .down : degrees == 90 ? .left : .right))
  }

  /// Each of EXIF's eight cases, as the matrix that brings the picture upright (p right, q down).
  @Test(arguments: [
    (1, [1, 0, 0, 1]), (2, [-1, 0, 0, 1]), (3, [-1, 0, 0, -1]), (4, [1, 0, 0, -1]), (5, [0, 1, 1, 0]),
    (6, [0, 1, -1, 0]), (7, [0, -1, -1, 0]), (8, [0, -1, 1, 0]),
  ])
  func matricesAreTheEightOrientations(number: Int, m: [Int32]) {
    let one: Int32 = 1 << 16
    let matrix = [m[0] * one, m[1] * one, 0, m[2] * one, m[3] * one, 0, 0, 0, 1 << 30]
    #expect(Orientation(matrix: matrix).rawValue == number)
  }

  @Test func photosCarryTheirOrientation() throws {
    let workshop = try Workshop()
    try workshop.ffmpeg("-f lavfi -i testsrc=s=64x48 -frames:v 1 -c:v mjpeg a.jpg")
    let bytes = try workshop.bytes("a.jpg")
    // An APP1 segment with one EXIF entry: orientation (0x0112), SHORT, 6.
    let tiff: [UInt8] =
      Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(tiff.count + 2)] + tiff
    let path = try workshop.write("b.jpg", bytes.prefix(2) + segment + bytes.dropFirst(2))
    let video = try #require(try MediaFile(path: path).info().video)
    #expect(video.orientation == .right && video.displaySize == Size(width: 48, height: 64))
  }

  @Test func pixelsNeedNotBeSquare() throws {
    let video = try #require(
      try info("-f lavfi -i testsrc=s=720x576:r=25:d=0.2,setsar=16/11 -c:v libx264 a.mp4").video)
    #expect(video.pixelAspect == PixelAspect(numerator: 16, denominator: 11))
    #expect(video.displaySize == Size(width: 1047, height: 576))
  }

  @Test(arguments: [(61, 47), (2, 2), (1, 1), (17, 3), (1023, 1)])
  func sizesMayBeOdd(width: Int, height: Int) throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg(
      "-f lavfi -i color=red:s=\(width)x\(height):d=0.2,format=gbrp -c:v ffv1 -pix_fmt yuv420p a.mkv")
    let file = try MediaFile(path: path)
    let frame = try VideoReader(file).frame(at: .zero)
    try #require(frame.size == Size(width: width, height: height))
    #expect(Pixel.raw(frame, plane: 0, width - 1, height - 1) == 81)
    #expect(frame.withPlane(2) { bytes, _ in bytes.count } >= ((width + 1) / 2) * ((height + 1) / 2))
  }

  // MARK: Colour

  @Test(arguments: [
    ("bt709", "bt709", "bt709", ColorDescription(matrix: .bt709, range: .limited)),
    (
      "smpte170m", "smpte170m", "smpte170m",
      ColorDescription(matrix: .bt601, range: .limited, primaries: .bt601)
    ),
    ("bt470bg", "bt470bg", "gamma28", ColorDescription(matrix: .bt601, range: .limited, primaries: .ebu)),
    (
      "bt2020nc", "bt2020", "smpte2084",
      ColorDescription(matrix: .bt2020, range: .limited, primaries: .bt2020, transfer: .pq)
    ),
    (
      "bt2020nc", "bt2020", "arib-std-b67",
      ColorDescription(matrix: .bt2020, range: .limited, primaries: .bt2020, transfer: .hlg)
    ),
    (
      "bt709", "smpte432", "iec61966-2-1",
      ColorDescription(matrix: .bt709, range: .limited, primaries: .displayP3, transfer: .srgb)
    ),
  ])
  func coloursAreReadFromTheirTags(
    matrix: String, primaries: String, transfer: String, wanted: ColorDescription
  ) throws {
    let tags = "-colorspace \(matrix) -color_primaries \(primaries) -color_trc \(transfer)"
    #expect(try info("\(Self.picture) -c:v libx264 -pix_fmt yuv420p \(tags) a.mp4").video?.color == wanted)
  }

  @Test func fullRangeIsRead() throws {
    let found = try info("\(Self.picture) -c:v libx264 -vf scale=out_range=full -color_range pc -pix_fmt yuv420p a.mp4")
    #expect(found.video?.color.range == .full)
    #expect(found.video?.format == .yuv420p8)
  }

  @Test func untaggedColoursAreGuessedAsPlayersDo() throws {
    let small = try info("\(Self.picture) -c:v libx264 -pix_fmt yuv420p a.mp4").video?.color
    #expect(small == ColorDescription(matrix: .bt601, range: .limited))
    for (size, primaries) in [("720x480", ColorDescription.Primaries.bt601), ("720x576", .ebu)] {
      let found = try info("-f lavfi -i color=s=\(size):d=0.1 -c:v libx264 -pix_fmt yuv420p a.mp4").video?.color
      #expect(found == ColorDescription(matrix: .bt601, range: .limited, primaries: primaries))
    }
    let large = try info("-f lavfi -i color=s=1280x720:d=0.1 -c:v libx264 -pix_fmt yuv420p a.mp4").video?.color
    #expect(large == .hd)
    let photo = try info("-f lavfi -i color=s=1280x720 -frames:v 1 -pix_fmt yuvj420p a.jpg").video?.color
    #expect(
      photo == ColorDescription(matrix: .bt601, range: .full, primaries: .bt709, transfer: .srgb, siting: .center))
    #expect(try info("-f lavfi -i color=s=64x64 -frames:v 1 -pix_fmt rgb24 a.png").video?.color == .srgb)
  }

  // MARK: Time

  @Test func variableRatesAreCalledSo() throws {
    let video = try #require(
      try info("-f lavfi -i testsrc=s=64x48:r=30:d=6,select='not(mod(n\\,7)*mod(n\\,3))' -vsync vfr -c:v libx264 a.mp4")
        .video)
    #expect(video.isVariableRate)
    #expect(abs(video.duration.seconds - 6) < 0.1)
  }

  @Test(arguments: [
    "-c:v libx264 -c:a aac -f matroska -live 1 a.mkv", "-c:v libvpx -deadline realtime -c:a libvorbis -live 1 a.webm",
    "-c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov a.mp4", "-c:v libx264 -c:a aac -f mpegts a.ts",
    "-c:v libx264 -an a.h264", "-vn -c:a aac a.aac", "-vn -c:a libmp3lame -write_xing 0 a.mp3",
    "-c:v flv1 -c:a libmp3lame -flvflags no_duration_filesize a.flv",
  ])
  func lengthsAreMeasuredWhereNobodyTells(make: String) throws {
    let found = try info("\(Self.picture) \(Self.sound) \(make)")
    #expect(abs((found.duration?.seconds ?? 0) - 2) < 0.1, "\(String(describing: found.duration))")
    #expect(found.warnings.isEmpty, "\(found.warnings)")
  }

  @Test(arguments: ["a.mp4", "a.mkv", "a.ts", "a.mov"], [-3.0, 2.5, 600])
  func clocksThatDoNotBeginAtZeroAreSetToIt(name: String, offset: Double) throws {
    if offset < 0, name != "a.mp4", name != "a.mov" { return }
    let workshop = try Workshop()
    let rate = try #require(FrameRate(25))
    try workshop.write("in.y4m", Numbered.y4m(50, rate: rate))
    try workshop.write("in.wav", Noise.wav(Noise.samples(96_000)))
    let shift = offset < 0 ? "-avoid_negative_ts disabled -use_editlist 0 " : ""
    let path = try workshop.ffmpeg(
      "-i in.y4m -i in.wav -c:v libx264 -bf 2 -c:a mp2 -b:a 384k -output_ts_offset \(offset) \(shift)\(name)")
    let file = try MediaFile(path: path)
    let found = try file.info()
    #expect(found.video?.start == .zero)
    #expect(abs((found.duration?.seconds ?? 0) - 2) < 0.08)
    let reader = try VideoReader(file)
    for index in [0, 1, 20, 49, 3] {
      #expect(Numbered.number(in: try reader.frame(at: rate.time(ofFrame: Int64(index)))) == index)
    }
    guard offset > 0 else { return }
    let sound = try AudioReader(file).read(from: 0, frameCount: 96_000)
    let original = Noise.samples(96_000).map { Float($0) / 32768 }
    let drift = SoundTests.shift(sound, original, around: 40_000)
    #expect(abs(drift) <= 48, "a clock of milliseconds rounds: \(drift)")
  }

  @Test func editListsCutTheBeginning() throws {
    let workshop = try Workshop()
    let rate = try #require(FrameRate(25))
    try workshop.write("in.y4m", Numbered.y4m(100, rate: rate))
    try workshop.ffmpeg("-i in.y4m -c:v libx264 -g 50 -bf 2 a.mp4")
    // Copying from the middle of a group keeps what comes before in the file, hidden by an edit list.
    let path = try workshop.ffmpeg("-ss 1.2 -i a.mp4 -c copy b.mp4")
    let file = try MediaFile(path: path)
    let reader = try VideoReader(file)
    for index in [0, 1, 2, 30, 69, 5, 0] {
      #expect(Numbered.number(in: try reader.frame(at: rate.time(ofFrame: Int64(index)))) == index + 30)
    }
    #expect(try file.info().video?.duration == rate.time(ofFrame: 70))
  }

  @Test func soundThatBeginsLateLeavesSilence() throws {
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(Noise.samples(48_000)))
    let path = try workshop.ffmpeg("\(Self.picture) -itsoffset 0.5 -i in.wav -c:v libx264 -bf 0 -c:a pcm_s16le a.mov")
    let sound = try AudioReader(MediaFile(path: path)).read(from: 0, frameCount: 72_000)
    #expect(sound.samples[0..<24_000].allSatisfy { $0 == 0 })
    #expect(sound.samples[24_000] == Float(Noise.samples(1)[0]) / 32768)
  }

  // MARK: What is there

  @Test func aCoverIsNoVideo() throws {
    let workshop = try Workshop()
    // Noise, so that it is larger than what FFmpeg probes.
    try workshop.ffmpeg("-f lavfi -i nullsrc=s=1200x900,geq=random(1)*255:128:128 -frames:v 1 -q:v 1 cover.jpg")
    for name in ["a.mp3", "a.m4a", "a.flac"] {
      let path = try workshop.ffmpeg(
        "\(Self.sound) -i cover.jpg -map 0 -map 1 -c:v copy -disposition:v attached_pic \(name)")
      let file = try MediaFile(path: path)
      let found = try file.info()
      #expect(found.video == nil && found.audio != nil && found.warnings.isEmpty, "\(name)")
      #expect(abs((found.duration?.seconds ?? 0) - 2) < 0.03, "\(name) \(String(describing: found.duration))")
      #expect(throws: CodecError.self) { try VideoReader(file) }
    }
  }

  @Test func picturesNeedNoSound() throws {
    let found = try info("\(Self.picture) -c:v libx264 a.mp4")
    #expect(found.audio == nil)
    #expect(found.video?.duration == Time(ticks: 2, rate: 1))
    #expect(found.warnings.isEmpty)
  }

  @Test(arguments: ["a.png", "a.jpg", "a.webp", "a.bmp", "a.tiff", "a.ppm"]) func stillsHaveNoLength(name: String)
    throws
  {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i color=0x336699:s=20x10 -frames:v 1 \(name)")
    let file = try MediaFile(path: path)
    let found = try file.info()
    #expect(found.duration == nil && found.video?.isStill == true && found.audio == nil)
    #expect(try file.still().size == Size(width: 20, height: 10))
    #expect(try VideoReader(file).frame(at: Time(ticks: 100, rate: 1)).size == Size(width: 20, height: 10))
  }

  @Test func anAnimationIsNoStill() throws {
    let moving = try info("-f lavfi -i testsrc=s=32x32:r=10:d=1 a.gif")
    #expect(moving.video?.isStill == false && moving.duration == Time(ticks: 1, rate: 1))
    #expect(try info("-f lavfi -i testsrc=s=32x32 -frames:v 1 a.gif").video?.isStill == true)
  }
}
