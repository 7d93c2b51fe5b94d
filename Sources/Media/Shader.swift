/// What becomes of a pixel, as a list of single numbers: each step is made of earlier ones, and four of them are its colour.
///
/// There are no branches and no loops, so every pixel takes the same steps, and a run of pixels takes them side by side.
package struct Shader: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// Seconds of the clip's own clock. If it is there, it is the first.
    case time
    /// The middle of the pixel, in pixels of the clip from its left top corner.
    case x, y
    case constant(Float)
    case operation(Operation, [Int])
    /// Red, green, blue or opacity of another picture at a place of the same clip.
    case sample(input: Int, channel: Int, x: Int, y: Int)
  }

  package let steps: [Step]
  /// Places of red, green, blue and opacity: straight colours, coded as video codes them, from 0 to 1.
  package let color: [Int]

  /// Far more than a recipe may say by default, and few enough to be held.
  package static let mostSteps = 65_536
  package static let mostInputs = 8

  /// Nil if a step has too few or too many operands, reads a later one, or is no finite number.
  package init?(steps: [Step], color: [Int]) {
    guard steps.count <= Shader.mostSteps, color.count == 4, color.allSatisfy(steps.indices.contains),
      steps.enumerated().allSatisfy({ $1.isSound(at: $0) })
    else { return nil }
    (self.steps, self.color) = (steps, color)
  }

  package var readsTime: Bool { steps.first == .time }

  /// Whether it covers everything, wherever it is.
  package var isOpaque: Bool {
    if case .constant(let opacity) = steps[color[3]] { opacity >= 1 } else { false }
  }
}

extension Shader.Step {
  /// The steps that it is made of.
  package var operands: [Int] {
    switch self {
    case .time, .x, .y, .constant: []
    case .operation(_, let operands): operands
    case .sample(_, _, let x, let y): [x, y]
    }
  }

  fileprivate func isSound(at place: Int) -> Bool {
    guard operands.allSatisfy((0..<place).contains) else { return false }
    switch self {
    case .time: return place == 0
    case .x, .y: return true
    case .constant(let number): return number.isFinite
    case .operation(let operation, let operands): return operation.arity.contains(operands.count)
    case .sample(let input, let channel, _, _):
      return (0..<Shader.mostInputs).contains(input) && (0..<4).contains(channel)
    }
  }
}
