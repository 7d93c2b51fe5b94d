import Graph

/// Where what was drawn and mixed is kept, by key. Any thread may ask.
///
/// It may forget anything at any time: what is gone is made again. What it gives is whole and right, or nil.
protocol Cache: Sendable {
  func bytes(for key: CacheEntry) -> [UInt8]?
  /// Failures are the cache's own to report: the video does not need it.
  func keep(_ bytes: [UInt8], for key: CacheEntry)
  /// Which of some are at hand.
  /// What was found wrong since this was last asked, in sentences.
  func takeWarnings() -> [String]
  func known(among keys: [CacheEntry]) -> Set<CacheEntry>
}

/// What is kept under a key.
struct CacheEntry: Hashable, Sendable {
  enum Kind: String, Sendable {
    /// Encoded pictures of a segment.
    case picture
    /// Samples of a segment.
    case sound
    /// The encoded sound of a whole video, in parts.
    case track
  }

  let kind: Kind
  let key: Digest
}
