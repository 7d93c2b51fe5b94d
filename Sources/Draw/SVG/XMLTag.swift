/// The opening of an element.
struct XMLTag {
  let name: XMLName
  let attributes: [(name: XMLName, value: String)]
  let line: Int

  subscript(name: String) -> String? { attributes.first { $0.name == XMLName(space: "", local: name) }?.value }
}
