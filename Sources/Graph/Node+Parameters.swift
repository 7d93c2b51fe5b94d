package import Media

// Typed reading of parameters. The language's table is checked before a node is made, so a parameter of another type is
// our own mistake.
extension Node {
  package func number(_ name: String) -> Double? {
    guard case .number(let number)? = parameters[name] else { return nil }
    return number
  }

  package func time(_ name: String) -> Time? {
    guard case .time(let time)? = parameters[name] else { return nil }
    return time
  }

  package func text(_ name: String) -> String? {
    guard case .text(let text)? = parameters[name] else { return nil }
    return text
  }

  /// False if it is absent.
  package func flag(_ name: String) -> Bool { parameters[name] == .flag(true) }

  package func color(_ name: String) -> Color? {
    guard case .color(let color)? = parameters[name] else { return nil }
    return color
  }

  package func digest(_ name: String) -> Digest? {
    guard case .digest(let digest)? = parameters[name] else { return nil }
    return digest
  }

  /// A number counts as a curve that rests.
  package func curve(_ name: String) -> Curve? {
    switch parameters[name] {
    case .curve(let curve)?: curve
    case .number(let number)?: .constant(number)
    default: nil
    }
  }
}
