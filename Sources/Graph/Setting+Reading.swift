package import Media

// What a parameter holds, if it is of that type. The language's table is checked before a node is made, so where a parameter
// is there and of another type, the mistake is ours.
extension Setting {
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  package var time: Time? { if case .time(let time) = self { time } else { nil } }
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var color: Color? { if case .color(let color) = self { color } else { nil } }
  package var digest: Digest? { if case .digest(let digest) = self { digest } else { nil } }
  package var list: [Setting]? { if case .list(let values) = self { values } else { nil } }
  package var record: [String: Setting]? { if case .record(let members) = self { members } else { nil } }

  /// A list of pairs.
  package var points: [SIMD2<Double>]? {
    list?.compactMap { pair in
      guard let numbers = pair.list?.compactMap(\.number), numbers.count == 2 else { return nil }
      return SIMD2(numbers[0], numbers[1])
    }
  }

  /// A number counts as a curve that rests.
  package var curve: Curve? {
    switch self {
    case .curve(let curve): curve
    case .number(let number): .constant(number)
    default: nil
    }
  }
}
