import Store
import Synchronization

@testable import Reprise

/// A cache that lasts as long as a test.
final class MemoryCache: Cache {
  private let kept = Mutex<[CacheKey: [UInt8]]>([:])

  func bytes(for key: CacheKey) -> [UInt8]? { kept.withLock { $0[key] } }
  func keep(_ bytes: [UInt8], for key: CacheKey) { kept.withLock { $0[key] = bytes } }
  func takeWarnings() -> [String] { [] }
  func known(among keys: [CacheKey]) -> Set<CacheKey> {
    kept.withLock { kept in Set(keys.filter { kept[$0] != nil }) }
  }

  /// Does something to everything that is kept.
  func change(_ body: (inout [UInt8]) -> Void) {
    kept.withLock { kept in for key in kept.keys { body(&kept[key, default: []]) } }
  }
}
