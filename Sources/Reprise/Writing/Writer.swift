import Backends
import Takes

/// A model that writes scenes and recipes, behind a server that speaks `/v1/chat/completions`.
///
/// ```swift
/// runtime.writers["qwen"] = try Writer("http://127.0.0.1:8000", model: "qwen3-coder")
/// let writing = try await runtime.write("a dog runs along a beach")
/// ```
public struct Writer: Sendable {
  let model: String
  let key: KeySource?
  /// By the parameters `tokens_read` and `tokens_written`.
  let tariff: Tariff
  private let address: WebAddress

  /// What it may write at once, in its own tokens.
  static let tokenLimit = 8192

  /// - Parameters:
  ///   - address: `http://127.0.0.1:8000`, with `/v1` at the end or without.
  ///   - key: Where the server's key lies, if it wants one.
  ///   - price: For a million tokens that it reads, such as `0.15 USD`; nil for nothing.
  ///   - answerPrice: For a million that it writes; as the others, if left out.
  public init(
    _ address: String, model: String, key: KeySource? = nil, price: String? = nil, answerPrice: String? = nil
  ) throws(RepriseError) {
    do {
      self.address = try WebAddress(address)
      tariff = try Self.tariff(reading: price, writing: answerPrice ?? price)
    } catch {
      throw RepriseError(error)
    }
    (self.model, self.key) = (model, key)
  }

  private static func tariff(reading: String?, writing: String?) throws -> Tariff {
    let prices = [("tokens_read", reading), ("tokens_written", writing)]
    return try Tariff(
      prices.compactMap { name, price in
        try price.map { .counted(name, per: 1_000_000, try Money(asked: $0)) }
      })
  }

  /// The server, which may think for minutes before it says a word.
  func chat(with key: Key?) -> ChatServer {
    let limits = HTTPLimits(silence: .seconds(600), whole: .seconds(900), byteCount: 4 << 20)
    return ChatServer(
      Server(address, key: key, client: HTTPClient(limits: limits)), model: model, tokenLimit: Self.tokenLimit)
  }
}
