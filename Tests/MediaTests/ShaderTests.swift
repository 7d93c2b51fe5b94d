import Media
import Testing

@Suite struct ShaderTests {
  /// A shader whose colour is one number.
  private func grey(_ make: (inout ShaderBuilder) -> Int) -> Shader? {
    var builder = ShaderBuilder()
    let value = make(&builder)
    return builder.shader([value, value, value, value])
  }

  @Test func equalStepsAreOne() {
    let shader = grey {
      let (x, y) = ($0.add(.x), $0.add(.y))
      let (a, b) = ($0.add(.add, [x, y]), $0.add(.add, [y, x]))
      return $0.add(.multiply, [a, b])
    }
    #expect(shader?.steps.count == 4)
  }

  @Test func constantsAreFolded() {
    let shader = grey {
      let (two, three) = ($0.constant(2), $0.constant(3))
      let sum = $0.add(.add, [two, three])
      return $0.add(.max, [$0.add(.sqrt, [$0.constant(16)]), sum])
    }
    #expect(shader?.steps == [.constant(5)])
  }

  /// A quotient by nothing, and what only the kernels know, are left to them.
  @Test func whatIsNotFiniteOrNotExactIsNotFolded() {
    #expect(grey { $0.add(.divide, [$0.constant(1), $0.constant(0)]) }?.steps.count == 3)
    #expect(grey { $0.add(.sin, [$0.constant(1)]) }?.steps.count == 2)
  }

  @Test func whatChangesNothingLeavesNoTrace() {
    for make: (inout ShaderBuilder, Int) -> Int in [
      { $0.add(.add, [$1, $0.constant(0)]) }, { $0.add(.multiply, [$0.constant(1), $1]) },
      { $0.add(.subtract, [$1, $0.constant(-0)]) }, { $0.add(.divide, [$1, $0.constant(1)]) },
      { $0.add(.select, [$0.add(.y), $1, $1]) },
    ] {
      #expect(grey { make(&$0, $0.add(.x)) }?.steps == [.x])
    }
  }

  @Test func whatNobodyNeedsIsDropped() {
    let shader = grey {
      let (x, unused) = ($0.add(.x), $0.add(.time))
      _ = $0.add(.sin, [unused])
      return $0.add(.cos, [x])
    }
    #expect(shader?.steps == [.x, .operation(.cos, [0])])
    #expect(shader?.readsTime == false)
  }

  @Test func timeComesFirst() {
    let shader = grey {
      let x = $0.add(.x)
      return $0.add(.add, [x, $0.add(.time)])
    }
    #expect(shader?.steps.first == .time)
    #expect(shader?.readsTime == true)
  }

  @Test(
    arguments: [
      ([.operation(.sin, [0])], [0, 0, 0, 0]), ([.x, .operation(.sin, [1])], [0, 0, 0, 0]),
      ([.x, .operation(.add, [0])], [0, 0, 0, 0]), ([.x, .operation(.sin, [-1])], [0, 0, 0, 0]),
      ([.constant(.nan)], [0, 0, 0, 0]), ([.constant(.infinity)], [0, 0, 0, 0]), ([.x, .time], [0, 0, 0, 0]),
      ([.x], [0, 0, 0]), ([.x], [0, 0, 0, 1]), ([.x], [0, 0, 0, -1]), ([], [0, 0, 0, 0]),
      ([.x, .sample(input: 8, channel: 0, x: 0, y: 0)], [0, 0, 0, 0]),
      ([.x, .sample(input: 0, channel: 4, x: 0, y: 0)], [0, 0, 0, 0]),
      ([.x, .sample(input: -1, channel: 0, x: 0, y: 0)], [0, 0, 0, 0]),
    ] as [([Shader.Step], [Int])])
  func whatIsUnsoundIsNoShader(steps: [Shader.Step], color: [Int]) {
    #expect(Shader(steps: steps, color: color) == nil)
  }

  @Test func whatIsTooLongIsNoShader() {
    #expect(Shader(steps: Array(repeating: .x, count: Shader.mostSteps), color: [0, 0, 0, 0]) != nil)
    #expect((Shader(steps: Array(repeating: .x, count: Shader.mostSteps + 1), color: [0, 0, 0, 0]) == nil))
  }
}
