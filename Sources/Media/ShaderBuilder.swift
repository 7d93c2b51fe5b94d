/// Collects the steps of a shader: equal ones are kept once, and what constants alone say is said as a constant.
package struct ShaderBuilder {
  package private(set) var steps: [Shader.Step] = []
  /// Of them, those that do something.
  package private(set) var operationCount = 0
  private var places: [Shader.Step: Int] = [:]

  package init() {}

  /// The step's place.
  package mutating func add(_ step: Shader.Step) -> Int {
    if let place = places[step] { return place }
    steps.append(step)
    places[step] = steps.count - 1
    if !step.operands.isEmpty { operationCount += 1 }
    return steps.count - 1
  }

  package mutating func constant(_ number: Float) -> Int { add(.constant(number + 0)) }

  /// - Precondition: as many operands as the operation takes.
  package mutating func add(_ operation: Shader.Operation, _ operands: [Int]) -> Int {
    let constants = operands.compactMap { constant(at: $0) }
    if constants.count == operands.count, let number = operation.folded(constants) { return self.constant(number) }
    if let same = unchanged(operation, operands) { return same }
    return add(.operation(operation, operation.isCommutative ? operands.sorted() : operands))
  }

  /// The number at a place, if it is one.
  package func constant(at place: Int) -> Float? {
    if case .constant(let number) = steps[place] { number } else { nil }
  }

  /// The operand that comes out as it was: nothing is added to it, or it is taken once.
  private func unchanged(_ operation: Shader.Operation, _ operands: [Int]) -> Int? {
    switch operation {
    case .add, .multiply:
      let neutral: Float = operation == .add ? 0 : 1
      if constant(at: operands[0]) == neutral { return operands[1] }
      return constant(at: operands[1]) == neutral ? operands[0] : nil
    case .subtract: return constant(at: operands[1]) == 0 ? operands[0] : nil
    case .divide: return constant(at: operands[1]) == 1 ? operands[0] : nil
    case .select: return operands[1] == operands[2] ? operands[1] : nil
    default: return nil
    }
  }

  /// The shader of a colour: what it does not need is dropped, and the rest numbered as a walk from the colour meets it, so
  /// that what says the same is the same.
  package func shader(_ color: [Int]) -> Shader? {
    var order: [Shader.Step] = []
    var fresh: [Int: Int] = [:]
    func keep(_ place: Int) {
      fresh[place] = order.count
      order.append(steps[place].reading { fresh[$0] ?? 0 })
    }
    let needed = places(for: color)
    if let time = places[.time], needed.contains(time) { keep(time) }
    for place in needed where fresh[place] == nil { keep(place) }
    return Shader(steps: order, color: color.compactMap { fresh[$0] })
  }

  /// Those that a colour is made of, each after its operands. No recursion: depth comes from outside.
  private func places(for color: [Int]) -> [Int] {
    var (found, isFound): ([Int], Set<Int>) = ([], [])
    var walk = color.reversed().map { (place: $0, isEntered: false) }
    while let (place, isEntered) = walk.popLast() {
      guard !isFound.contains(place) else { continue }
      if isEntered {
        found.append(place)
        isFound.insert(place)
      } else {
        walk.append((place, true))
        walk += steps[place].operands.reversed().map { ($0, false) }
      }
    }
    return found
  }
}

extension Shader.Step {
  fileprivate func reading(_ fresh: (Int) -> Int) -> Shader.Step {
    switch self {
    case .time, .x, .y, .constant: self
    case .operation(let operation, let operands): .operation(operation, operands.map(fresh))
    case .sample(let input, let channel, let x, let y):
      .sample(input: input, channel: channel, x: fresh(x), y: fresh(y))
    }
  }
}
