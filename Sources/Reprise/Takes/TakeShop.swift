import Backends
import Codec
import FoundationEssentials
import Graph
import Media
import Takes

/// Buys what one recipe asks for, several at once.
struct TakeShop: Sendable {
  let runtime: Runtime
  /// Where the recipe's files and clips are.
  let shelf: Shelf
  let post: String
  let progress: @Sendable (TakeProgress) -> Void
  let isCancelled: @Sendable () -> Bool

  init(
    runtime: Runtime, shelf: Shelf, post: String, _ progress: @escaping @Sendable (TakeProgress) -> Void,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) {
    (self.runtime, self.shelf, self.post) = (runtime, shelf, post)
    (self.progress, self.isCancelled) = (progress, isCancelled)
  }

  /// Servers have queues of their own; so many wait in ours.
  private static let mostAtOnce = 8

  /// - Throws: The first thing that went wrong, when all have ended; what was made until then is recorded.
  func buy(_ takes: [AskedTake]) throws {
    guard let store = runtime.store else {
      throw RepriseError(
        .usage, code: "store", came: "what models make is recorded, and there is no store to keep it in",
        remedy: "use a store")
    }
    let ledger = try Ledger(at: store.ledgerFolder)
    try runtime.budget.check(takes.map { $0.price ?? .free }, in: ledger)
    let stop = Stop()
    let watch = Watch(isCancelled, stop)
    defer { watch.end() }
    for group in takes.split(every: Self.mostAtOnce) {
      let errands = group.map { take in Background { try buy(take, ledger, store, stop) } }
      let results = errands.map { errand in Result { try errand.result() } }
      if isCancelled() { throw CancellationError() }
      for result in results { _ = try result.get() }
    }
  }

  private func buy(_ take: AskedTake, _ ledger: Ledger, _ store: RecipeStore, _ stop: Stop) throws {
    let controls = ControlClips(take.clips, shelf: shelf, isCancelled: isCancelled)
    defer { controls.remove() }
    let files = take.files
    let (backend, keys) = try giver(of: take, programs: store.ledgerFolder + "/programs") { digest in
      if let path = files[digest] { return try VideoOrder.Material(at: path) }
      return try controls.material(digest)
    }
    let buyer = Buyer(
      ledger: ledger, shelf: StoreShelf(store: store.store), redaction: Redaction(keys),
      check: { path, _ in try check(path, take) },
      progress: { [progress] _, standing in progress(TakeProgress(take: take, state: standing.words)) })
    defer { (backend as? VideoBackend)?.leave() }
    let isLeftOver = try !ledger.books().openTickets(for: take.request.digest).isEmpty
    do {
      try buy(take, from: backend, with: buyer, stop)
    } catch let error as TakeError where error.code == .failed && isLeftOver {
      // What was left open came to nothing, and it is still wanted.
      try buy(take, from: backend, with: buyer, stop)
    }
  }

  private func buy(_ take: AskedTake, from backend: any Backend, with buyer: Buyer, _ stop: Stop) throws {
    _ = try buyer.buy(
      take.request, from: backend, for: Purpose(post: post, author: runtime.author, run: runtime.budget.run),
      within: runtime.budget.limits, stop: stop)
  }

  /// - Parameter folder: Where programs write.
  private func giver(
    of take: AskedTake, programs folder: String, _ materials: @escaping VideoModel.Materials
  ) throws -> (any Backend, [Key]) {
    if take.request.kind == .speech, let voice = runtime.voices[take.giver] {
      let key = try voice.key?.key()
      return (VoiceBackend(take.giver, voice, key: key), [key].compactMap(\.self))
    }
    guard let model = runtime.models[take.giver] else {
      throw RepriseError(
        .usage, code: "model", came: "this host has no model \"\(take.giver)\"",
        wanted: runtime.models.keys.sorted().joined(separator: ", "), remedy: "name it in the backends file")
    }
    let key = try model.key?.key()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return (try model.backend(take.giver, key: key, folder: folder, materials), [key].compactMap(\.self))
  }

  /// Whether a file is what it has to be: it can be read from its first picture or sound on.
  private func check(_ path: String, _ take: AskedTake) throws {
    if let voice = runtime.voices[take.giver], take.request.kind == .speech {
      return try VoiceBackend.check(path, saying: take.request, from: voice)
    }
    let file = try shelf.access.open(path, profile: nil)
    guard let video = try file.profile().info.video, !video.isStill else {
      throw RepriseError(.machine, code: "take", came: "what came has no moving picture")
    }
    _ = try file.pictures().frame(at: .zero)
  }
}

/// Looks whether somebody wants to stop, and says so to those who wait for servers.
private final class Watch: Sendable {
  private let isOver = Flag()

  init(_ isCancelled: @escaping @Sendable () -> Bool, _ stop: Stop) {
    let isOver = isOver
    _ = Background {
      let pause = Stop()
      while !isOver.isRaised, stop.wish == nil {
        if isCancelled() { stop.set(.leave) }
        pause.wait(atMost: .milliseconds(100))
      }
    }
  }

  func end() { isOver.raise() }
}

extension Report.Standing {
  fileprivate var words: String {
    switch self {
    case .queued(let place): place.map { "queued, \($0) before it" } ?? "queued"
    case .running(let part): part.map { "running, \(Int(($0 * 100).rounded())) %" } ?? "running"
    case .done: "done"
    case .failed(let reason): "failed: \(reason)"
    case .refused(let reason): "refused: \(reason)"
    case .expired: "expired"
    case .cancelled: "cancelled"
    }
  }
}

extension Array {
  fileprivate func split(every count: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}
