import Graph

// What a value holds, if it is of that type.
extension CanonicalJSON {
  var asText: String? { if case .string(let text) = self { text } else { nil } }
  var asNumber: Double? { if case .number(let number) = self { number } else { nil } }
  var asItems: [CanonicalJSON]? { if case .array(let items) = self { items } else { nil } }
  var asMembers: [String: CanonicalJSON]? { if case .object(let members) = self { members } else { nil } }
}

extension CanonicalJSON {
  /// Over many lines, for people and for programs that compare lines. Members are sorted as in the canonical text.
  var indented: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  private func write(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .array(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "[" : ",") + inner
        item.write(to: &text, indent: inner)
      }
      text += indent + "]"
    case .object(let members) where !members.isEmpty:
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (index, member) in sorted.enumerated() {
        text += (index == 0 ? "{" : ",") + inner + CanonicalJSON.string(member.key).text + ": "
        member.value.write(to: &text, indent: inner)
      }
      text += indent + "}"
    default: text += self.text
    }
  }
}
