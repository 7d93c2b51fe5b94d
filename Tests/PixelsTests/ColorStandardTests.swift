import Media
import Testing

@testable import Pixels

/// The numbers that standards print.
@Suite struct ColorStandardTests {
  @Test(arguments: ColorDescription.Primaries.allCases)
  func primariesBecomeTheCanvassAsPublished(primaries: ColorDescription.Primaries) {
    let found = ColorMatrix(from: primaries).rows.map { [$0.x, $0.y, $0.z] }
    for (row, wanted) in zip(found, ColorBook.matrix(primaries)) {
      #expect(zip(row, wanted).allSatisfy { abs($0 - $1) < 1e-4 })
      #expect(abs(row.reduce(0, +) - 1) < 1e-9, "white stays white")
    }
  }

  /// BT.2408 table 1 and BT.2100: what 100, 203, 1000 and 10 000 cd/m² are in PQ.
  @Test(arguments: [(0.0, 0.0), (100, 0.50808), (203, 0.58069), (1000, 0.75183), (4000, 0.90257), (10_000, 1)])
  func perceptualQuantizerIsThatOfTheStandard(light: Double, code: Double) {
    #expect(abs(HighDynamicRange.pq(ofLight: light) - code) < 1e-5)
    #expect(abs(HighDynamicRange.light(ofPQ: HighDynamicRange.pq(ofLight: light)) - light) < 1e-6 * max(light, 1))
  }

  /// BT.2408: 75 % of HLG is white of 203 cd/m² on a display of 1000, and half of the signal is a twelfth of the scene.
  @Test func hybridLogGammaIsThatOfTheStandard() {
    func shown(_ code: Double) -> Double {
      let scene = HighDynamicRange.sceneLight(ofHLG: code)
      return scene * HighDynamicRange.systemGain(scene)
    }
    #expect(abs(HighDynamicRange.sceneLight(ofHLG: 0.5) - 1.0 / 12) < 1e-9)
    #expect(abs(HighDynamicRange.sceneLight(ofHLG: 1) - 1) < 1e-6)
    #expect(abs(shown(0.75) - 203) < 0.5)
    #expect(abs(shown(1) - 1000) < 0.01)
    #expect(shown(0) == 0)
  }

  @Test func lightBeyondWhiteIsLedBackAsPublished() {
    var last = -1.0
    for step in 0...2000 {
      let light = Double(step)
      let mapped = HighDynamicRange.mapped(light)
      #expect(abs(mapped - ColorBook.eetf(light)) < 1e-6 * max(light, 1))
      #expect(mapped >= last && mapped <= 203 + 1e-9)
      last = mapped
    }
    #expect(HighDynamicRange.mapped(80) == 80, "below the knee nothing changes")
    #expect(abs(HighDynamicRange.mapped(1000) - 203) < 1e-6)
  }

  @Test func lightIsThatOfTheStandardAndComesBack() {
    for step in 0...10_000 {
      let code = Double(step) / 10_000
      #expect(abs(Light.light(ofCode: code) - ColorBook.srgbLight(code)) < 1e-12)
      #expect(abs(Light.code(ofLight: Light.light(ofCode: code)) - code) < 1e-7)
    }
    for code in [-1.4, -0.001, 1.0001, 2.3] { #expect(Light.code(ofLight: Light.light(ofCode: code)) == code) }
  }
}
