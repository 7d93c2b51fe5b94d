import Media
package import Worker

/// A clip that a remix may take hold of.
package struct Part: Hashable, Sendable {
  package let name: String
  package let place: Place
  /// Nil if the clip has no end of its own.
  package let seconds: Double?
  /// Through which posts an inherited part is reached, `old/`; empty for the recipe's own.
  package var origin = ""

  package init(name: String, place: Place, seconds: Double?) {
    (self.name, self.place, self.seconds) = (name, place, seconds)
  }

  /// What an edit calls it: `card`, `old/card`.
  package var path: String { origin + name }
  package var isInherited: Bool { !origin.isEmpty }
}
