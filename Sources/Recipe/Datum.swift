import Graph
import Worker

/// A value as it comes from a recipe.
typealias Datum = Worker.Value

extension Datum {
  var finiteNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number) where number.isFinite: number == 0 ? 0 : number
    default: nil
    }
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// What to write where a clip was wanted.
  var remedyForClip: String? {
    text == nil ? nil : "make one with video(…), image(…), audio(…) or text(…)"
  }

  /// What it is, as an error message says it: `the text "abc"`, `the number 4`, `a table`.
  var words: String {
    switch self {
    case .nil: "nil"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "the number \(number)"
    case .number(let number) where number.isNaN: "not a number (nan)"
    case .number(let number) where number.isInfinite: "infinite"
    case .number(let number): "the number \(CanonicalJSON.form(of: number))"
    case .string(let text) where text.count > 40: "the text \"\(text.prefix(40))…\""
    case .string(let text): "the text \"\(text)\""
    case .table: "a table"
    case .handle(let handle) where handle.kind == Tracer.value: "a value of a shader"
    case .handle(let handle): "a \(handle.kind)"
    case .function: "a function"
    }
  }
}
