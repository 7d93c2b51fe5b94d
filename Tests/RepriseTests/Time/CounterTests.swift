import Foundation
import Graph
import Media
import Plan
import Props
import Render
import Testing

@testable import Reprise

/// Which pictures of a film show when: ffmpeg makes a film whose pictures carry their number, as eight bars that are
/// bits, and the numbers are read back from what is drawn.
@Suite struct CounterTests {
  private static let bars = 8
  /// 240 pictures at 30 a second.
  private static let film: Result<Workshop, any Error> = Result {
    let workshop = try Workshop()
    let bit = "gt(bitand(N\\,pow(2\\,floor(X/16)))\\,0)"
    try workshop.ffmpeg(
      "-f lavfi -i color=black:s=128x32:r=30:d=8 -vf geq=lum=16+219*\(bit):cb=128:cr=128 -pix_fmt yuv420p"
        + " -c:v libx264 -crf 8 -g 12 -bf 2 count.mp4")
    return workshop
  }

  /// The luma of the bars of each picture that a recipe shows.
  private func bars(_ clip: String) throws -> [[Double]] {
    let folder = try Self.film.get().folder.path(percentEncoded: false)
    let composition = try Runtime().evaluate(
      Recipe(source: "local v = video 'count.mp4' return \(clip)", folder: folder))
    let compositor = Compositor(Scene(composition.graph), footage: composition.shelf)
    return try (0..<composition.frameCount).map { index in
      try compositor.frame(index).withPlane(0) { bytes, stride in
        (0..<Self.bars).map { (Double(bytes[16 * stride + 16 * $0 + 8]) - 16) / 219 }
      }
    }
  }

  private func numbers(_ clip: String) throws -> [Int] {
    try bars(clip).map { bars in bars.enumerated().reduce(0) { $0 + ($1.element > 0.5 ? 1 << $1.offset : 0) } }
  }

  @Test func theFilmCounts() throws {
    #expect(try numbers("v") == Array(0..<240))
  }

  @Test func aRampShowsThePicturesOfItsIntegral() throws {
    // From 1 to a quarter in 60 pictures: after k of them, k - k² / 160 pictures of the film; then a quarter each.
    let expected = (0..<870).map { k in k < 60 ? (160 * k - k * k) / 160 : (150 + k - 60) / 4 }
    #expect(try numbers("v:speed { [0] = 1, [2] = 0.25 }") == expected)
  }

  @Test func aRampUpShowsThePicturesOfItsIntegral() throws {
    // From 1 to 3 between the 30th and the 90th: k + (k - 30)² / 60.
    let expected = (0..<130).map { k in
      k < 30 ? k : k < 90 ? (60 * k + (k - 30) * (k - 30)) / 60 : 150 + 3 * (k - 90)
    }
    #expect(try numbers("v:speed { [1] = 1, [3] = 3 }").prefix(120) == expected.prefix(120))
  }

  @Test func aFunctionOfTimeIsARamp() throws {
    #expect(
      try numbers("v:speed(function(t) return 1 + t / 2 end):lasting(3)")
        == numbers("v:speed { [0] = 1, [10] = 6 }:lasting(3)"))
  }

  @Test func aReversedRampRunsBackFromItsEnd() throws {
    // A flick before each; below half of the speed that is less than half a flick of the film, which is rounded away.
    let expected = (1...120).reversed().map { k in
      k <= 40 ? (160 * k - k * k - 1) / 160 : k < 60 ? (160 * k - k * k) / 160 : (150 + k - 60) / 4
    }
    #expect(try numbers("v:speed { [0] = 1, [2] = 0.25 }:lasting(4):reverse()") == expected)
  }

  @Test func aRampMaySitInsideAnother() throws {
    #expect(try numbers("v:speed { [0] = 2, [1] = 2 }:speed(0.5)") == Array(0..<240))
  }

  @Test func thereAndBack() throws {
    #expect(try numbers("v:trim(0, 0.5):pingpong()") == Array(0..<15) + Array(0..<15).reversed())
    #expect(
      try numbers("v:trim(0, 0.1):pingpong():loop(2)") == [0, 1, 2, 2, 1, 0, 0, 1, 2, 2, 1, 0])
  }

  @Test func fewPicturesASecondAreHeld() throws {
    #expect(try numbers("v:framerate(10):lasting(1)") == (0..<30).map { ($0 + 1) / 3 * 3 })
  }

  @Test func aBlendLiesWhereTheInstantDoes() throws {
    // A fifth of the speed: between two pictures there are four mixtures.
    let found = try bars("v:framerate(30, 'blend'):speed(0.2):lasting(2)")
    for (frame, bars) in found.enumerated() {
      let (number, share) = (frame / 5, Double(frame % 5) / 5)
      for (bit, value) in bars.enumerated() {
        func one(_ number: Int) -> Double { Double(number >> bit & 1) }
        #expect(abs(value - one(number) * (1 - share) - one(number + 1) * share) < 0.02, "frame \(frame), bar \(bit)")
      }
    }
  }
}
