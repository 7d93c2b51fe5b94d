import Graph
import Media
import Prompt
import Worker

/// Checks what a word was called with against its entry in the language, and says what is wrong with it.
///
/// A word may be called in three ways: by place, `trim(0, 2)`; by name, `canvas { width = 640 }`; or by place with the
/// rest by name, `text("Hello", { size = 96 })`, also written `text { "Hello", size = 96 }`.
struct ArgumentReader {
  let word: Word
  /// Of the recipe that says the word.
  let evaluation: Evaluation
  /// The clip that a value stands for.
  let clip: (Datum) -> Int?
  /// How many pixels 100 % of a parameter are.
  let whole: (Parameter) -> Double?
  /// The number that moves.
  let progress: (Datum) -> Progress?
  private var arguments = Arguments()
  /// The parameters that came by place.
  private var placed: Set<String> = []

  init(
    _ word: Word, in evaluation: Evaluation, clip: @escaping (Datum) -> Int?,
    progress: @escaping (Datum) -> Progress?, whole: @escaping (Parameter) -> Double?
  ) {
    (self.word, self.evaluation) = (word, evaluation)
    (self.clip, self.progress, self.whole) = (clip, progress, whole)
  }

  mutating func read(_ given: [Datum]) throws(RecipeError) -> Arguments {
    var (placed, named) = sorted(given)
    if word.takesClips {
      for (index, datum) in placed.enumerated() {
        arguments.list.append(try readClip(datum, as: "clip \(index + 1)"))
      }
      placed = []
    }
    try readPlaced(placed)
    try readNamed(named)
    try fillIn()
    return arguments
  }

  /// Takes apart what came by place and what came by name.
  private func sorted(_ given: [Datum]) -> (placed: [Datum], named: [Table.Field]) {
    guard case .table(let table)? = given.last else { return (given, []) }
    let isNamed = (table.array.isEmpty || !table.fields.isEmpty) && !isMovement(table)
    let isOptions = given.count == 1 ? !isValue(table) : isNamed
    guard isOptions else { return (given, []) }
    return (given.dropLast() + table.array, table.fields)
  }

  /// Whether a lone table is the first parameter itself (keyframes) rather than a list of parameters.
  private func isValue(_ table: Table) -> Bool {
    guard let first = word.parameters.first, case .curve = first.type else { return false }
    let isList = word.parameters.count == 1 ? table.array.count > 1 : first.name == "x" && table.isOfPoints
    return isMovement(table) || isList
  }

  /// Keyframes have times for keys, or an easing, unless that is a name of the word's own.
  private func isMovement(_ table: Table) -> Bool {
    table.fields.contains { field in
      switch field.key {
      case .integer, .number: true
      case .string("ease"): !word.parameters.contains { $0.name == "ease" }
      default: false
      }
    }
  }

  private mutating func readPlaced(_ placed: [Datum]) throws(RecipeError) {
    if try readCorner(placed) { return }
    var rest = (word.takesPoints ? placed.flatMap(\.coordinates) : placed)[...]
    for parameter in word.parameters {
      guard let datum = rest.first else { return }
      let items = rest.prefix { parameter.type.isList(of: $0) }
      rest = rest.dropFirst(max(1, items.count))
      guard items.count < 2 else {
        try place(parameter, .table(Table(array: Array(items))))
        continue
      }
      if datum != .nil { try place(parameter, datum) }
    }
    guard rest.isEmpty else {
      let most = word.parameters.count
      throw fault(.wrongType, "\(placed.count) values came", remedy: "it takes at most \(most)")
    }
  }

  /// `at("bottom right")`: that corner of the clip in that corner of the canvas.
  private mutating func readCorner(_ placed: [Datum]) throws(RecipeError) -> Bool {
    guard word.node == .at, placed.count == 1, case .string(let name) = placed[0], Language.anchors.contains(name)
    else {
      return false
    }
    for parameter in word.parameters.prefix(3) {
      let isDown = parameter.name == "y"
      let side = name.split(separator: " ").first { isDown == ["top", "bottom"].contains($0) }
      try place(parameter, .string(parameter.name == "anchor" ? name : side.map(String.init) ?? "center"))
    }
    return true
  }

  private mutating func readNamed(_ named: [Table.Field]) throws(RecipeError) {
    for field in named {
      guard case .string(let name) = field.key else {
        throw fault(.unknownName, "a value came under \(field.key.words)", remedy: "give it a name: \(names)")
      }
      guard let parameter = word.parameters.first(where: { $0.name == name }) else {
        throw fault(.unknownName, "there is no \"\(name)\"", remedy: hint(for: name))
      }
      guard !placed.contains(name) else {
        throw fault(.wrongType, "\(name) came by place and by name", remedy: "give it once")
      }
      try set(parameter, field.value)
    }
  }

  private var names: String { word.parameters.map(\.name).joined(separator: ", ") }

  private func hint(for name: String) -> String {
    guard !word.parameters.isEmpty else { return word.takesClips ? "it takes clips" : "it takes nothing" }
    return Suggestion.remedy(for: name, among: word.parameters.map(\.name)) ?? "it takes \(names)"
  }

  private mutating func fillIn() throws(RecipeError) {
    for parameter in word.parameters where !arguments.has(parameter.name) {
      if let preset = parameter.preset {
        arguments.values[parameter.name] = preset
        arguments.presets.insert(parameter.name)
      } else if !parameter.isOptional {
        throw fault(.missing, "\(parameter.name) is missing", wanted: parameter.type.wanted)
      }
    }
  }

  private mutating func place(_ parameter: Parameter, _ datum: Datum) throws(RecipeError) {
    placed.insert(parameter.name)
    try set(parameter, datum)
  }

  private mutating func set(_ parameter: Parameter, _ datum: Datum) throws(RecipeError) {
    let name = parameter.name
    if case .passage = parameter.type, case .function(let function) = datum { return arguments.makers[name] = function }
    switch parameter.type {
    case .clip: arguments.clips[name] = try readClip(datum, as: name)
    case .clips(let range): arguments.list = try readClips(datum, parameter, range)
    case .shader: arguments.makers[name] = try readFunction(datum, parameter)
    case .curve(let range, let unit): try setCurve(parameter, datum, range, unit)
    case .settings: arguments.settings = try EditReader(word: word.name, parameter: parameter).settings(datum)
    case .edits: arguments.edits = try EditReader(word: word.name, parameter: parameter).edits(datum)
    case .namedClips: arguments.namedClips = try readNamedClips(datum, parameter)
    case .words: arguments.words = try readWords(datum, parameter)
    default:
      let reader = ValueReader(word: word.name) { [whole] in whole(parameter) }
      arguments.values[name] = try reader.read(datum, as: parameter)
    }
  }

  private func readClips(_ datum: Datum, _ parameter: Parameter, _ range: ClosedRange<Int>) throws(RecipeError) -> [Int]
  {
    var items = [datum]
    if case .table(let table) = datum, table.fields.isEmpty { items = table.array }
    guard range.contains(items.count) else {
      throw fault(.outOfRange, "\(parameter.name) has \(items.count) clips", wanted: parameter.type.wanted)
    }
    var clips: [Int] = []
    for (index, item) in items.enumerated() { clips.append(try readClip(item, as: "\(parameter.name)[\(index + 1)]")) }
    return clips
  }

  private func readNamedClips(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> [String: Int] {
    guard case .table(let table) = datum, table.array.isEmpty else {
      throw fault(.wrongType, "\(parameter.name) is \(datum.words)", wanted: parameter.type.wanted)
    }
    var clips: [String: Int] = [:]
    for field in table.fields {
      guard case .string(let name) = field.key else {
        throw fault(.unknownName, "a clip came under \(field.key.words)", wanted: parameter.type.wanted)
      }
      clips[name] = try readClip(field.value, as: "\(parameter.name).\(name)")
    }
    return clips
  }

  private func readWords(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> SceneTable {
    guard case .table(let table) = datum, table.array.isEmpty else {
      throw fault(.wrongType, "\(parameter.name) is \(datum.words)", wanted: parameter.type.wanted)
    }
    return try SceneTable(table)
  }

  private func readFunction(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> FunctionReference {
    guard case .function(let reference) = datum else {
      throw fault(.wrongType, "\(parameter.name) is \(datum.words)", wanted: parameter.type.wanted)
    }
    return reference
  }

  private func readClip(_ datum: Datum, as name: String) throws(RecipeError) -> Int {
    guard let clip = clip(datum) else {
      throw fault(.wrongType, "\(name) is \(datum.words)", wanted: "a clip", remedy: datum.remedyForClip)
    }
    return clip
  }

  /// A curve may be a number, keyframes, or a function of time. A pair of curves, by place, may come as keyframes of
  /// points, or as one function with two results.
  private mutating func setCurve(
    _ parameter: Parameter, _ datum: Datum, _ range: ClosedRange<Double>, _ unit: ParameterType.Unit
  ) throws(RecipeError) {
    let partner = partner(of: parameter)
    if case .function(let reference) = datum {
      func moving(_ component: Int) -> MovingFunction {
        MovingFunction(evaluation: evaluation, reference: reference, component: component, range: range)
      }
      arguments.functions[parameter.name] = moving(0)
      if let partner, word.name == "at" { arguments.functions[partner.name] = moving(1) }
      return
    }
    if let curve = progress(datum)?.curve { return try setMoving(parameter, curve, range) }
    let measure = Measure(unit: unit) { [whole] in whole(parameter) }
    let keys = KeyframeReader(
      word: word.name, parameter: parameter.name, range: range, measure: measure, wanted: parameter.type.wanted)
    if let partner, case .table(let table) = datum, let (x, y) = table.pointKeyframes {
      arguments.values[parameter.name] = try keys.read(.table(x))
      arguments.values[partner.name] = try keys.read(.table(y))
      return
    }
    arguments.functions[parameter.name] = nil
    arguments.values[parameter.name] = try keys.read(datum)
  }

  private mutating func setMoving(_ parameter: Parameter, _ curve: Curve, _ range: ClosedRange<Double>)
    throws(RecipeError)
  {
    if let stray = curve.corners.first(where: { !range.contains($0) }) {
      let came = "\(parameter.name) comes to \(CanonicalJSON.form(of: stray))"
      throw fault(.outOfRange, came, wanted: parameter.type.wanted)
    }
    arguments.functions[parameter.name] = nil
    arguments.values[parameter.name] = curve.isConstant ? .number(curve.corners[0]) : .curve(curve)
  }

  /// The y that goes with an x by place; by name, `x = …` is x alone.
  private func partner(of parameter: Parameter) -> Parameter? {
    guard parameter.name == "x", placed.contains("x") else { return nil }
    return word.parameters.first { $0.name == "y" }
  }

  private func fault(_ code: RecipeError.Code, _ came: String, wanted: String? = nil, remedy: String? = nil)
    -> RecipeError
  {
    RecipeError(code, came, wanted: wanted, remedy: remedy, operation: word.name)
  }
}

extension Word {
  /// Whether its parameters are points, which may come as pairs: `{ {0, 0}, {1, 0} }`.
  fileprivate var takesPoints: Bool { parameters.first?.name == "x1" }
}

extension Datum {
  /// The two of a pair; of anything else, itself.
  fileprivate var coordinates: [Datum] {
    guard case .table(let table) = self, table.fields.isEmpty, table.array.count == 2 else { return [self] }
    return table.array
  }
}

extension ParameterType {
  /// Whether a value by place is one of several that this parameter takes together: `gradient("red", "gold")`.
  fileprivate func isList(of datum: Datum) -> Bool {
    switch (self, datum) {
    case (.colors, .string), (.runs, .string), (.runs, .table), (.clips, .handle): true
    case (.numbers, .integer), (.numbers, .number): true
    case (.points, .table(let table)): table.array.first?.finiteNumber != nil
    default: false
    }
  }
}
