package import Media

/// What a graph does not say of a file: where it lies, and what people call it.
package struct Footage: Hashable, Sendable {
  package var name: String
  /// Relative to the cut's own place, or with a scheme.
  package var url: String
  /// Pictures a second of its own; nil if it has none.
  package var frameRate: FrameRate?

  package init(name: String, url: String, frameRate: FrameRate? = nil) {
    (self.name, self.url, self.frameRate) = (name, url, frameRate)
  }
}
