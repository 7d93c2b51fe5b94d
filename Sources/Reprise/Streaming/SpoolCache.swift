import Codec
import Store
import Synchronization

/// A cache for as long as a stream lasts: what another cache does not take, or all where there is none, goes to a file
/// without a name.
///
/// Samples do not unless they are asked for, since the packets made of them do.
final class SpoolCache: Cache {
  private let lasting: (any Cache)?
  private let keepsSamples: Bool
  private let file: SpoolFile
  private let places = Mutex<[CacheKey: Range<Int64>]>([:])

  /// - Parameters:
  ///   - lasting: Asked first.
  ///   - folder: Where the rest takes its space: at most as much as the finished video.
  init(before lasting: (any Cache)?, keepingSamples keepsSamples: Bool = false, in folder: String) throws(CodecError) {
    (self.lasting, self.keepsSamples) = (lasting, keepsSamples)
    file = try SpoolFile(in: folder)
  }

  func bytes(for key: CacheKey) -> [UInt8]? {
    if let known = lasting?.bytes(for: key) { return known }
    guard let place = places.withLock({ $0[key] }) else { return nil }
    return try? file.read(place)
  }

  func keep(_ bytes: [UInt8], for key: CacheKey) {
    lasting?.keep(bytes, for: key)
    guard keepsSamples || key.kind != .sound, known(among: [key]).isEmpty, let place = try? file.append(bytes) else {
      return
    }
    places.withLock { $0[key] = place }
  }

  func known(among keys: [CacheKey]) -> Set<CacheKey> {
    let spooled = places.withLock { places in keys.filter { places[$0] != nil } }
    return (lasting?.known(among: keys) ?? []).union(spooled)
  }

  func takeWarnings() -> [String] { lasting?.takeWarnings() ?? [] }
}
