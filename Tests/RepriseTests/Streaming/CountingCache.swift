import Store
import Synchronization

@testable import Reprise

/// A cache that counts which pictures it is given.
final class CountingCache: Cache {
  private let memory = MemoryCache()
  private let kept = Mutex<[CacheKey: Int]>([:])

  /// How often pictures were drawn, by segment.
  var drawings: [Int] { kept.withLock { $0.filter { $0.key.kind == .picture }.map(\.value) } }

  func bytes(for key: CacheKey) -> [UInt8]? { memory.bytes(for: key) }
  func known(among keys: [CacheKey]) -> Set<CacheKey> { memory.known(among: keys) }
  func takeWarnings() -> [String] { [] }

  func keep(_ bytes: [UInt8], for key: CacheKey) {
    kept.withLock { $0[key, default: 0] += 1 }
    memory.keep(bytes, for: key)
  }
}
