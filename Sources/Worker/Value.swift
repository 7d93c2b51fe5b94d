/// What passes between a recipe and its host.
package indirect enum Value: Hashable, Sendable {
  case `nil`
  case boolean(Bool)
  case integer(Int64)
  /// Always finite when it comes from a recipe, and never -0.
  case number(Double)
  case string(String)
  case table(Table)
  case handle(Handle)
  case function(FunctionReference)
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  package init(nilLiteral: ()) { self = .nil }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
}

extension Value {
  /// The word that Lua has for it, or the kind of a handle; for error messages.
  package var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .table: "table"
    case .handle(let handle): handle.kind
    case .function: "function"
    }
  }
}
