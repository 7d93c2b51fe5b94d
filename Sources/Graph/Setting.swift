package import Media

/// What a parameter of a node holds.
package enum Setting: Hashable, Sendable {
  case flag(Bool)
  case number(Double)
  case time(Time)
  case text(String)
  case color(Color)
  case digest(Digest)
  case curve(Curve)
  case list([Setting])
  case record([String: Setting])
}

extension Setting {
  /// Times are written as seconds: the shortest decimal that reads back as the same flick (exact below 10⁶ s).
  package var json: CanonicalJSON {
    switch self {
    case .flag(let flag): .boolean(flag)
    case .number(let number): .number(number)
    case .time(let time): .number(time.seconds)
    case .text(let text): .string(text)
    case .color(let color): .string(color.hexadecimal)
    case .digest(let digest): .string("sha256:\(digest)")
    case .curve(let curve): curve.json
    case .list(let values): .array(values.map(\.json))
    case .record(let members): .object(members.mapValues(\.json))
    }
  }
}

extension Curve {
  fileprivate var json: CanonicalJSON {
    switch self {
    case .constant(let value): .number(value)
    case .keyframes(let keys):
      .object([
        "keys": .array(
          keys.map { .array([.number($0.time.seconds), .number($0.value), .string($0.easing.canonicalName)]) })
      ])
    case .samples(let rate, let first, let values):
      .object([
        "rate": .string("\(rate)"), "first": .number(Double(first)),
        "samples": .array(values.map(CanonicalJSON.number)),
      ])
    }
  }
}
