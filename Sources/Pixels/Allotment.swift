import Media

/// Deals registers to the steps of a shader, in the order in which they are taken.
struct Allotment {
  /// What others fill, then stage after stage; channels of one look side by side.
  let order: [Int]
  private(set) var count = 0
  private let shader: Shader
  private let stages: [ShadeProgram.Stage]
  /// For each step, the place in the order of the last that reads it; nil if its register is never free again.
  private let lastUses: [Int?]
  private let turns: [Int]
  private var registers: [Int?]
  private var free: [Int] = []

  init(_ shader: Shader, isUpright: Bool) {
    self.shader = shader
    stages = Allotment.stages(of: shader, isUpright: isUpright)
    order = Allotment.order(of: shader, stages)
    var turns = Array(repeating: 0, count: shader.steps.count)
    for (turn, place) in order.enumerated() { turns[place] = turn }
    self.turns = turns
    lastUses = Allotment.lastUses(in: shader, stages, turns)
    registers = Array(repeating: nil, count: shader.steps.count)
  }

  func stage(of place: Int) -> ShadeProgram.Stage { stages[place] }

  func register(of place: Int) -> Int { registers[place] ?? 0 }

  mutating func allot(_ place: Int) -> Int {
    let register = free.popLast() ?? count
    if register == count { count += 1 }
    registers[place] = register
    return register
  }

  /// Takes back the registers of what nobody reads after a step. Only then, so that no step writes what it reads.
  mutating func release(after place: Int) {
    for operand in Set(shader.steps[place].operands + [place]) where lastUses[operand] == turns[place] {
      free.append(register(of: operand))
    }
  }

  /// What is the same in all pixels of a run, of a row or of the picture is what is made of such alone.
  private static func stages(of shader: Shader, isUpright: Bool) -> [ShadeProgram.Stage] {
    var stages: [ShadeProgram.Stage] = []
    for step in shader.steps {
      switch step {
      case .time, .constant: stages.append(.picture)
      case .y: stages.append(isUpright ? .row : .run)
      case .x, .sample: stages.append(.run)
      case .operation(_, let operands):
        stages.append(operands.map { stages[$0] }.max { $0.rawValue < $1.rawValue } ?? .picture)
      }
    }
    return stages
  }

  private static func order(of shader: Shader, _ stages: [ShadeProgram.Stage]) -> [Int] {
    // The first look at a place brings the others along: they read nothing else.
    var looks: [[Int]: [Int]] = [:]
    for (place, step) in shader.steps.enumerated() {
      if case .sample(let input, _, let x, let y) = step { looks[[input, x, y], default: []].append(place) }
    }
    let leaves = shader.steps.indices.filter { shader.steps[$0].operands.isEmpty }
    return leaves
      + ShadeProgram.Stage.allCases.flatMap { stage in
        shader.steps.indices.filter { stages[$0] == stage && !shader.steps[$0].operands.isEmpty }.flatMap {
          place -> [Int] in
          guard case .sample(let input, _, let x, let y) = shader.steps[place] else { return [place] }
          let together = looks[[input, x, y]] ?? []
          return together.first == place ? together : []
        }
      }
  }

  private static func lastUses(in shader: Shader, _ stages: [ShadeProgram.Stage], _ turns: [Int]) -> [Int?] {
    var uses = turns.map(Optional.some)
    for (place, step) in shader.steps.enumerated() {
      for operand in step.operands {
        let isHeld = stages[operand] != stages[place]
        uses[operand] = isHeld ? nil : uses[operand].map { max($0, turns[place]) }
      }
      // What others fill is never theirs.
      if step.operands.isEmpty { uses[place] = nil }
    }
    for place in shader.color { uses[place] = nil }
    return uses
  }
}
