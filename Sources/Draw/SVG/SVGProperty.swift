/// A property of CSS and what it is set to.
struct SVGProperty: Hashable {
  var name: String
  var value: String
}

extension [SVGProperty] {
  /// Of each property what was said of it last, in the order of their names.
  var lastOfEach: [SVGProperty] {
    let last = Dictionary(map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return last.values.sorted { $0.name < $1.name }
  }
}
