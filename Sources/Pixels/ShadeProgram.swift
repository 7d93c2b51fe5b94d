import CPixels
package import Media

/// A shader made ready: which steps are taken once a picture, once a row, and for each run of pixels, and in which registers.
///
/// What does not differ among the pixels of a run fills its register with one number, so that no kernel needs to know. A
/// register is free again after its last use; never is one that a later stage reads.
package struct ShadeProgram: Sendable {
  enum Stage: Int, Sendable, CaseIterable { case picture, row, run }

  /// What a stage does, in order: steps, and between them looks into pictures.
  struct Course: Sendable {
    fileprivate(set) var steps: [pixels_step] = []
    fileprivate(set) var pieces: [Piece] = []
  }

  enum Piece: Sendable {
    case steps(Range<Int>)
    case sample(Sample)
  }

  struct Sample: Sendable {
    var input: Int
    var x, y: Int
    /// Where the channels go; nil for those that nobody reads.
    var channels: [Int?]
  }

  private var courses = [Course(), Course(), Course()]
  /// Registers that keep their number for good.
  private(set) var constants: [(register: Int, number: Float)] = []
  private(set) var time, x, y: Int?
  private(set) var color: [Int] = []
  private(set) var registerCount = 0
  let isOpaque: Bool
  let inputCount: Int

  /// - Parameter isUpright: Whether y is the same for all pixels of a row.
  package init(_ shader: Shader, isUpright: Bool) {
    isOpaque = shader.isOpaque
    inputCount = shader.steps.reduce(0) { if case .sample(let input, _, _, _) = $1 { max($0, input + 1) } else { $0 } }
    var allotment = Allotment(shader, isUpright: isUpright)
    for place in allotment.order { take(place, of: shader, &allotment) }
    color = shader.color.map { allotment.register(of: $0) }
    registerCount = allotment.count
  }

  private mutating func take(_ place: Int, of shader: Shader, _ allotment: inout Allotment) {
    switch shader.steps[place] {
    case .time: time = allotment.allot(place)
    case .x: x = allotment.allot(place)
    case .y: y = allotment.allot(place)
    case .constant(let number): constants.append((allotment.allot(place), number))
    case .operation(let operation, let operands):
      let registers = operands.map { allotment.register(of: $0) }
      courses[allotment.stage(of: place).rawValue].add(operation.step(allotment.allot(place), registers))
      allotment.release(after: place)
    case .sample(let input, let channel, let x, let y):
      let point = (allotment.register(of: x), allotment.register(of: y))
      let sample = Sample(input: input, x: point.0, y: point.1, channels: [nil, nil, nil, nil])
      courses[Stage.run.rawValue].add(sample, channel, allotment.allot(place))
      allotment.release(after: place)
    }
  }

  func course(_ stage: Stage) -> Course { courses[stage.rawValue] }
}

extension ShadeProgram.Course {
  fileprivate mutating func add(_ step: pixels_step) {
    var first = steps.count
    if case .steps(let before)? = pieces.last {
      first = before.lowerBound
      pieces.removeLast()
    }
    steps.append(step)
    pieces.append(.steps(first..<steps.count))
  }

  /// Channels of one look follow one another.
  fileprivate mutating func add(_ sample: ShadeProgram.Sample, _ channel: Int, _ register: Int) {
    var sample = sample
    if case .sample(let last)? = pieces.last, last.isAlike(sample), last.channels[channel] == nil {
      sample.channels = last.channels
      pieces.removeLast()
    }
    sample.channels[channel] = register
    pieces.append(.sample(sample))
  }
}

extension ShadeProgram.Sample {
  fileprivate func isAlike(_ other: Self) -> Bool { input == other.input && x == other.x && y == other.y }
}

extension Shader.Operation {
  fileprivate func step(_ register: Int, _ operands: [Int]) -> pixels_step {
    func operand(_ index: Int) -> Int32 { Int32(index < operands.count ? operands[index] : operands[0]) }
    return pixels_step(
      operation: Int32(kernel(operands.count).rawValue), d: Int32(register), a: operand(0), b: operand(1), c: operand(2)
    )
  }

  private func kernel(_ count: Int) -> pixels_operation {
    switch self {
    case .negate: pixels_step_negate
    case .abs: pixels_step_abs
    case .floor: pixels_step_floor
    case .sqrt: pixels_step_sqrt
    case .sin: pixels_step_sin
    case .cos: pixels_step_cos
    case .exp2: pixels_step_exp2
    case .log2: pixels_step_log2
    case .add: pixels_step_add
    case .subtract: pixels_step_subtract
    case .multiply: pixels_step_multiply
    case .divide: pixels_step_divide
    case .min: pixels_step_min
    case .max: pixels_step_max
    case .less: pixels_step_less
    case .atan: pixels_step_atan
    case .select: pixels_step_select
    case .hash: [pixels_step_hash_1, pixels_step_hash_2, pixels_step_hash_3][count - 1]
    }
  }
}
