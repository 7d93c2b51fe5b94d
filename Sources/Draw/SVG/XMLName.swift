/// A name and the namespace that its prefix stands for; empty for none.
struct XMLName: Hashable {
  var space: String
  var local: String
}
