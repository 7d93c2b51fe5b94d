package import Graph

/// What was found when a post was verified with everything before it.
package struct Verification: Hashable, Sendable {
  package enum Check: String, Hashable, Sendable, CaseIterable {
    /// The bytes match the id.
    case digest
    /// The manifest is well formed, within bounds and canonical.
    case manifest
    /// The seal is the author's, and belongs under the manifest.
    case seal
    /// What it pins is there, and whole.
    case pins
    /// The posts that it remixes are there.
    case lineage
  }

  /// How far to look.
  package enum Extent: Int, Comparable, Sendable {
    /// Manifests, seals and lineage.
    case lineage
    /// And whether pinned objects are there.
    case presence
    /// And whether they are whole.
    case content

    package static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
  }

  package struct Failure: Hashable, Sendable {
    package let check: Check
    /// The post, perhaps one far up the chain.
    package let post: Digest
    package let error: StoreError
  }

  /// The post, if it could be read.
  package internal(set) var post: Post?
  /// How many posts were looked at.
  package internal(set) var count = 0
  /// The first hundred; looking ends there.
  package internal(set) var failures: [Failure] = []

  package var isValid: Bool { failures.isEmpty }

  package func failures(of check: Check) -> [Failure] { failures.filter { $0.check == check } }
}
