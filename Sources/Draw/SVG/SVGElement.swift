/// An element that is drawn, or that others refer to.
struct SVGElement {
  let name: String
  let line: Int
  /// In the order in which they stand.
  var attributes: [(name: String, value: String)] = []
  /// What its `style` says of its look.
  var style: [SVGProperty] = []
  /// The index after that of its last descendant; elements lie in the order of their openings.
  var end = 0

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// What holds of its look: its style before its attributes.
  func property(_ name: String) -> String? { style.last { $0.name == name }?.value ?? self[name] }
}
