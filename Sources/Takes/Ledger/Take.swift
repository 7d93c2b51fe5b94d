package import Graph
package import Journal

/// One answer to a request: what was made, what it cost, and where it came from.
package struct Take: Hashable, Sendable {
  package let request: Request
  /// 1 for the first answer to the request, and so on.
  package let number: Int
  /// The SHA-256 of what was made.
  package let object: Digest
  package let byteCount: Int
  /// As the server calls it: `video/mp4`.
  package let type: String?
  package let ticket: Ticket.ID
  /// What the server said, or else what was quoted.
  package let cost: Money
  package let receipt: Receipt
  package let purpose: Purpose
  package let when: Moment
}

/// What was fetched, checked and put on the shelf.
package struct Delivery: Hashable, Sendable {
  package let object: Digest
  package let byteCount: Int
  package let type: String?
  package let receipt: Receipt
}

extension Take {
  init(_ delivery: Delivery, of ticket: Ticket, number: Int, at when: Moment) {
    self.init(
      request: ticket.request, number: number, object: delivery.object, byteCount: delivery.byteCount,
      type: delivery.type, ticket: ticket.id, cost: delivery.receipt.cost ?? ticket.quote, receipt: delivery.receipt,
      purpose: ticket.purpose, when: when)
  }
}
