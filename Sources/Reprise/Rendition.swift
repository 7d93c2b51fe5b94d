import Codec
import Graph
import Store

/// A video as it would be written to a path. Where the file is there already, untouched since, there is nothing to do.
struct Rendition {
  private let fingerprint: Digest
  private let path: String
  private let cache: any Cache
  /// Raised whenever the same packets are put together in another way.
  private static let formatVersion = 1

  /// - Parameter keys: Whatever decides the bytes of pictures and sound.
  init(_ keys: [String], _ parcel: Parcel, path: String, cache: any Cache) {
    let boxes = parcel.boxes.map { "\(Digest(of: $0.payload))" }
    let words = ["mp4 \(Self.formatVersion)"] + keys + boxes + [parcel.synopsis ?? ""]
    fingerprint = Digest(of: words.joined(separator: "\n").utf8)
    (self.path, self.cache) = (path, cache)
  }

  var isThere: Bool {
    guard let file = FileIdentity(path: path) else { return false }
    return cache.bytes(for: key(file)) == Array("\(fingerprint)".utf8)
  }

  /// Notes that the video was written.
  func remember(_ file: AtomicFile) {
    guard let identity = file.identity, identity.isFine else { return }
    cache.keep(Array("\(fingerprint)".utf8), for: key(identity))
  }

  private func key(_ file: FileIdentity) -> CacheKey {
    CacheKey(.file, Digest(of: "rendition \(file)".utf8))
  }
}
