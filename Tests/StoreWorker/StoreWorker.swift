import Chance
import Glibc
import Graph
import Store

/// Works in a store until it is killed: `store-worker FOLDER KEY SEED`. It says what it has published, a line each, as
/// soon as that is promised to last; and ends with status 1 if the store ever serves what was not put.
@main
struct StoreWorker {
  let folder: String
  let key: AuthorKey
  var store: Store
  var chance: SplitMix
  var published: [Digest] = []

  static func main() {
    let arguments = CommandLine.arguments
    do {
      guard arguments.count == 4, let seed = UInt64(arguments[3]) else { exit(2) }
      var worker = try StoreWorker(folder: arguments[1], key: arguments[2], seed: seed)
      // Until it is killed, or whoever started it has gone.
      while getppid() > 1 { try worker.step() }
    } catch {
      say("error \(error)")
      exit(1)
    }
  }

  init(folder: String, key: String, seed: UInt64) throws {
    self.folder = folder
    self.key = try AuthorKey(at: key)
    store = try Store(at: folder)
    chance = SplitMix(seed)
  }

  mutating func step() throws {
    switch chance.below(10) {
    case 0...2: try keep()
    case 3...4: try read()
    case 5: _ = try store.put(bytes(chance.next(), upTo: 100_000))
    case 6...7: try publish()
    case 8: store = try Store(at: folder)
    default: _ = try store.prune(toBytes: Int64(chance.below(2_000_000)), sparing: Double(chance.below(4)))
    }
  }

  /// Both processes draw the same few things.
  private mutating func keep() throws {
    let number = chance.below(40)
    try store.keep(bytes(number, upTo: 60_000), for: cacheKey(number))
  }

  private mutating func read() throws {
    let number = chance.below(40)
    guard let found = store.cached(cacheKey(number)) else { return }
    if found != bytes(number, upTo: 60_000) { throw Wrong(what: "cached \(number)") }
  }

  private mutating func publish() throws(StoreError) {
    do throws(StoreError) {
      try publishOne()
    } catch {
      // The asset was pruned before the post was there, since orphans are spared for seconds only.
      guard error.code == .missing else { throw error }
    }
  }

  private mutating func publishOne() throws(StoreError) {
    let asset = try store.put(bytes(chance.next(), upTo: 50_000))
    let parent = published.isEmpty ? nil : published[Int(chance.below(UInt64(published.count)))]
    let post = try Post(sealing: manifest(asset, parent), with: key)
    try store.add(post)
    StoreWorker.say("post \(post.id)")
    published.append(post.id)
    try store.remember(pictures: [asset], of: post.id)
  }

  private mutating func manifest(_ asset: Digest, _ parent: Digest?) -> Manifest {
    Manifest(
      name: "post", title: "\(chance.next())", author: .init(name: "A", key: key.publicKey), recipe: "return nil",
      parents: parent.map { [$0] } ?? [], pins: .init(assets: ["a": asset]), graph: asset)
  }

  private func cacheKey(_ number: UInt64) -> CacheKey {
    CacheKey(CacheKey.Kind.allCases[Int(number % 3)], Digest(of: "\(number)".utf8))
  }

  /// Bytes that follow from a number.
  private func bytes(_ number: UInt64, upTo most: UInt64) -> [UInt8] {
    var chance = SplitMix(number)
    let count = Int(chance.below(most))
    let word = withUnsafeBytes(of: chance.next(), Array.init)
    return Array(repeatElement(word, count: count / 8 + 1).joined().prefix(count))
  }

  /// At once and whole, so that what was said before a kill was said.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}

struct Wrong: Error {
  let what: String
}

extension SplitMix {
  mutating func below(_ limit: UInt64) -> UInt64 { next() % limit }
}
