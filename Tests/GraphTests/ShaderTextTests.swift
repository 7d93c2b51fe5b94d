import Claims
import Media
import Testing

@testable import Graph

extension Draws {
  /// Some steps, each of earlier ones.
  fileprivate mutating func shader() -> Shader? {
    var builder = ShaderBuilder()
    var places = [builder.add(.x)]
    for _ in 0..<int(0...20) {
      let operands = (0..<3).map { _ in one(of: places) }
      switch int(0...3) {
      case 0: places.append(builder.add(one(of: [.time, .y])))
      case 1: places.append(builder.constant(Float(bitPattern: UInt32(number(upTo: 0x7f7f_ffff)))))
      case 2:
        places.append(builder.add(.sample(input: int(0...7), channel: int(0...3), x: operands[0], y: operands[1])))
      default:
        let operation = one(of: Shader.Operation.allCases)
        places.append(builder.add(operation, Array(operands.prefix(int(operation.arity)))))
      }
    }
    return builder.shader((0..<4).map { _ in one(of: places) })
  }
}

@Suite struct ShaderTextTests {
  @Test func whatIsWrittenReadsAsTheSame() throws {
    try always(runs: 1000) {
      $0.shader()
    } holds: { shader in
      guard let shader else { return false }
      return try Shader(shader.text) == shader
    }
  }

  @Test func aShaderIsReadable() throws {
    let text = "t; x; add 0 1; sin 2; 0.5; y; r0 1 5; color 3 3 6 4"
    let shader = try Shader(text)
    #expect(shader.steps.count == 7)
    #expect(shader.steps[4] == .constant(0.5))
    #expect(shader.steps[6] == .sample(input: 0, channel: 0, x: 1, y: 5))
  }

  @Test(
    arguments: [
      "", "x", "color", "color 0 0 0 0", "x; color 0 0 0", "x; color 0 0 0 1", "x; sin 1; color 0 0 0 0",
      "x; sin 0 0; color 0 0 0 0", "x; sine 0; color 0 0 0 0", "x;sin 0; color 0 0 0 0", "x ; color 0 0 0 0",
      "x; color 0 0 0 0 ", "x; color 0 0 0 0; x", "x; t; color 0 0 0 0", "0.50; color 0 0 0 0", "+1; color 0 0 0 0",
      "nan; color 0 0 0 0", "inf; color 0 0 0 0", "1e99; color 0 0 0 0", "0x1p3; color 0 0 0 0", "x; x; color 00 0 0 0",
      "x; r8 0 0; color 0 0 0 0", "x; r 0 0; color 0 0 0 0", "x; q0 0 0; color 0 0 0 0", "x; r-1 0 0; color 0 0 0 0",
      "x; sin 99999999999999999999; color 0 0 0 0", "-0; color 0 0 0 0",
    ])
  func whatIsNoShaderIsRefused(text: String) {
    #expect(throws: Shader.Mistake.self) { try Shader(text) }
  }

  @Test func aTextThatIsTooLongIsRefused() {
    let text = String(repeating: "x; ", count: 70_000) + "color 0 0 0 0"
    #expect((try? Shader(text)) == nil)
  }
}
