import Media
package import Worker

/// A clip that a remix may take hold of.
package struct Part: Hashable, Sendable {
  package let name: String
  package let place: Place
  /// Nil if the clip has no end of its own.
  package let seconds: Double?
}
