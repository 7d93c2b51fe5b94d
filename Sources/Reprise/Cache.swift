import Store

/// Where what was drawn and mixed is kept, by key. Any thread may ask.
///
/// It may forget anything at any time: what is gone is made again. What it gives is whole and right, or nil.
protocol Cache: Sendable {
  func bytes(for key: CacheKey) -> [UInt8]?
  /// Failures are the cache's own to report: the video does not need it.
  func keep(_ bytes: [UInt8], for key: CacheKey)
  /// Which of some are at hand.
  func known(among keys: [CacheKey]) -> Set<CacheKey>
  /// What was found wrong since this was last asked, in sentences.
  func takeWarnings() -> [String]
}
