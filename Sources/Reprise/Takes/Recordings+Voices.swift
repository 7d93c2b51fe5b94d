import Graph
import Recipe
import Speech
import Store
import Takes

extension Recordings {
  /// What a voice of the host's said: pinned, recorded before, or recorded now within the budget. One is recorded at a time.
  ///
  /// - Returns: Nil where a voice that costs something has not said it, and another may stand in.
  func speech(_ speech: SoundParameters, pinned: PinnedTakes) throws(RecipeError) -> File? {
    let voice = speech.text("voice")
    do {
      let request = try Request(speech)
      guard let store else { throw RecipeError.nowhere(voice) }
      if let (number, object) = pinned.latest(request.digest) {
        return try file(Chosen(request: request, number: number, object: object), in: store)
      }
      return try withLedger(of: store) { ledger in
        let known = try ledger.books().takes(of: request.digest).last { store.store.has($0.object) }
        let price = try voices[voice]?.tariff.price(of: request)
        if price != .free { note(AskedTake(request, number: known?.number, price: price)) }
        if let known { return try file(Chosen(known), in: store) }
        guard let source = voices[voice] else {
          throw RecipeError.unknown(voice, among: Language.voices + voices.keys.sorted())
        }
        if isOutline, price != .free { return nil }
        return try file(Chosen(record(request, from: source, ledger, store)), in: store)
      }
    } catch {
      throw RecipeError(error, of: "the voice \"\(voice)\"")
    }
  }

  private func record(
    _ request: Request, from source: VoiceSource, _ ledger: Ledger, _ store: RecipeStore
  ) throws -> Take {
    let key = try source.key?.key()
    let buyer = Buyer(
      ledger: ledger, shelf: StoreShelf(store: store.store), redaction: Redaction([key].compactMap(\.self)),
      check: { path, _ in try VoiceBackend.check(path, saying: request, from: source) })
    return try buyer.buy(
      request, from: VoiceBackend(request.backend, source, key: key), for: Purpose(run: budget.run),
      within: budget.limits)
  }
}

/// Objects of a store, as takes want them kept.
struct StoreShelf: TakeShelf {
  let store: Store

  func keep(contentsOf path: String) throws -> Digest { try store.put(contentsOf: path) }
  func has(_ object: Digest) -> Bool { store.has(object) }
}

extension Chosen {
  fileprivate init(_ take: Take) { self.init(request: take.request, number: take.number, object: take.object) }
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
}
