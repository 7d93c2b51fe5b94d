package import Graph

/// Whether a cameo may be used as was asked.
package enum Verdict: Hashable, Sendable {
  case allowed(Permission)
  case refused(Refusal)

  package var isAllowed: Bool {
    if case .allowed = self { true } else { false }
  }
}

/// Why something is allowed, and how.
package struct Permission: Hashable, Sendable {
  package enum Basis: Hashable, Sendable {
    /// It is the owner's own.
    case ownership
    case grant(Digest)
  }

  package let basis: Basis
  /// Whether pictures need not say to the eye that the cameo is one. A file's metadata says it always.
  package let waivesMark: Bool
}
