package import Graph
package import Media

/// Where a piece's pictures or sound come from.
package enum Reference: Hashable, Sendable {
  case file(File)
  /// Made rather than recorded: a node's kind, and what it says.
  case generator(kind: String, parameters: [String: CanonicalJSON])
  /// Something that is not at hand, by what is known of it.
  case missing(String)

  package struct File: Hashable, Sendable {
    /// As people know it.
    package var name: String
    /// Relative to the cut's own place, or with a scheme.
    package var url: String
    package var kind: Kind
    /// All that there is of it, on its own clock; nil if that is not known, or has no end.
    package var available: TimeRange?
    /// Pictures a second of its own; nil if it has none.
    package var frameRate: FrameRate?
    /// SHA-256 of its content, if it is known.
    package var digest: Digest?

    package init(
      name: String, url: String, kind: Kind, available: TimeRange? = nil, frameRate: FrameRate? = nil,
      digest: Digest? = nil
    ) {
      (self.name, self.url, self.kind, self.available) = (name, url, kind, available)
      (self.frameRate, self.digest) = (frameRate, digest)
    }
  }

  package enum Kind: String, Hashable, Sendable { case video, image, audio }
}
