import Graph
import Recipe
import Speech
import Store
import Synchronization
import Takes

/// What voices of the host's said: found among the recordings, or recorded now. Any thread may ask; one records at a time.
final class SpokenTakes: Sendable {
  private let voices: [String: VoiceSource]
  private let budget: Budget
  private let store: RecipeStore?
  private let opened = Mutex<Ledger?>(nil)

  init(voices: [String: VoiceSource], budget: Budget, store: RecipeStore?) {
    (self.voices, self.budget, self.store) = (voices, budget, store)
  }

  /// - Parameter pinned: What a post pins, by name.
  /// - Returns: What a post calls it that pins it, its digest, and where it lies.
  func take(
    of speech: SoundParameters, pinned: [String: Digest]
  ) throws(RecipeError) -> (name: String, digest: Digest, path: String) {
    let voice = speech.text("voice")
    do {
      let request = try Request(speech)
      let name = "take/\(request.digest)"
      guard let store else { throw RecipeError.nowhere(voice) }
      if let digest = pinned[name] { return (name, digest, try store.store.path(of: digest)) }
      let digest = try opened.withLock { opened in
        let ledger = try opened ?? Ledger(at: store.ledgerFolder)
        opened = ledger
        return try recorded(request, ledger, store) ?? record(request, ledger, store)
      }
      return (name, digest, try store.store.path(of: digest))
    } catch {
      throw RecipeError(error, voice)
    }
  }

  /// The latest recording whose sound is still there.
  private func recorded(_ request: Request, _ ledger: Ledger, _ store: RecipeStore) throws -> Digest? {
    try ledger.books().takes(of: request.digest).last { store.store.has($0.object) }?.object
  }

  private func record(_ request: Request, _ ledger: Ledger, _ store: RecipeStore) throws -> Digest {
    guard let source = voices[request.backend] else {
      throw RecipeError.unknown(request.backend, among: Language.voices + voices.keys.sorted())
    }
    let key = try source.key()
    let buyer = Buyer(
      ledger: ledger, shelf: StoreShelf(store: store.store), redaction: Redaction([key].compactMap(\.self)),
      check: { path, _ in
        _ = try Speech(
          wave: LocalFile.bytes(of: path, atMost: 64 << 20, kind: "smaller file"),
          saying: Utterance(request).text, from: source.giver)
      })
    return try buyer.buy(
      request, from: VoiceBackend(request.backend, source, key: key), for: Purpose(run: budget.run),
      within: budget.limits
    ).object
  }
}

/// Objects of a store, as takes want them kept.
private struct StoreShelf: TakeShelf {
  let store: Store

  func keep(contentsOf path: String) throws -> Digest { try store.put(contentsOf: path) }
  func has(_ object: Digest) -> Bool { store.has(object) }
}

extension Request {
  /// By the name that recipes call the voice: what stands behind it is each host's own affair.
  fileprivate init(_ speech: SoundParameters) throws(TakeError) {
    try self.init(
      .speech, backend: speech.text("voice"), model: "voice",
      parameters: [
        "text": .string(speech.text("text")), "rate": .number(speech.number("rate") ?? 1),
        "pitch": .number(speech.number("pitch") ?? 1),
      ])
  }
}

extension RecipeError {
  fileprivate static func nowhere(_ voice: String) -> RecipeError {
    RecipeError(
      .asset, "what the voice \"\(voice)\" says is recorded, and there is no store to keep it in",
      remedy: "use a store, or one of the voices \(Language.voices.joined(separator: ", "))")
  }

  fileprivate static func unknown(_ voice: String, among voices: [String]) -> RecipeError {
    RecipeError(
      .outOfRange, "there is no voice \"\(voice)\", and no recording of what it is to say",
      wanted: "one of \(voices.joined(separator: ", "))")
  }

  fileprivate init(_ error: any Error, _ voice: String) {
    switch error {
    case let error as RecipeError: self = error
    case let error as RepriseError:
      self.init(.asset, "the voice \"\(voice)\": \(error.came)", wanted: error.wanted, remedy: error.remedy)
    case let error as TakeError:
      let code: Code = error.code == .overBudget || error.code == .refused ? .refused : .asset
      self.init(code, "the voice \"\(voice)\": \(error.came)", wanted: error.wanted, remedy: error.remedy)
    default: self.init(.asset, "the voice \"\(voice)\": \(error)")
    }
  }
}
