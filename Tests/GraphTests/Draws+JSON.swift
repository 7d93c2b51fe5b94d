import Claims
import Graph

extension Draws {
  /// Any JSON value.
  ///
  /// - Parameter number: Draws its numbers.
  mutating func json(depth: Int = 3, number: (inout Draws) -> Double) -> CanonicalJSON {
    switch int(0...(depth > 0 ? 5 : 3)) {
    case 0: .null
    case 1: .boolean(flag())
    case 2: .number(number(&self))
    case 3: .string(text())
    case 4: .array(list(0...4) { $0.json(depth: depth - 1, number: number) })
    default:
      .object(
        Dictionary(
          list(0...4) { ($0.text(), $0.json(depth: depth - 1, number: number)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  /// A few characters, of one to four bytes each.
  mutating func text() -> String {
    String(
      String.UnicodeScalarView(
        list(0...6) { draws in
          let top = [0x7f, 0x7ff, 0xffff, 0x10_ffff][draws.int(0...3)]
          return UnicodeScalar(UInt32(draws.int(0...top))) ?? "\u{fffd}"
        }))
  }
}
