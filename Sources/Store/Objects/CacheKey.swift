package import Graph

/// What a drawn thing is kept under: the digest of everything that it follows from.
package struct CacheKey: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Encoded pictures of one segment.
    case picture
    /// Samples of one segment.
    case sound
    /// An encoded track of the whole.
    case track
    /// What a media file outside the store is, by everything that changes when the file does.
    case file
  }

  package let kind: Kind
  package let digest: Digest

  package init(_ kind: Kind, _ digest: Digest) {
    (self.kind, self.digest) = (kind, digest)
  }
}

extension CacheKey: CustomStringConvertible {
  package var description: String { "\(kind.rawValue) \(digest)" }
}
