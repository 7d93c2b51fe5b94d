import Graph
import Media

extension Path {
  /// As SVG writes it, in absolute numbers.
  var data: String { elements.map(\.data).joined() }
}

extension Path.Element {
  fileprivate var data: String {
    switch self {
    case .move(let end): "M\(end.data)"
    case .line(let end): "L\(end.data)"
    case .curve(let a, let b, let end): "C\(a.data) \(b.data) \(end.data)"
    case .close: "Z"
    }
  }
}

extension Path.Point {
  fileprivate var data: String { "\(CanonicalJSON.form(of: x)) \(CanonicalJSON.form(of: y))" }
}
