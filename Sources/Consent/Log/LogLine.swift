internal import Graph
internal import Journal

/// A line of the log:
/// `{"entry":{"after":"…","use":{…},"when":"2026-11-22T18:10:00.125Z"},"sum":"…"}`, or with `grant` or `revocation`.
///
/// It is canonical JSON, so everything but the body stands at a fixed place from one of the ends, and a log is checked without
/// reading the bodies. `sum` is the SHA-256 of the entry's bytes, and `after` the sum of the line before.
struct LogLine {
  enum Kind: String, CaseIterable {
    case grant, revocation, use
  }

  let after: Digest
  let kind: Kind
  let body: ArraySlice<UInt8>
  let when: Moment
  /// That of the entry.
  let digest: Digest

  /// A line is not longer: a use in a post that remixes 10 000 others.
  static let most = 4 << 20

  /// Nil if any byte of it is not as it was written.
  init?(_ line: ArraySlice<UInt8>) {
    var rest = line
    guard rest.drop(#"{"entry":"#), rest.dropEnd(#""}"#) else { return nil }
    let sum = rest.takeLast(64)
    guard rest.dropEnd(#","sum":""#) else { return nil }
    digest = Digest(of: rest)
    guard "\(digest)".utf8.elementsEqual(sum), rest.drop(#"{"after":""#) else { return nil }
    guard let after = Digest(hexadecimal: rest.takeFirst(64)), rest.drop(#"",""#) else { return nil }
    guard rest.dropEnd(#""}"#), let when = Moment(utf8: rest.takeLast(24)), rest.dropEnd(#","when":""#) else {
      return nil
    }
    guard let kind = Kind.allCases.first(where: { rest.drop("\($0.rawValue)\":") }) else { return nil }
    (self.after, self.kind, self.when, body) = (after, kind, when, rest)
  }

  /// Writes a line, without its end.
  static func bytes(_ kind: Kind, _ body: [UInt8], at when: Moment, after digest: Digest) -> [UInt8] {
    let entry = Array(#"{"after":"\#(digest)","\#(kind.rawValue)":"#.utf8) + body + #","when":"\#(when)"}"#.utf8
    return Array(#"{"entry":"#.utf8) + entry + #","sum":"\#(Digest(of: entry))"}"#.utf8
  }
}

/// Cutting pieces off either end.
extension ArraySlice<UInt8> {
  fileprivate mutating func drop(_ text: String) -> Bool {
    guard starts(with: text.utf8) else { return false }
    removeFirst(text.utf8.count)
    return true
  }

  fileprivate mutating func dropEnd(_ text: String) -> Bool {
    guard suffix(text.utf8.count).elementsEqual(text.utf8) else { return false }
    removeLast(text.utf8.count)
    return true
  }

  fileprivate mutating func takeFirst(_ count: Int) -> Self {
    defer { self = dropFirst(count) }
    return prefix(count)
  }

  fileprivate mutating func takeLast(_ count: Int) -> Self {
    defer { self = dropLast(count) }
    return suffix(count)
  }
}
