/// A property of CSS and what it is set to.
struct SVGProperty: Hashable {
  var name: String
  var value: String
}
