internal import Graph

// What a value holds, if it is of that type.
extension CanonicalJSON {
  var asText: String? { if case .string(let text) = self { text } else { nil } }
  var asNumber: Double? { if case .number(let number) = self { number } else { nil } }
  var asWhole: Int? { asNumber.flatMap { Int(exactly: $0) } }
  var asItems: [CanonicalJSON] { if case .array(let items) = self { items } else { [] } }
  var asMembers: [String: CanonicalJSON] { if case .object(let members) = self { members } else { [:] } }

  /// A member of an object; nil if there is none, or no object.
  subscript(name: String) -> CanonicalJSON? { asMembers[name] }

  /// Whether it can be written: its numbers are finite, and not too many lists lie within one another.
  func isFinite(within depth: Int) -> Bool {
    switch self {
    case .number(let number): number.isFinite
    case .array(let items): depth > 0 && items.allSatisfy { $0.isFinite(within: depth - 1) }
    case .object(let members): depth > 0 && members.values.allSatisfy { $0.isFinite(within: depth - 1) }
    case .null, .boolean, .string: true
    }
  }
}
