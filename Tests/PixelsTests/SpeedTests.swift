import Foundation
import Media
import Testing

@testable import Pixels

/// Milliseconds for 1920x1080, printed and never judged:
/// `REPRISE_MEASURE=1 swift test -c release -Xswiftc -enable-testing --filter SpeedTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REPRISE_MEASURE"] != nil), .serialized)
struct SpeedTests {
  private let canvas = Area(1920, 1080)
  private let pool = FramePool(size: Size(width: 1920, height: 1080), format: .yuv420p8)
  private let stills = FramePool(size: Size(width: 1920, height: 1080), format: .rgba8)
  private let film, other, small, logo: Frame

  init() {
    func wave(_ size: Size, _ phase: Int) -> Frame {
      Frame.made(size) { plane, x, y in 40 + (x * (3 + plane) / 4 + y / 2 + phase + x * y / 900) % 160 }
    }
    let size = Size(width: 1920, height: 1080)
    (film, other) = (wave(size, 0), wave(size, 99))
    small = wave(Size(width: 1280, height: 720), 0)
    logo = Frame.made(size, .rgba8, .srgb, alpha: .straight) { _, x, y in (x + y) & 255 }
  }

  /// The best of many runs of one thread, in processor time, which other programs disturb least.
  private func measure(_ name: String, _ body: () -> Void) {
    var best = Double.infinity
    for _ in 0..<40 {
      let start = clock()
      body()
      best = min(best, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
    print(name.padding(toLength: 40, withPad: " ", startingAt: 0), String(format: "%7.2f ms", best))
  }

  /// Draws a frame in bands of eight rows.
  private func draw(_ pool: FramePool, _ band: Band, _ body: () -> Void) {
    let picture = OutputPicture(from: pool)
    for top in stride(from: 0, to: 1080, by: 8) {
      band.move(to: Area(columns: canvas.columns, rows: top..<top + 8))
      body()
      band.store(into: picture)
    }
  }

  @Test func wholePictures() {
    measure("copy") { OutputPicture(from: pool).copy(from: film, area: canvas) }
    measure("mix") { OutputPicture(from: pool).mix(film, other, weight: Opacity(0.3), area: canvas) }
    measure("fill") { OutputPicture(from: pool).fill(.white, area: canvas) }
    measure("720p to 1080p without leaving YUV") {
      Painter(small, transform: .scale(1.5, 1.5), clip: canvas).copy(into: OutputPicture(from: pool), area: canvas)
    }
  }

  @Test func colors() {
    let band = Band(area: Area(1920, 8))
    for (name, primaries, transfer) in [
      ("BT.601", .bt601, .bt709), ("PQ", .bt2020, .pq), ("HLG", .bt2020, .hlg),
    ] as [(String, ColorDescription.Primaries, ColorDescription.Transfer)] {
      let color = ColorDescription(matrix: .bt2020, range: .limited, primaries: primaries, transfer: transfer)
      let wide = Frame.made(film.size, .yuv(.s420, bits: 10, alpha: false), color) { plane, x, y in
        200 + (x * (3 + plane) / 4 + y / 2) % 600
      }
      measure("load \(name), store") { draw(pool, band) { band.load(wide) } }
    }
    measure("load and store by light") {
      draw(pool, band) {
        band.load(film, in: .linear)
        band.countCodes(from: .linear)
      }
    }
    measure("load, chroma smoothed, store") {
      let painter = Painter(Cel(other, reading: Reading(smoothsChroma: true), clip: canvas), clip: canvas)
      draw(pool, band) { painter.paint(over: band) }
    }
  }

  @Test func bands() {
    let band = Band(area: Area(1920, 8))
    measure("load, store") { draw(pool, band) { band.load(film) } }
    measure("load, store as RGBA") { draw(stills, band) { band.load(film) } }
    let ramp = Gradient(.linear(x0: 0, y0: 0, x1: 1920, y1: 1080), stops: [.init(0, .black), .init(1, .white)])
    let fill = { Painter(.gradient(ramp), in: Rectangle(Size(width: 1920, height: 1080)), clip: canvas) }
    let layers: [(String, () -> Painter)] = [
      ("picture with alpha", { Painter(logo, clip: canvas) }),
      ("video at half opacity", { Painter(other, opacity: Opacity(0.5), clip: canvas) }),
      ("720p to 1080p", { Painter(small, transform: .scale(1.5, 1.5), clip: canvas) }),
      ("1080p to 540p", { Painter(film, transform: .scale(0.5, 0.5), clip: canvas) }),
      ("720p turned", { Painter(small, transform: turned(1, 1280, 720), clip: canvas) }),
      ("1080p turned, all covered", { Painter(film, transform: turned(1.5, 1920, 1080), clip: canvas) }),
      (
        "1080p by a quarter turn", { Painter(film, transform: Affine(a: 0, b: 1, c: -1, d: 0, tx: 1500), clip: canvas) }
      ),
      ("gradient", fill),
    ]
    for (name, make) in layers {
      measure("load, \(name), store") {
        let painter = make()
        draw(pool, band) {
          band.load(film)
          painter.paint(over: band)
        }
      }
    }
  }

  /// Each step 32 times a pixel.
  @Test func formulas() throws {
    let memory = RowMemory(width: 1920, rowCount: 4)
    for operation in Shader.Operation.allCases {
      var builder = ShaderBuilder()
      let x = builder.add(.x)
      let color = (0..<32).reduce(x) { value, _ in
        builder.add(operation, [value] + Array(repeating: x, count: operation.arity.upperBound - 1))
      }
      let program = ShadeProgram(try #require(builder.shader([color, color, color, color])), isUpright: true)
      measure("32 times \(operation)") {
        let rows = ShadeRows(program, seconds: 0, inputs: [], frame: .scale(0.01, 0.01), in: canvas)
        for row in canvas.rows { _ = rows?.read(row: row, columns: canvas.columns, into: memory.pixels(0)) }
      }
    }
  }

  /// By about 20 degrees about the middle of the canvas.
  private func turned(_ scale: Double, _ width: Double, _ height: Double) -> Affine {
    let (cosine, sine) = (0.94 * scale, 0.3412 * scale)
    return Affine.translation(-width / 2, -height / 2).then(
      Affine(a: cosine, b: sine, c: -sine, d: cosine, tx: 960, ty: 540))
  }
}
