internal import World

/// Copies of a role side by side: a row, a layer, or one alone.
struct Line {
  var counts = SIMD3(1, 1, 1)
  var step = Vector.zero
  /// Where the first is, from the role's middle.
  var offset = Vector.zero

  var count: Int { counts.x * counts.y * counts.z }

  /// How several things of a size stand together; `most` rows where a formation has rows.
  static func formed(_ formation: Formation?, _ count: Int, _ size: Vector) -> [Line] {
    guard count > 1 else { return [Line()] }
    return switch formation ?? .row {
    case .row: [row(count, Vector(max(size.x * 1.35, size.x + 0.02), 0, 0))]
    case .tower: [Line(counts: SIMD3(1, count, 1), step: Vector(0, size.y, 0))]
    case .pyramid: pyramid(count, size)
    case .circle: circle(count, size)
    case .heap: heap(count, size)
    }
  }

  /// About the middle.
  static func row(_ count: Int, _ step: Vector, at place: Vector = .zero) -> Line {
    Line(counts: SIMD3(count, 1, 1), step: step, offset: place - step * (Double(count - 1) / 2))
  }

  private static func pyramid(_ count: Int, _ size: Vector) -> [Line] {
    var (rows, base) = ([Line](), 1)
    while base * (base + 1) / 2 < count { base += 1 }
    var rest = count
    for height in 0..<base where rest > 0 {
      let length = min(base - height, rest)
      rows.append(row(length, Vector(size.x * 1.04, 0, 0), at: Vector(0, size.y * Double(height), 0)))
      rest -= length
    }
    return rows
  }

  /// Of pins: the point to the left, from where the ball comes.
  static func triangle(_ count: Int, _ pitch: Double) -> [Line] {
    var (rows, rest) = ([Line](), count)
    while rest > 0 {
      let length = min(rows.count + 1, rest)
      rows.append(row(length, Vector(0, 0, pitch), at: Vector(Double(rows.count) * pitch * 0.866, 0, 0)))
      rest -= length
    }
    let depth = pitch * 0.866 * Double(rows.count - 1)
    return rows.map { Line(counts: $0.counts, step: $0.step, offset: $0.offset - Vector(depth / 2, 0, 0)) }
  }

  private static func circle(_ count: Int, _ size: Vector) -> [Line] {
    let radius = max(size.x, size.z) * 1.3 * Double(count) / (2 * .pi) + max(size.x, size.z) * 0.3
    return (0..<count).map { index in
      let turn = Rotation(about: .up, by: 2 * .pi * Double(index) / Double(count))
      return Line(offset: turn(Vector(0, 0, radius)))
    }
  }

  /// A block of layers, and what is left over on top.
  private static func heap(_ count: Int, _ size: Vector) -> [Line] {
    var side = 1
    while (side + 1) * (side + 1) * (side + 1) <= count { side += 1 }
    let layers = count / (side * side)
    let rest = count - layers * side * side
    let step = Vector(size.x * 1.03, size.y * 1.01, size.z * 1.03)
    let corner = Vector(-step.x, 0, -step.z) * (Double(side - 1) / 2)
    let block = Line(counts: SIMD3(side, layers, side), step: step, offset: corner)
    guard rest > 0 else { return [block] }
    return [block, row(rest, Vector(step.x, 0, 0), at: Vector(0, step.y * Double(layers), 0))]
  }
}
