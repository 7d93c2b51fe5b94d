import Foundation
import Media

@testable import Pixels
@testable import Render

/// A table of colours: it is of finite numbers, reads as the same when it is written again, and gives every pixel a
/// colour; or it is a mistake with a line.
struct CubeHarness: Harness {
  static let name = "cube"

  static func seeds() throws -> [[UInt8]] {
    let corners = (0..<8).map { "\($0 & 1) \($0 >> 1 & 1) \($0 >> 2)\n" }.joined()
    let tones = "LUT_1D_SIZE 3\nLUT_1D_INPUT_RANGE 0 2\n0 0 0\n.5 .4 .3\n1 1 1\n"
    return try [
      [UInt8](Data(contentsOf: URL(filePath: "recipes/media/dusk.cube"))), Array(tones.utf8),
      Array("TITLE \"a\"\nLUT_3D_SIZE 2\nDOMAIN_MIN 0 0 -1\nDOMAIN_MAX 1 2 1\n\(corners)".utf8),
      Array("LUT_3D_SIZE 2\n\(tones)\(corners)".utf8),
    ]
  }

  static let words = [
    "TITLE", "LUT_1D_SIZE 2\n", "LUT_3D_SIZE 2\n", "DOMAIN_MIN ", "DOMAIN_MAX ", "LUT_1D_INPUT_RANGE ",
    "LUT_3D_INPUT_RANGE ", "65", "65536", "3.4e38", "-3.4e38", "1e-45", "0x1p-149", "nan", "inf", "1e99", "\r\n",
    "\u{2028}", "\u{301}",
  ]

  func take(_ input: [UInt8]) {
    do throws(CubeFile.Mistake) {
      let file = try CubeFile(input)
      check(file)
      claim((try? CubeFile(Array(file.text.utf8))) == file, "a table reads differently when it is written again")
      let pixels = seen(through: file)
      claim(pixels == seen(through: file), "the same pixels come out otherwise")
    } catch {
      let lines = String(decoding: input, as: UTF8.self).count(where: \.isNewline) + 1
      claim((1...lines).contains(error.line), "a mistake outside of the file: \(error)")
      claim(!error.problem.isEmpty, "a mistake says nothing")
    }
  }

  private func check(_ file: CubeFile) {
    claim(file.tones != nil || file.cube != nil, "a table of nothing")
    if let tones = file.tones {
      claim(tones.steps.count >= 2 && tones.steps.allSatisfy(\.isFinite), "steps that are no numbers")
      claim(tones.low.isFinite && tones.high.isFinite && all(tones.low .< tones.high), "a strange range: \(tones)")
    }
    if let cube = file.cube {
      claim((2...CubeFile.mostCorners).contains(cube.size), "a cube of \(cube.size)")
      claim(cube.corners.count == cube.size * cube.size * cube.size, "corners are missing")
      claim(cube.corners.allSatisfy { SIMD3($0.x, $0.y, $0.z).isFinite && $0.w == 0 }, "corners that are no numbers")
      claim(cube.low.isFinite && cube.high.isFinite && all(cube.low .< cube.high), "a strange range: \(cube)")
    }
  }

  /// What becomes of pixels of all sorts: each colour is between nothing and its alpha.
  private func seen(through file: CubeFile) -> [Int16] {
    let canvas = Area(Self.picture.size)
    let band = Band(area: canvas)
    Painter(Cel(Self.picture, clip: canvas).lookedUp(in: file, amount: 1), clip: canvas).paint(over: band)
    var seen: [Int16] = []
    for y in canvas.rows {
      let row = band.row(y, from: 0)
      for x in canvas.columns {
        let alpha = row.alpha[x]
        let pixel = (0..<3).map { row[$0][x] + alpha >> 1 }
        claim(pixel.allSatisfy { (-1...alpha + 1).contains($0) }, "\(pixel) of \(alpha)")
        seen += pixel
      }
    }
    return seen
  }

  /// Every colour and transparency of four steps each.
  private static let picture: Frame = {
    let size = Size(width: 64, height: 4)
    let steps: [UInt8] = [0, 1, 128, 255]
    let storage = FrameStorage(size: size, format: .rgba8)
    for (x, y) in (0..<64).flatMap({ x in (0..<4).map { (x, $0) } }) {
      let pixel = [steps[x & 3], steps[x >> 2 & 3], steps[x >> 4], steps[y]]
      let plane = storage.planes[0]
      (plane.base + y * plane.bytesPerRow + 4 * x).copyMemory(from: pixel, byteCount: 4)
    }
    return Frame(size: size, format: .rgba8, color: .srgb, alpha: .straight, storage: storage)
  }()
}

extension CubeFile {
  /// The table as a file, its numbers as short as they read back the same.
  fileprivate var text: String {
    let low = tones?.low ?? cube?.low ?? .zero, high = tones?.high ?? cube?.high ?? .one
    let sizes =
      (tones.map { ["LUT_1D_SIZE \($0.steps.count)"] } ?? []) + (cube.map { ["LUT_3D_SIZE \($0.size)"] } ?? [])
    let rows = (tones?.steps ?? []) + (cube?.corners ?? []).map { SIMD3($0.x, $0.y, $0.z) }
    let domain = ["DOMAIN_MIN \(low.text)", "DOMAIN_MAX \(high.text)"]
    return (sizes + domain + rows.map(\.text)).joined(separator: "\n")
  }
}

extension SIMD3<Float> {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }
  fileprivate var text: String { "\(x) \(y) \(z)" }
}
