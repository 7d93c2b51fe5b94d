import Foundation
import Props
import Reprise
import Testing

/// Files that say of their colours what the canvas's are not: from the file to the picture.
@Suite struct SourceColorTests {
  /// Grey of a code of ten bits, in a file that says so.
  private func grey(_ code: Int, _ transfer: String, in workshop: Workshop) throws -> [UInt8] {
    let source = "color=s=64x64:d=0.2:r=10,format=yuv420p10le,geq=lum=\(code):cb=512:cr=512"
    let tags = "log-level=error:lossless=1:colorprim=bt2020:transfer=\(transfer):colormatrix=bt2020nc:range=limited"
    try workshop.ffmpeg("-f lavfi -i \(source) -c:v libx265 -x265-params \(tags) a.mp4")
    let recipe = Recipe(source: "return video('a.mp4')", folder: workshop.path(""))
    let picture = try Runtime().evaluate(recipe).picture(at: .zero)
    return picture.withPlane(0) { bytes, bytesPerRow in Array(bytes[32 * bytesPerRow + 128..<32 * bytesPerRow + 131]) }
  }

  /// 100 cd/m² lie below the knee: (100 / 203) ^ (1 / 2.4) of the way to white. Beyond 1000 all is white.
  @Test(arguments: [(64, 0), (64 + 445, 190), (64 + 659, 255), (940, 255)])
  func perceptualQuantizerIsShownInOrdinaryRange(code: Int, wanted: Int) throws {
    let found = try grey(code, "smpte2084", in: Workshop())
    #expect(found.allSatisfy { abs(Int($0) - wanted) <= 1 }, "\(found)")
  }

  /// Half of the signal is 1000 (1/12)^1.2 = 50.7 cd/m²; white of 75 % is where PQ has it.
  @Test(arguments: [(64, 0), (502, 143), (940, 255)])
  func hybridLogGammaIsShownInOrdinaryRange(code: Int, wanted: Int) throws {
    let found = try grey(code, "arib-std-b67", in: Workshop())
    #expect(found.allSatisfy { abs(Int($0) - wanted) <= 1 }, "\(found)")
  }
}
