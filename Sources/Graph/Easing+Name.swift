extension Easing {
  /// The easings that have a name without arguments, in the order in which the reference lists them.
  package static let named: [(name: String, easing: Easing)] = css + penner

  private static let css: [(name: String, easing: Easing)] = [
    ("linear", .linear),
    ("ease", bezier(0.25, 0.1, 0.25, 1)),
    ("ease-in", bezier(0.42, 0, 1, 1)),
    ("ease-out", bezier(0, 0, 0.58, 1)),
    ("ease-in-out", bezier(0.42, 0, 0.58, 1)),
    ("step-start", .steps(count: 1, jump: .start)),
    ("step-end", .steps(count: 1, jump: .end)),
  ]

  private static let penner: [(name: String, easing: Easing)] = PennerCurve.allCases.flatMap { curve in
    PennerDirection.allCases.map { ($0.rawValue + curve.rawValue.capitalizedFirst, .penner(curve, $0)) }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: named.map { ($0.name, $0.easing) })

  private static func bezier(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Easing {
    CubicBezier(x1, y1, x2, y2).map(Easing.cubicBezier) ?? .linear
  }

  /// Reads a name (`ease-out`, `outBack`, `easeOutBack`), or a CSS function: `cubic-bezier(…)`, `steps(…)`, `linear(…)`.
  package init?(_ text: String) {
    let name = text.filter { $0 != " " }
    if let easing = Easing.byName[name] ?? Easing.byName[Easing.withoutEasePrefix(name)] {
      self = easing
      return
    }
    guard name.last == ")", let open = name.firstIndex(of: "(") else { return nil }
    // `linear(0, 0.5 20%)` tells its numbers apart by blanks, so arguments are taken from the text as it came.
    guard let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")") else { return nil }
    let arguments = text[text.index(after: start)..<end].split(separator: ",", omittingEmptySubsequences: false)
    switch name[..<open] {
    case "cubic-bezier": self.init(bezier: arguments)
    case "steps": self.init(steps: arguments)
    case "linear": self.init(stops: arguments)
    default: return nil
    }
  }

  private static func withoutEasePrefix(_ name: String) -> String {
    guard name.hasPrefix("easeIn") || name.hasPrefix("easeOut") else { return name }
    return name.dropFirst(4).prefix(1).lowercased() + name.dropFirst(5)
  }

  private init?(bezier arguments: [Substring]) {
    let numbers = arguments.compactMap { Double($0.trimmingBlanks) }
    guard arguments.count == 4, numbers.count == 4 else { return nil }
    guard let curve = CubicBezier(numbers[0], numbers[1], numbers[2], numbers[3]) else { return nil }
    self = .cubicBezier(curve)
  }

  private init?(steps arguments: [Substring]) {
    guard (1...2).contains(arguments.count), let count = Int(arguments[0].trimmingBlanks) else { return nil }
    let word = arguments.count == 2 ? String(arguments[1].trimmingBlanks) : "jump-end"
    let alias = ["start": "jump-start", "end": "jump-end"][word] ?? word
    guard let jump = StepJump(rawValue: alias) else { return nil }
    guard count >= (jump == .none ? 2 : 1), count <= 10_000 else { return nil }
    self = .steps(count: count, jump: jump)
  }

  /// CSS Easing Functions Level 2, section 2.2.1: stops without a place are spread evenly between their neighbours.
  private init?(stops arguments: [Substring]) {
    var outputs: [(output: Double, input: Double?)] = []
    for argument in arguments {
      let words = argument.split(separator: " ")
      let numbers = words.filter { $0.last != "%" }.compactMap { Double($0) }
      let places = words.filter { $0.last == "%" }.compactMap { Double($0.dropLast()) }
      guard numbers.count == 1, places.count <= 2, numbers.count + places.count == words.count else { return nil }
      guard (numbers + places).allSatisfy({ abs($0) <= Easing.reach }) else { return nil }
      outputs += places.isEmpty ? [(numbers[0], nil)] : places.map { (numbers[0], $0 / 100) }
    }
    guard outputs.count >= 2 else { return nil }
    self = .stops(Easing.spread(outputs))
  }

  private static func spread(_ stops: [(output: Double, input: Double?)]) -> [LinearStop] {
    var inputs = stops.map(\.input)
    inputs[0] = inputs[0] ?? 0
    inputs[inputs.count - 1] = inputs[inputs.count - 1] ?? 1
    var largest = -Double.infinity
    for (index, input) in inputs.enumerated() {
      guard let input else { continue }
      largest = max(largest, input)
      inputs[index] = largest
    }
    var known = 0
    for index in inputs.indices {
      guard let end = inputs[index] else { continue }
      let start = inputs[known] ?? end
      for between in known..<index where inputs[between] == nil {
        inputs[between] = start + (end - start) * Double(between - known) / Double(index - known)
      }
      known = index
    }
    return zip(stops, inputs).map { LinearStop(output: $0.output, input: $1 ?? 0) }
  }

  /// The one text of an easing in a graph.
  package var canonicalName: String {
    if let known = Easing.named.first(where: { $0.easing == self }) { return known.name }
    func form(_ number: Double) -> String { CanonicalJSON.form(of: number) }
    switch self {
    case .cubicBezier(let c): return "cubic-bezier(\([c.x1, c.y1, c.x2, c.y2].map(form).joined(separator: ", ")))"
    case .steps(let count, let jump): return "steps(\(count), \(jump.rawValue))"
    case .stops(let stops):
      return "linear(\(stops.map { "\(form($0.output)) \(form($0.input * 100))%" }.joined(separator: ", ")))"
    case .linear, .penner: return "linear"
    }
  }
}
