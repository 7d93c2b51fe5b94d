package import Graph

/// How long a log is, and the digest of its last line: everything before it follows from that.
///
/// Whoever remembers it elsewhere finds out if the end of the log was cut off, or all of it was written anew.
package struct Head: Hashable, Sendable {
  /// Lines.
  package let count: Int
  package let digest: Digest

  package init(count: Int, digest: Digest) {
    (self.count, self.digest) = (count, digest)
  }

  /// That of a log without lines.
  static let start = Head(count: 0, digest: Digest(of: "reprise-consent-log/1".utf8))

  func followed(by line: LogLine) -> Head { Head(count: count + 1, digest: line.digest) }
}

extension Head: CustomStringConvertible {
  /// `17 sha256:…`
  package var description: String { "\(count) sha256:\(digest)" }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), count >= 0, parts[1].hasPrefix("sha256:"),
      let digest = Digest(hexadecimal: parts[1].dropFirst(7))
    else { return nil }
    self.init(count: count, digest: digest)
    guard description == text else { return nil }
  }
}
