package import Graph
package import Journal

/// Why something is not allowed: of the grants that there are, what stands against the one that came furthest.
package struct Refusal: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case cameoWithdrawn
    case withdrawnFrom(post: Digest)
    case nothingGranted
    case grantWithdrawn
    case replaced
    case grantedToOthers
    case grantedForOtherPosts
    case remixesMayNotKeep
    case medium(Medium)
    case word(String)
    case category(String)
    case notYet(from: Moment)
    case over(since: Moment)
  }

  package let reason: Reason
  /// The grant that came furthest, if there is any.
  package let grant: Digest?
}

extension Refusal: CustomStringConvertible {
  /// As a clause about the cameo: `may be used only until 2026-12-01T00:00:00.000Z`.
  package var description: String {
    switch reason {
    case .cameoWithdrawn: "was withdrawn by its owner, wherever it is"
    case .withdrawnFrom(let post): "was taken out of post \(post) and all its remixes by its owner"
    case .nothingGranted: "has not been granted to anybody"
    case .grantWithdrawn: "is no longer granted: its owner has revoked that"
    case .replaced: "is no longer granted like this: its owner has replaced the grant"
    case .grantedToOthers: "is not granted to whoever made this"
    case .grantedForOtherPosts: "is granted for other posts than this"
    case .remixesMayNotKeep: "may not be kept in remixes"
    case .medium(.picture): "may be heard, not seen"
    case .medium(.speech): "may be seen, not heard"
    case .word(let word): "may not be used with \"\(word)\""
    case .category(let category): "may not be used for \(category)"
    case .notYet(let from): "may be used only from \(from) on"
    case .over(let until): "was granted only until \(until)"
    }
  }

  /// What to do about it, as a clause.
  package var remedy: String {
    switch reason {
    case .cameoWithdrawn: "use another cameo"
    case .withdrawnFrom: "use another cameo, or another post"
    case .remixesMayNotKeep: "put another cameo in its place, or ask its owner for a grant that remixes may keep"
    case .medium(.picture): "use its voice alone"
    case .medium(.speech): "let it be silent, or give it another voice"
    case .word: "say it in other words"
    case .notYet: "wait, or ask its owner"
    case .nothingGranted, .grantWithdrawn, .replaced, .grantedToOthers, .grantedForOtherPosts, .category, .over:
      "ask its owner for a grant, or use another cameo"
    }
  }
}

extension Refusal.Reason {
  /// How far a grant came before this stood against it.
  var distance: Int {
    switch self {
    case .cameoWithdrawn, .withdrawnFrom, .nothingGranted: 0
    case .grantWithdrawn: 1
    case .replaced: 2
    case .grantedToOthers: 3
    case .grantedForOtherPosts: 4
    case .remixesMayNotKeep: 5
    case .medium: 6
    case .word: 7
    case .category: 8
    case .notYet: 9
    case .over: 10
    }
  }
}
