import Codec
import FoundationEssentials
import Graph
import Store

/// What media files are, remembered for as long as they stay it: hashing and probing a minute of a camera's video takes as
/// long as drawing a remix of it, and asking a worker about a small picture as long as the rest of an evaluation.
struct KnownFiles: Sendable {
  let cache: (any Cache)?
  /// A file may take over the worker that reads it, and what such a worker says is good for other workers alone.
  let fromWorkers: Bool

  /// A file as it was when it was asked for.
  struct Entry {
    /// Nil if it is not safe to remember the file.
    fileprivate let key: CacheKey?
    let digest: Digest
    /// What is known of it, if anything is.
    let profile: MediaProfile?
  }

  private struct Facts: Codable {
    let digest: String
    let profile: MediaProfile
  }

  func entry(for path: String) throws(RepriseError) -> Entry {
    let key = cache == nil ? nil : cacheKey(of: path)
    if let bytes = key.flatMap({ cache?.bytes(for: $0) }),
      let facts = try? JSONDecoder().decode(Facts.self, from: Data(bytes)),
      let digest = Digest(hexadecimal: facts.digest)
    {
      return Entry(key: key, digest: digest, profile: facts.profile)
    }
    return Entry(key: key, digest: try LocalFile.digest(of: path, kind: "media"), profile: nil)
  }

  /// Remembers what a file turned out to be, unless it changed meanwhile.
  func remember(_ entry: Entry, _ file: any Recording) throws {
    guard let key = entry.key, entry.profile == nil, cacheKey(of: file.path) == key else { return }
    let facts = try JSONEncoder().encode(Facts(digest: "\(entry.digest)", profile: file.profile()))
    cache?.keep(Array(facts), for: key)
  }

  /// Nil if it is not safe to remember the file.
  private func cacheKey(of path: String) -> CacheKey? {
    guard let file = FileIdentity(path: path), file.isSettled else { return nil }
    return CacheKey(
      .file, Digest(of: "\(MediaProfile.version) \(fromWorkers ? "worker" : "host") \(file) \(path)".utf8))
  }
}
