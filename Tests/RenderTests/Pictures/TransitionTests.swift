import Graph
import Media
import Plan
import Sketches
import Testing

@testable import Render

/// Transitions as they are drawn, before any encoder.
struct TransitionTests {
  private static let size = Size(width: 64, height: 48)
  private static let footage = FakeFootage { asset, time in
    .noise(size, seed: FrameRate.thirty.frame(at: time) &+ (asset == Digest(of: "a".utf8) ? 0 : 1000))
  }
  private static let sketch = Sketch(64, 48)
  private static let first = sketch.video("a", time(2))
  private static let second = sketch.video("b", time(2))

  /// Every style the way it can go.
  private static let styles: [(TransitionStyle, String?)] = TransitionStyle.allCases.flatMap { style in
    style.directions.isEmpty ? [(style, nil)] : style.directions.map { (style, $0) }
  }

  /// A second of both.
  private static func joined(_ style: TransitionStyle, _ direction: String? = nil) -> Sketch.Clip {
    let matte = sketch.stack([
      sketch.solid(.black, time(1)), sketch.solid(.white, time(1)).at(.constant(1), .constant(0.5)),
    ])
    return sketch.transition(first, second, time(1), style, direction, matte: style == .luma ? matte : nil)
  }

  private static func frame(_ clip: Sketch.Clip, _ index: Int64, _ format: PixelFormat = .yuv420p8) throws -> Frame {
    try Compositor(Scene(clip.graph), footage: footage, format: format).frame(index)
  }

  @Test(arguments: styles) func itBeginsWithTheFirstAndEndsWithTheSecondToTheBit(
    style: TransitionStyle, direction: String?
  ) throws {
    let clip = Self.joined(style, direction)
    for index in [29, 30] as [Int64] {
      #expect(try Self.frame(clip, index).samples == Self.frame(Self.first, index).samples, "\(index)")
    }
    for index in [60, 61] as [Int64] {
      #expect(try Self.frame(clip, index).samples == Self.frame(Self.second, index - 30).samples, "\(index)")
    }
    let between = try Self.frame(clip, 45).samples
    #expect(try between != Self.frame(Self.first, 45).samples && between != Self.frame(Self.second, 15).samples)
  }

  @Test(arguments: [("left", 0), ("right", 0), ("up", 1), ("down", 1)]) func aPushCopiesBothPictures(
    direction: String, axis: Int
  ) throws {
    let (a, b) = (try Self.frame(Self.first, 45), try Self.frame(Self.second, 15))
    let drawn = try Self.frame(Self.joined(.push, direction), 45)
    let isBack = direction == "left" || direction == "up"
    let (width, height) = (64, 48)
    for row in 0..<height {
      for column in 0..<width {
        // Half-way, both are moved by half of the canvas.
        let (x, y) = axis == 0 ? ((column + 32) % 64, row) : (column, (row + 24) % 48)
        let isFirst = (axis == 0 ? column < 32 : row < 24) == isBack
        #expect(abs(Int(drawn.sample(0, column, row)) - Int((isFirst ? a : b).sample(0, x, y))) <= 1)
      }
    }
  }

  /// White over black: the picture is the weight itself.
  private static func weights(_ style: TransitionStyle, _ direction: String?, at index: Int64) throws -> [[Int]] {
    let clip = sketch.transition(
      sketch.solid(.black, time(2)), sketch.solid(.white, time(2)), time(1), style, direction)
    let frame = try frame(clip, index, .rgba8)
    return (0..<48).map { y in (0..<64).map { x in Int(frame.sample(0, 4 * x, y)) } }
  }

  @Test(arguments: [33, 41, 45, 52] as [Int64]) func oppositeWaysMirrorEachOther(index: Int64) throws {
    for style in [TransitionStyle.wipe, .slide, .push, .uncover] {
      let left = try Self.weights(style, "left", at: index), right = try Self.weights(style, "right", at: index)
      let up = try Self.weights(style, "up", at: index), down = try Self.weights(style, "down", at: index)
      for (row, other) in zip(left, right) { #expect(zip(row, other.reversed()).allSatisfy { abs($0 - $1) <= 1 }) }
      for (row, other) in zip(up, down.reversed()) { #expect(zip(row, other).allSatisfy { abs($0 - $1) <= 1 }) }
    }
    // What opens, run backwards, closes.
    let opening = try Self.weights(.iris, "out", at: index), closing = try Self.weights(.iris, "in", at: 90 - index)
    for (row, other) in zip(opening, closing) { #expect(zip(row, other).allSatisfy { abs($0 + $1 - 255) <= 1 }) }
  }

  @Test func aWipeIsTheFormula() throws {
    for index in [36, 45, 54] as [Int64] {
      let row = try Self.weights(.wipe, "right", at: index)[20]
      let start = Double(index - 30) / 30 * 1.1 - 0.1
      for (x, value) in row.enumerated() {
        let v = min(max(((Double(x) + 0.5) / 64 - start) / 0.1, 0), 1)
        #expect(abs(Double(value) - 255 * (1 - v * v * (3 - 2 * v))) <= 1, "\(index), \(x)")
      }
    }
  }

  @Test func anIrisReachesTheCornersLast() throws {
    let late = try Self.weights(.iris, "out", at: 57)
    #expect(late[24][32] == 255 && late[0][0] < 255 && late[0][0] == late[47][63])
    let early = try Self.weights(.iris, "out", at: 36)
    #expect(early[24][32] == 255 && early[24][0] == 0)
  }

  @Test func aClockGoesRoundFromTheTop() throws {
    let quarter = try Self.weights(.clock, nil, at: 38), most = try Self.weights(.clock, nil, at: 54)
    #expect(quarter[4][40] == 255 && quarter[40][40] == 0 && quarter[4][20] == 0)
    #expect(most[40][10] == 255 && most[2][28] == 0)
  }

  /// Inside a join that is drawn small and turned, nothing leaves its box.
  @Test func whatMovesStaysInItsCanvas() throws {
    for (style, direction) in Self.styles {
      let clip = Self.joined(style, direction).scaled(0.5)
      let frame = try Self.frame(Self.sketch.stack([Self.sketch.solid(.black, time(3)), clip]), 45, .rgba8)
      for (x, y) in [(2, 24), (61, 24), (32, 2), (32, 45), (14, 10), (49, 37)] {
        #expect((0..<3).allSatisfy { frame.sample(0, 4 * x + $0, y) == 0 }, "\(style) \(x) \(y)")
      }
    }
  }

  /// A whole film of them gives the same bits as its segments.
  @Test(arguments: styles) func segmentsAreTheWhole(style: TransitionStyle, direction: String?) throws {
    let plan = Plan(Self.joined(style, direction).graph)
    let whole = Compositor(plan.scene, footage: Self.footage)
    for segment in plan.segments {
      let part = Compositor(Scene(plan.picture(of: segment)), footage: Self.footage)
      for frame in [segment.frames.lowerBound, segment.frames.upperBound - 1] {
        let drawn = try part.frame(at: plan.time(ofFrame: frame, in: segment))
        #expect(try whole.frame(frame).samples == drawn.samples, "\(frame)")
      }
    }
  }
}
