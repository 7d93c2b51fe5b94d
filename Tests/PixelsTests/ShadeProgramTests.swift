import Chance
import Claims
import Foundation
import Media
import Testing

@testable import Pixels

extension Draws {
  /// Some steps over pixels, each of earlier ones.
  fileprivate mutating func shader() -> Shader? {
    var builder = ShaderBuilder()
    var places = [builder.add(.x), builder.add(.y), builder.add(.time)]
    for _ in 0..<int(1...60) {
      let operation = one(of: [.add, .multiply, .subtract, .sin] + Shader.Operation.allCases)
      let operands = (0..<int(operation.arity)).map { _ in
        int(0...5) == 0 ? builder.constant(Float(real(-4...4))) : one(of: places)
      }
      places.append(builder.add(operation, operands))
    }
    return builder.shader((0..<4).map { _ in one(of: places) })
  }
}

extension Shader {
  /// Its colour at a point, by a way of doing each operation.
  fileprivate func color<N>(
    _ leaf: (Step) -> N, _ operation: (Operation, [N]) -> N
  ) -> [N] {
    var values: [N] = []
    for step in steps {
      if case .operation(let name, let operands) = step {
        values.append(operation(name, operands.map { values[$0] }))
      } else {
        values.append(leaf(step))
      }
    }
    return color.map { values[$0] }
  }
}

/// A number in double precision, and how far off single precision may be by then; infinite where it may be anything.
private struct Estimate {
  var value: Double
  var doubt: Double

  static func of(_ operation: Shader.Operation, _ v: [Estimate]) -> Estimate {
    let (a, b) = (v[0], v.count > 1 ? v[1] : Estimate(value: 0, doubt: 0))
    func made(_ value: Double, _ doubt: Double, ulps: Double = 1) -> Estimate {
      Estimate(value: value, doubt: (doubt + ulps * abs(value) * 0x1p-23 + 1e-37) * 1.0001)
    }
    let isSure = v.allSatisfy { $0.doubt < 1e3 && abs($0.value) < 1e15 }
    guard isSure else { return Estimate(value: 0, doubt: .infinity) }
    let (x, y) = (a.value, b.value)
    switch operation {
    case .negate: return Estimate(value: -x, doubt: a.doubt)
    case .abs: return Estimate(value: abs(x), doubt: a.doubt)
    case .floor:
      let isClear = floor(x - a.doubt) == floor(x + a.doubt)
      return Estimate(value: floor(x), doubt: isClear ? 0 : a.doubt + 1)
    case .sqrt:
      return x > 2 * a.doubt ? made(sqrt(x), a.doubt / sqrt(x - a.doubt)) : Estimate(value: 0, doubt: .infinity)
    case .sin: return made(sin(x), a.doubt, ulps: 4)
    case .cos: return made(cos(x), a.doubt, ulps: 4)
    case .exp2:
      return abs(x) < 100 && a.doubt < 1
        ? made(exp2(x), exp2(x) * a.doubt * 2, ulps: 4) : .init(value: 0, doubt: .infinity)
    case .log2:
      return x > 2 * a.doubt ? made(log2(x), 3 * a.doubt / x, ulps: 6) : Estimate(value: 0, doubt: .infinity)
    case .add: return made(x + y, a.doubt + b.doubt)
    case .subtract: return made(x - y, a.doubt + b.doubt)
    case .multiply: return made(x * y, abs(x) * b.doubt + abs(y) * a.doubt + a.doubt * b.doubt)
    case .divide:
      guard abs(y) > 2 * b.doubt else { return Estimate(value: 0, doubt: .infinity) }
      return made(x / y, (a.doubt + abs(x / y) * b.doubt) / (abs(y) - b.doubt))
    case .min: return Estimate(value: Swift.min(x, y), doubt: Swift.max(a.doubt, b.doubt))
    case .max: return Estimate(value: Swift.max(x, y), doubt: Swift.max(a.doubt, b.doubt))
    case .less:
      return Estimate(value: x < y ? 1 : 0, doubt: abs(x - y) > a.doubt + b.doubt || a.doubt + b.doubt == 0 ? 0 : 1)
    case .atan:
      // The angle is unsure by what the point is off, and jumps where it is half a turn.
      let far = hypot(x, y), off = a.doubt + b.doubt
      guard far > 3 * off, x > off || abs(y) > off else { return Estimate(value: 0, doubt: .infinity) }
      return made(Foundation.atan2(x, y), 2 * off / far, ulps: 6)
        .guarded(against: y < b.doubt && abs(x) <= a.doubt)
    case .select:
      let isClear = abs(x) > a.doubt || a.doubt == 0
      return isClear ? (x != 0 ? b : v[2]) : Estimate(value: 0, doubt: .infinity)
    case .hash:
      guard v.allSatisfy({ $0.doubt == 0 }) else { return Estimate(value: 0.5, doubt: 0.5) }
      return Estimate(value: Double(ShadeTwin.hash(v.map { Float($0.value) })), doubt: 0)
    }
  }

  private func guarded(against isUnsure: Bool) -> Estimate {
    isUnsure ? Estimate(value: 0, doubt: .infinity) : self
  }
}

@Suite struct ShadeProgramTests {
  private static let canvas = Area(columns: 0..<600, rows: 0..<4)

  /// Red, green, blue, alpha of a pixel, as working pixels say them: 16384 is one.
  private static func encoded(_ color: [Float]) -> [Int] {
    func unit(_ v: Float) -> Float { v > 0 ? (v < 1 ? v : 1) : 0 }
    let alpha = Int(unit(color[3]) * 16_384 + 0.5)
    return color.prefix(3).map { Int(unit($0) * Float(alpha) + 0.5) - alpha / 2 } + [alpha]
  }

  private static func rows(_ shader: Shader, seconds: Double, _ frame: Affine) -> ShadeRows? {
    ShadeRows(
      ShadeProgram(shader, isUpright: frame.b == 0), seconds: seconds, inputs: [], frame: frame, in: canvas)
  }

  private func pixels(_ rows: ShadeRows, row: Int, columns: Range<Int>) -> [[Int]] {
    let memory = RowMemory(width: columns.count, rowCount: 4)
    _ = rows.read(row: row, columns: columns, into: memory.pixels(0))
    return (0..<columns.count).map { x in (0..<4).map { Int(memory.row($0)[x]) } }
  }

  /// Where the middle of a pixel lies in the clip, as rows count it.
  private static func point(_ inverse: Affine, _ column: Int, _ row: Int) -> (x: Float, y: Float) {
    func place(_ across: Double, _ down: Double, _ start: Double) -> Float {
      Float(across / 2 + down * (Double(row) + 0.5) + start) + Float(column) * Float(across)
    }
    return (place(inverse.a, inverse.c, inverse.tx), place(inverse.b, inverse.d, inverse.ty))
  }

  private static func leaf(_ step: Shader.Step, _ x: Float, _ y: Float, _ time: Float) -> Float {
    switch step {
    case .time: time
    case .x: x
    case .y: y
    case .constant(let number): number
    default: 0
    }
  }

  private static let frames = [
    Affine.identity, .scale(0.5, 0.5), .scale(2, 1.5), .translation(7.25, -3),
    Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 20, ty: 5),
  ]

  /// Stages, registers and their reuse change nothing: to the bit.
  @Test func aProgramIsItsShaderStepByStep() throws {
    try always(runs: 400) {
      ($0.shader(), $0.one(of: Self.frames), $0.real(0...9))
    } holds: { shader, frame, seconds in
      guard let shader, let inverse = frame.inverse, let rows = Self.rows(shader, seconds: seconds, frame) else {
        return false
      }
      return [0, 3, 1].allSatisfy { row in
        let found = pixels(rows, row: row, columns: 250..<530)
        return [250, 251, 505, 506, 529].allSatisfy { column in
          let point = Self.point(inverse, column, row)
          let color = shader.color {
            Self.leaf($0, point.x, point.y, Float(seconds))
          } _: {
            ShadeTwin.value($0, $1)
          }
          return found[column - 250] == Self.encoded(color)
        }
      }
    }
  }

  @Test func singlePrecisionIsNoFurtherOffThanItMustBe() throws {
    try always(runs: 400) {
      $0.shader()
    } holds: { shader in
      guard let shader, let rows = Self.rows(shader, seconds: 1.5, .identity) else { return false }
      let found = pixels(rows, row: 2, columns: 0..<600)
      return stride(from: 0, to: 600, by: 7).allSatisfy { column in
        let color = shader.color { step in
          Estimate(value: Double(Self.leaf(step, Float(column) + 0.5, 2.5, 1.5)), doubt: 0)
        } _: {
          Estimate.of($0, $1)
        }
        guard color.allSatisfy({ $0.doubt < 1 }) else { return true }
        let pixel = found[column].map { Double($0) / 16_384 }
        let straight = color.map { Swift.min(Swift.max($0.value, 0), 1) }
        return (0..<4).allSatisfy { channel in
          let wanted = channel < 3 ? straight[channel] * straight[3] : straight[3]
          let value = channel < 3 ? pixel[channel] + Double(found[column][3] / 2) / 16_384 : pixel[3]
          return abs(value - wanted) <= color[channel].doubt + color[3].doubt + 1.5e-4
        }
      }
    }
  }

  @Test func whatDoesNotDifferAlongARowIsDoneOnce() throws {
    let shader = try #require(
      Shader(
        steps: [
          .time, .operation(.sin, [0]), .y, .operation(.cos, [2]), .operation(.multiply, [1, 3]), .x,
          .operation(.add, [4, 5]),
        ], color: [6, 6, 6, 6]))
    let program = ShadeProgram(shader, isUpright: true)
    #expect(ShadeProgram.Stage.allCases.map { program.course($0).steps.count } == [1, 2, 1])
    let turned = ShadeProgram(shader, isUpright: false)
    #expect(ShadeProgram.Stage.allCases.map { turned.course($0).steps.count } == [1, 0, 3])
  }

  @Test func registersAreUsedAgain() throws {
    var builder = ShaderBuilder()
    var value = builder.add(.x)
    for _ in 0..<1000 { value = builder.add(.sin, [builder.add(.add, [value, builder.add(.x)])]) }
    let shader = try #require(builder.shader([value, value, value, value]))
    #expect(ShadeProgram(shader, isUpright: true).registerCount <= 5)
  }

  @Test func bandsDoNotShow() throws {
    var random = SplitMix()
    let shader = try #require(
      Shader(steps: [.x, .y, .operation(.multiply, [0, 1]), .operation(.sin, [2])], color: [3, 0, 3, 3]))
    let frame = Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 20, ty: 5)
    let rows = try #require(Self.rows(shader, seconds: 0, frame))
    let whole = pixels(rows, row: 1, columns: 0..<600)
    for _ in 0..<20 {
      let first = Int.random(in: 0..<599, using: &random), end = Int.random(in: first + 1...600, using: &random)
      #expect(pixels(rows, row: 1, columns: first..<end) == Array(whole[first..<end]), "seed \(random.seed)")
    }
  }
}
