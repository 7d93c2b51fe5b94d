import Graph
import Media
import Worker

/// Reads a number or keyframes: `{ [0] = 0, [1] = 1, ease = "outBack" }`, with `{ value, ease = … }` for one key alone.
struct KeyframeReader {
  let word: String
  let parameter: String
  let range: ClosedRange<Double>
  let measure: Measure
  let wanted: String

  func read(_ datum: Datum) throws(RecipeError) -> Setting {
    guard case .table(let table) = datum else { return .number(try number(datum, at: nil)) }
    var easing = Easing.linear
    var keys: [Key] = []
    let placed = table.array.enumerated().map { Table.Field(key: .integer(Int64($0 + 1)), value: $1) }
    for field in placed + table.fields {
      if field.key == .string("ease") {
        easing = try readEasing(field.value)
      } else {
        keys.append(try key(field.key, field.value))
      }
    }
    guard !keys.isEmpty else { throw fault("\(parameter) is a table without keyframes") }
    keys.sort { $0.time < $1.time }
    return .curve(
      .keyframes(keys.map { Curve.Keyframe(time: $0.time, value: $0.value, easing: $0.easing ?? easing) }))
  }

  private struct Key {
    var time: Time
    var value: Double
    /// Its own; nil for that of all.
    var easing: Easing?
  }

  private func key(_ key: Datum, _ value: Datum) throws(RecipeError) -> Key {
    let time = try readTime(key)
    guard case .table(let own) = value else { return Key(time: time, value: try number(value, at: time)) }
    guard let first = own.array.first, own.array.count == 1 else {
      throw fault(
        "the keyframe at \(time) has \(own.array.count) values", wanted: "one, as in { 1, ease = \"outBack\" }")
    }
    let easing = try own["ease"].map { datum throws(RecipeError) in try readEasing(datum) }
    return Key(time: time, value: try number(first, at: time), easing: easing)
  }

  private func readTime(_ key: Datum) throws(RecipeError) -> Time {
    guard let time = TimeText.time(key), time.flicks.magnitude <= Int64(longestSeconds * Double(Time.flicksPerSecond))
    else {
      throw fault("\(key.words) is no time of a keyframe", remedy: "write { [0] = 0, [1.5] = 1 }")
    }
    return time
  }

  private func readEasing(_ datum: Datum) throws(RecipeError) -> Easing {
    guard case .string(let name) = datum else {
      throw fault("ease is \(datum.words)", remedy: "write ease = \"outBack\"")
    }
    guard let easing = Easing(name) else { throw KeyframeReader.unknown(easing: name, operation: word) }
    return easing
  }

  static func unknown(easing name: String, operation: String) -> RecipeError {
    let remedy = Suggestion.remedy(for: name, among: Easing.named.map(\.name))
    return RecipeError(
      .wrongType, "there is no easing \"\(name)\"",
      remedy: remedy ?? "take a CSS or Penner name such as \"ease-out\" or \"outBack\"", operation: operation)
  }

  private func number(_ datum: Datum, at time: Time?) throws(RecipeError) -> Double {
    let instant = time.map { " at \($0)" } ?? ""
    guard let number = measure.number(datum) else {
      throw fault("\(parameter)\(instant) is \(datum.words)", wanted: wanted)
    }
    guard range.contains(number) else {
      throw fault("\(parameter)\(instant) is \(CanonicalJSON.form(of: number))", wanted: wanted, code: .outOfRange)
    }
    return number
  }

  private func fault(
    _ came: String, wanted: String? = nil, remedy: String? = nil, code: RecipeError.Code = .wrongType
  ) -> RecipeError {
    RecipeError(code, came, wanted: wanted, remedy: remedy, operation: word)
  }
}

extension Table {
  /// Keyframes of points, `{ [0] = { 0, 0.5 }, [1] = { 1, 0.5 } }`, taken apart into those of x and of y.
  var pointKeyframes: (x: Table, y: Table)? {
    guard isOfPoints else { return nil }
    func eased(_ value: Datum, _ side: Int) -> Datum {
      guard let point = value.point else { return value }
      guard let ease = point["ease"] else { return point.array[side] }
      return .table(Table(array: [point.array[side]], fields: [Table.Field(key: "ease", value: ease)]))
    }
    func table(_ side: Int) -> Table {
      Table(
        array: array.map { eased($0, side) },
        fields: fields.map { Table.Field(key: $0.key, value: eased($0.value, side)) })
    }
    return (table(0), table(1))
  }
}

extension Table {
  /// Whether each of its values, of which there are some, is a point.
  var isOfPoints: Bool {
    let values = array + fields.filter { $0.key != .string("ease") }.map(\.value)
    return !values.isEmpty && values.allSatisfy { $0.point != nil }
  }
}

extension Datum {
  fileprivate var point: Table? {
    guard case .table(let table) = self, table.array.count == 2 else { return nil }
    return table
  }
}
