/// The sections that a number of bars is divided into.
struct Form {
  private(set) var sections: [Section] = []

  init(bars: Int) {
    let intro = bars >= 24 ? 4 : bars >= 11 ? 2 : 0
    let outro = bars >= 40 ? 4 : bars >= 18 ? 2 : 0
    let unit = bars - intro - outro >= 32 ? 8 : 4
    let middle = bars - intro - outro
    let count = max(1, middle / unit)
    add(.intro, intro, 0.4)
    for index in 0..<count {
      // The bars that no section has go to the last.
      let length = index == count - 1 ? middle - unit * (count - 1) : unit
      let kind = Form.kind(index, of: count)
      add(kind, length, Form.energy(kind, at: index, of: count))
    }
    add(.outro, outro, 0.5)
  }

  private mutating func add(_ kind: Section.Kind, _ count: Int, _ energy: Double) {
    guard count > 0 else { return }
    let start = sections.last?.bars.upperBound ?? 0
    sections.append(Section(kind: kind, bars: start..<start + count, energy: energy))
  }

  /// A song's order; long pieces go round in it. The last section always brings the first tune back.
  private static func kind(_ index: Int, of count: Int) -> Section.Kind {
    let round: [Section.Kind] = [.a, .varied, .b, .varied, .rest, .a, .b, .varied]
    if index == count - 1, count > 1 { return .varied }
    if count == 3 { return [.a, .b, .varied][index] }
    return round[index % round.count]
  }

  private static func energy(_ kind: Section.Kind, at index: Int, of count: Int) -> Double {
    switch kind {
    case .a: count == 1 ? 0.75 : 0.62
    case .varied: index == count - 1 ? 1 : 0.78
    case .b: 0.88
    default: 0.45
    }
  }
}
