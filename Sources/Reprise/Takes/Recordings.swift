import Graph
import Recipe
import Store
import Synchronization
import Takes

/// What voices and models of the host's gave, as one evaluation asks for it. Any thread may ask.
final class Recordings: Sendable {
  let voices: [String: VoiceSource]
  let models: [String: VideoModel]
  let budget: Budget
  let store: RecipeStore?
  /// Whether something may stand in for what is not there, and nothing is bought.
  let isOutline: Bool
  private let opened = Mutex<Ledger?>(nil)
  private let asked = Mutex<[AskedTake]>([])

  init(_ runtime: Runtime, store: RecipeStore?) {
    (voices, models, budget) = (runtime.voices, runtime.models, runtime.budget)
    (self.store, isOutline) = (store, runtime.isOutline)
  }

  /// A file that was recorded.
  struct File {
    /// What a post calls it that pins it.
    let name: String
    let digest: Digest
    let path: String
  }

  /// What was asked of models, and of voices that cost something, each once, in order.
  var asks: [AskedTake] { asked.withLock(\.self) }

  func note(_ take: AskedTake) {
    asked.withLock { asked in
      if !asked.contains(where: { $0.request == take.request && $0.number == take.number }) { asked.append(take) }
    }
  }

  func withLedger<Result>(of store: RecipeStore, _ work: (Ledger) throws -> Result) throws -> Result {
    try opened.withLock { opened in
      let ledger = try opened ?? Ledger(at: store.ledgerFolder)
      opened = ledger
      return try work(ledger)
    }
  }

  func file(_ chosen: Chosen, in store: RecipeStore) throws -> File {
    guard store.store.has(chosen.object) else {
      throw RepriseError(
        .machine, code: "missingTake",
        came: "take \(chosen.number) is recorded, and its file is gone from the store", remedy: "ask for a new take")
    }
    return File(name: chosen.pin, digest: chosen.object, path: try store.store.path(of: chosen.object))
  }
}

extension Chosen {
  /// What a manifest calls it.
  var pin: String { "\(PinnedTakes.place)\(request.digest)/\(number)" }
}

extension PinnedTakes {
  /// Where takes stand among a post's assets.
  static let place = "take/"

  /// The takes among what a post pins.
  init(among assets: [String: Digest]) {
    let takes = assets.filter { $0.key.hasPrefix(Self.place) }
    let named = takes.map { (String($0.key.dropFirst(Self.place.count)), $0.value) }
    self = (try? PinnedTakes(named: Dictionary(named) { first, _ in first })) ?? PinnedTakes()
  }
}

extension RecipeError {
  /// What a voice or a model has against it.
  init(_ error: any Error, of giver: String) {
    switch error {
    case let error as RecipeError: self = error
    case let error as RepriseError:
      self.init(
        error.kind == .refused ? .refused : .asset, "\(giver): \(error.came)", wanted: error.wanted,
        remedy: error.remedy)
    case let error as TakeError:
      let code: Code = error.code == .overBudget || error.code == .refused ? .refused : .asset
      self.init(code, "\(giver): \(error.came)", wanted: error.wanted, remedy: error.remedy)
    default: self.init(.asset, "\(giver): \(error)")
    }
  }
}
