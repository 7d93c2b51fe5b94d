import CPixels
import Chance
import Foundation
import Media
import Testing

@testable import Pixels

@Suite struct ShadeKernelTests {
  private static let run = Int(PIXELS_RUN)

  /// What the kernel of an operation makes of some runs.
  private func kernel(_ operation: Shader.Operation, _ operands: [[Float]]) -> [Float] {
    var builder = ShaderBuilder()
    let x = builder.add(.x)
    _ = builder.add(operation, Array(repeating: x, count: operands.count))
    let shader = Shader(
      steps: [.x, .operation(operation, Array(repeating: 0, count: operands.count))], color: [1, 1, 1, 1])
    guard let shader, let step = ShadeProgram(shader, isUpright: true).course(.run).steps.first else { return [] }
    var registers = operands.flatMap(\.self) + Array(repeating: 0, count: Self.run)
    let last = Int32(operands.count)
    let steps = [
      pixels_step(operation: step.operation, d: last, a: 0, b: min(1, last - 1), c: min(2, last - 1))
    ]
    pixels_shade(&registers, steps, 1)
    return Array(registers.suffix(Self.run))
  }

  private static let edges: [Float] = [
    0, -0, 1, -1, 0.5, -0.5, 2, .pi, -.pi, .pi / 2, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
    .leastNormalMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e8, -1e8, 8_388_607.5, 16_777_216, 128, -126, -150,
    0.41421356, 0.70710677,
  ]

  private func number(_ random: inout SplitMix) -> Float {
    switch UInt8.random(in: 0..<4, using: &random) {
    case 0: Self.edges.randomElement(using: &random) ?? 0
    case 1: Float(bitPattern: .random(in: 0...(.max), using: &random))
    default: .random(in: -20...20, using: &random)
    }
  }

  @Test(arguments: Shader.Operation.allCases) func kernelsEqualTheirTwins(operation: Shader.Operation) {
    var random = SplitMix()
    for count in operation.arity {
      for _ in 0..<60 {
        let operands = (0..<count).map { _ in (0..<Self.run).map { _ in number(&random) } }
        let found = kernel(operation, operands)
        for index in 0..<Self.run {
          let numbers = operands.map { $0[index] }
          let wanted = ShadeTwin.value(operation, numbers)
          let isSame = found[index].bitPattern == wanted.bitPattern || (found[index].isNaN && wanted.isNaN)
          guard !isSame else { continue }
          Issue.record("\(operation) of \(numbers) is \(found[index]), not \(wanted); seed \(random.seed)")
          return
        }
      }
    }
  }

  /// The most that a function is off, in units of the last place of the right result; and where that is small, of 2⁻²⁴.
  private func error(
    _ operation: Shader.Operation, _ ranges: [ClosedRange<Float>], least: Double = 0, _ exact: ([Double]) -> Double
  ) -> Double {
    var random = SplitMix(7)
    var most = 0.0
    for _ in 0..<500 {
      let operands = ranges.map { range in (0..<Self.run).map { _ in Float.random(in: range, using: &random) } }
      let found = kernel(operation, operands)
      for index in 0..<Self.run {
        let right = exact(operands.map { Double($0[index]) })
        let unit = Swift.max(Double(Float(right.magnitude).ulp), least)
        most = Swift.max(most, abs(Double(found[index]) - right) / unit)
      }
    }
    return most
  }

  /// The bounds that docs/decisions/shade.md states.
  @Test func functionsAreAsExactAsIsSaid() {
    let found: [(String, Double, Double)] = [
      ("sin ±π", error(.sin, [-.pi ... .pi]) { sin($0[0]) }, 1.5),
      ("sin ±10⁶", error(.sin, [-1e6...1e6]) { sin($0[0]) }, 1.5),
      ("cos ±π", error(.cos, [-.pi ... .pi]) { cos($0[0]) }, 1.5),
      ("cos ±10⁶", error(.cos, [-1e6...1e6]) { cos($0[0]) }, 1.5),
      ("exp2", error(.exp2, [-126...127]) { exp2($0[0]) }, 1.5),
      ("log2 near 1", error(.log2, [0.5...2]) { log2($0[0]) }, 4),
      ("log2", error(.log2, [1e-30...1e30]) { log2($0[0]) }, 1),
      ("atan", error(.atan, [-10...10, -10...10]) { atan2($0[0], $0[1]) }, 3),
    ]
    for (name, error, bound) in found {
      if ProcessInfo.processInfo.environment["REPRISE_MEASURE"] != nil { print(name, error) }
      #expect(error <= bound, "\(name): \(error)")
    }
  }

  /// The vectors of A. Appleby's function that are published for blocks of four bytes and seed 0.
  @Test func chanceIsMurmurHash3() {
    let published: [(UInt32, UInt32)] = [
      (0xffff_ffff, 0x7629_3b50), (0x8765_4321, 0xf55b_516b), (0, 0x2362_f9de),
    ]
    for (block, hash) in published { #expect(ShadeTwin.murmur([block]) == hash) }
    #expect(kernel(.hash, [Array(repeating: 0, count: Self.run)])[0] == Float(0x2362_f9de >> 8) / 16_777_216)
    // 0x87654321 is a number, too.
    let number = Float(bitPattern: 0x8765_4321)
    #expect(kernel(.hash, [Array(repeating: number, count: Self.run)])[0] == Float(0xf55b_516b >> 8) / 16_777_216)
  }

  @Test func chanceIsEvenAndItsNeighboursAreStrangers() {
    let values = (0..<Self.run * 16).map { ShadeTwin.hash([Float($0), 3]) }.map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let together = zip(values, values.dropFirst()).map { ($0 - mean) * ($1 - mean) }.reduce(0, +) / Double(values.count)
    #expect(abs(mean - 0.5) < 0.02 && abs(together) < 0.01)
  }

  @Test func coloursAreHeldAndNothingIsBlack() {
    let values: [Float] = [0, 0.5, 1, 2, -1, .nan, .infinity, -.infinity]
    let count = values.count
    let memory = RowMemory(width: count, rowCount: 4)
    let ones = [Float](repeating: 1, count: count)
    pixels_shaded(memory.pixels(0).kernelRow, values, values, values, ones, count)
    #expect((0..<count).map { memory.row(0)[$0] + 8192 } == [0, 8192, 16384, 16384, 0, 0, 16384, 0])
    pixels_shaded(memory.pixels(0).kernelRow, ones, ones, ones, values, count)
    #expect((0..<count).map { memory.row(3)[$0] } == [0, 8192, 16384, 16384, 0, 0, 16384, 0])
    #expect((0..<count).map { memory.row(0)[$0] } == [0, 4096, 8192, 8192, 0, 0, 8192, 0])
  }

  @Test func strangePlacesStayInReach() {
    let xs: [Float] = [0.25, .nan, .infinity, -.infinity, 1e30, -3]
    var (us, vs) = ([Int32](repeating: 0, count: 6), [Int32](repeating: 0, count: 6))
    pixels_points(&us, &vs, xs, xs, [1, 0, -0.5, 0, 1, 0], 6)
    #expect(us == [-64, 0, 0, 0, 256_000_000, -896])
    #expect(vs[0] == 64)
  }
}
