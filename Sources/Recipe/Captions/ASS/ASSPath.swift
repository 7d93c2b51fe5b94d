import Graph

/// A drawing, as `\p` and clips have it: commands and coordinates, written anew.
struct ASSPath: Hashable, Sendable {
  let text: String
  /// How many numbers it has.
  let coordinates: Int
  /// Its box, in its own pixels.
  let width: Double
  let height: Double

  /// What is neither a command nor a number is passed over.
  init(_ source: Substring.UnicodeScalarView) {
    var (words, numbers, rest) = ([String](), [Double](), source)
    while let next = rest.first {
      if "mnlbspc".unicodeScalars.contains(next) {
        words.append(String(next))
        rest = rest.dropFirst()
      } else if let (value, left) = ASSNumber.taken(from: rest) {
        numbers.append(min(max(value, -Self.furthest), Self.furthest))
        words.append(ASSTag.form(of: numbers[numbers.count - 1]))
        rest = left
      } else {
        rest = rest.dropFirst()
      }
    }
    (text, coordinates) = (words.joined(separator: " "), numbers.count)
    (width, height) = (Self.extent(of: numbers, from: 0), Self.extent(of: numbers, from: 1))
  }

  private static let furthest = 100_000.0

  private static func extent(of numbers: [Double], from first: Int) -> Double {
    let side = stride(from: first, to: numbers.count, by: 2).map { numbers[$0] }
    return (side.max() ?? 0) - (side.min() ?? 0)
  }
}
