import Graph
import Takes

/// One answer of a voice or a server that was recorded.
public struct TakeRecord: Hashable, Sendable {
  /// Of its request: 1 for the first.
  public let number: Int
  /// `speech`, `video`, …
  public let kind: String
  /// The voice or back end that gave it.
  public let backend: String
  /// What was asked: a text, a prompt.
  public let asked: String
  /// `free`, or an amount and a currency.
  public let cost: String
  /// RFC 3339, in UTC.
  public let when: String
  /// The SHA-256 of what was made, in hexadecimal.
  public let object: String

  init(_ take: Take) {
    (number, kind, backend) = (take.number, take.request.kind.rawValue, take.request.backend)
    (cost, when, object) = ("\(take.cost)", "\(take.when)", "\(take.object)")
    asked = take.request.words
  }
}
