extension Shader {
  /// What a step does with numbers in single precision. Everything else that a recipe can say is made of these.
  package enum Operation: String, Hashable, Sendable, CaseIterable {
    case negate = "neg"
    case abs, floor, sqrt, sin, cos, exp2, log2
    case add, subtract = "sub", multiply = "mul", divide = "div", min, max
    /// 1 where the first is less than the second, elsewhere 0.
    case less
    /// The angle of (second, first).
    case atan
    /// The second where the first is not 0, elsewhere the third.
    case select
    /// From 0 up to but not including 1, by the bits of one, two or three numbers.
    case hash

    package var arity: ClosedRange<Int> {
      switch self {
      case .negate, .abs, .floor, .sqrt, .sin, .cos, .exp2, .log2: 1...1
      case .add, .subtract, .multiply, .divide, .min, .max, .less, .atan: 2...2
      case .select: 3...3
      case .hash: 1...3
      }
    }

    var isCommutative: Bool { self == .add || self == .multiply }

    /// What it makes of constants, to the bit what it makes of pixels; nil where that is for the kernels to say, or not
    /// finite.
    func folded(_ numbers: [Float]) -> Float? {
      guard let result = exact(numbers), result.isFinite else { return nil }
      // -0 and 0 have one text.
      return result + 0
    }

    private func exact(_ numbers: [Float]) -> Float? {
      let (a, b) = (numbers[0], numbers.count > 1 ? numbers[1] : 0)
      switch self {
      case .negate: return -a
      case .abs: return a.magnitude
      case .floor: return a.rounded(.down)
      case .sqrt: return a.squareRoot()
      case .add: return a + b
      case .subtract: return a - b
      case .multiply: return a * b
      case .divide: return a / b
      case .min: return a < b ? a : b
      case .max: return a > b ? a : b
      case .less: return a < b ? 1 : 0
      case .select: return a != 0 ? b : numbers[2]
      case .sin, .cos, .exp2, .log2, .atan, .hash: return nil
      }
    }
  }
}
