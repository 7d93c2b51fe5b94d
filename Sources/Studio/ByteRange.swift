/// Which bytes of a thing a request asks for: RFC 9110, 14.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  /// It begins behind the end.
  case unsatisfiable

  /// Reads a `Range` header. What makes no sense, and several ranges at once, mean the whole, as the RFC allows.
  init(header: String?, length: Int) {
    let ends = header.flatMap(ByteRange.ends)
    switch (ends?.first, ends?.last) {
    case (nil, nil): self = .whole
    case (nil, let count?): self = ByteRange.suffix(count, of: length)
    case (let first?, let last): self = ByteRange.stretch(from: first, to: last ?? .max, of: length)
    }
  }

  /// `bytes=0-499`, `bytes=500-`, `bytes=-500`.
  private static func ends(of header: String) -> (first: Int?, last: Int?)? {
    guard header.lowercased().hasPrefix("bytes=") else { return nil }
    let sides = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let numbers = sides.map(number)
    // An end that is there must be a number.
    guard zip(sides, numbers).allSatisfy({ $0.isEmpty == ($1 == nil) }) else { return nil }
    return (numbers[0], numbers[1])
  }

  /// A number too large to say is as good as any that is beyond the end.
  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits) ?? .max
  }

  private static func suffix(_ count: Int, of length: Int) -> ByteRange {
    count > 0 && length > 0 ? .part(max(0, length - count)..<length) : .unsatisfiable
  }

  private static func stretch(from first: Int, to last: Int, of length: Int) -> ByteRange {
    guard first <= last else { return .whole }
    guard first < length else { return .unsatisfiable }
    return .part(first..<min(last, length - 1) + 1)
  }
}
