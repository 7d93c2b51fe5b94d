import Graph
import Takes

/// A take that a recipe asks for: recorded, or still to be made.
public struct AskedTake: Hashable, Sendable {
  let request: Request
  /// Clips that go with it, by the digests of their graphs.
  let clips: [Digest: Graph]
  /// Files that go with it, by the digests of their content.
  let files: [Digest: String]
  let price: Money?

  /// Which of the answers to the request it is, from 1; nil if it is still to be made.
  public let number: Int?
  /// The host's name for the voice or model.
  public var giver: String { request.backend }
  /// What was asked: a text, a prompt.
  public var words: String { request.words }
  /// What a new one costs: `free`, or an amount and a currency; nil if the host has no such giver.
  public var cost: String? { price.map { "\($0)" } }
  /// What it is called, here and in the ledger: 64 hexadecimal digits.
  public var id: String { "\(request.digest)" }

  init(
    _ request: Request, number: Int?, price: Money?, clips: [Digest: Graph] = [:], files: [Digest: String] = [:]
  ) {
    (self.request, self.number, self.price) = (request, number, price)
    (self.clips, self.files) = (clips, files)
  }
}

extension Request {
  /// What is to be said or seen.
  var words: String {
    let words = ["text", "prompt"].compactMap { name -> String? in
      guard case .string(let text)? = parameters[name] else { return nil }
      return text
    }
    return words.first ?? ""
  }
}

extension Composition {
  /// What the recipe asks of voices that cost something, and of models, in the order of the recipe.
  public var takes: [AskedTake] { shelf.recordings.asks }

  /// What it costs to have everything made that is missing: `nothing`, or amounts in their currencies. What a giver costs
  /// that this host does not have is not in it.
  public var quote: String { "\(takes.missingCost)" }
}

extension [AskedTake] {
  var missingCost: Amounts { Amounts(filter { $0.number == nil }.compactMap(\.price)) }
}
