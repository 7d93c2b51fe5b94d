import Graph
import Recipe
import Takes

extension Recordings {
  /// A video that a model made: pinned, or recorded before. A new one is made on purpose alone: see `Runtime.generate`.
  ///
  /// - Parameter files: Where files lie, by digest.
  /// - Returns: Nil where there is none, and something may stand in.
  func film(_ order: FilmOrder, pinned: PinnedTakes, files: [Digest: String]) throws(RecipeError) -> File? {
    do {
      let request = try Request(order)
      guard let store else { throw RecipeError.nowhere(order.model) }
      let model = models[order.model]
      let price = try? model?.price(of: request)
      let chosen = try choose(order, request, pinned, store, price)
      if chosen == nil, let model { try model.check(request) }
      note(AskedTake(request, order, number: chosen?.number, price: price, files: files))
      return try chosen.map { try file($0, in: store) }
    } catch {
      throw RecipeError(error, of: "the model \"\(order.model)\"")
    }
  }

  private func choose(
    _ order: FilmOrder, _ request: Request, _ pinned: PinnedTakes, _ store: RecipeStore, _ price: Money?
  ) throws -> Chosen? {
    do {
      return try withLedger(of: store) { ledger in
        try (order.take.map(Wish.number) ?? .any).choose(for: request, pinned: pinned, in: ledger.books(), price: price)
      }
    } catch let error as TakeError where error.code == .missing {
      if isOutline, order.take == nil { return nil }
      guard models[order.model] != nil else { throw RecipeError.unknown(order.model, among: models.keys.sorted()) }
      throw RecipeError(
        .asset, error.came, wanted: error.wanted,
        remedy: order.take == nil ? "have it made: reprise generate --in <this recipe>" : error.remedy)
    }
  }
}

extension Request {
  /// By the name that recipes call the model: what stands behind it is each host's own affair. Clips go by their graphs, so
  /// the request is the same on every machine.
  fileprivate init(_ order: FilmOrder) throws(TakeError) {
    var parameters: [String: CanonicalJSON] = ["prompt": .string(order.prompt)]
    for (name, setting) in order.settings { parameters[name] = CanonicalJSON(setting) }
    if let length = order.length { parameters["seconds"] = .number(length.seconds) }
    if let seed = order.seed { parameters["seed"] = .number(Double(seed)) }
    if let size = order.size { parameters["size"] = .string(size) }
    let reference = order.reference.map { [Input(role: "reference", object: $0)] } ?? []
    let controls = order.controls.sorted { $0.key < $1.key }.map { Input(role: $0.key, object: $0.value.digest) }
    try self.init(
      .video, backend: order.model, model: "video", parameters: parameters, inputs: reference + controls)
  }
}

extension CanonicalJSON {
  fileprivate init(_ setting: ParamSetting) {
    switch setting {
    case .text(let text), .word(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .boolean(flag)
    }
  }
}

extension AskedTake {
  fileprivate init(_ request: Request, _ order: FilmOrder, number: Int?, price: Money?, files: [Digest: String]) {
    let reference = order.reference.flatMap { digest in files[digest].map { [digest: $0] } }
    self.init(
      request, number: number, price: price,
      clips: Dictionary(order.controls.values.map { ($0.digest, $0) }) { first, _ in first }, files: reference ?? [:])
  }
}

extension RecipeError {
  fileprivate static func nowhere(_ model: String) -> RecipeError {
    RecipeError(
      .asset, "what the model \"\(model)\" makes is recorded, and there is no store to keep it in",
      remedy: "use a store, or leave by out, for the world inside")
  }

  fileprivate static func unknown(_ model: String, among models: [String]) -> RecipeError {
    let known = models.isEmpty ? "this host has none" : "one of \(models.joined(separator: ", "))"
    return RecipeError(
      .asset, "there is no model \"\(model)\" here, and no recording of what it is to make", wanted: known,
      remedy: "name it in the backends file, or leave by out, for the world inside")
  }
}
