package import Journal

/// Something that was asked for, or is about to be, for money.
///
/// It is written down before anything is sent, so that whoever finds it later knows what may have been bought.
package struct Ticket: Hashable, Sendable {
  /// 32 hexadecimal digits that no other ticket has. The server is given them, too.
  package struct ID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil for anything but 32 lower-case hexadecimal digits.
    package init?(_ text: some StringProtocol) {
      let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard text.utf8.count == 32, isPlain else { return nil }
      self.text = String(text)
    }

    package init(from chance: inout some RandomNumberGenerator) {
      text = (0..<4).map { _ in
        let digits = String(chance.next() as UInt32, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
      }.joined()
    }

    package var description: String { text }
  }

  /// How far it came, as far as is written.
  package enum Phase: Hashable, Sendable {
    /// Nothing was bought: nothing was sent yet, or the server turned it away.
    case idle
    /// It may have been bought: it was sent, or is being sent, since then.
    case sending(since: Moment)
    /// It was bought.
    case accepted(JobID)
    case closed(Ending)
  }

  package let id: ID
  package let request: Request
  package let quote: Money
  package let purpose: Purpose
  package let opened: Moment
  package internal(set) var phase: Phase = .idle

  package var isOpen: Bool {
    if case .closed = phase { false } else { true }
  }
}

/// For whom and for what something was bought.
package struct Purpose: Hashable, Sendable {
  package var post: String?
  package var author: String?
  /// One call of the program or one job of a host.
  package var run: String?

  package init(post: String? = nil, author: String? = nil, run: String? = nil) {
    (self.post, self.author, self.run) = (post, author, run)
  }
}

/// How a ticket ended.
package enum Ending: Hashable, Sendable {
  /// With a take of this number.
  case took(Int)
  case failed(String)
  case refused(String)
  case expired
  case cancelled
  /// A person gave it up, and says why.
  case abandoned(String)
}

extension Ending: CustomStringConvertible {
  /// As the end of a sentence: `was refused: too violent`.
  package var description: String {
    switch self {
    case .took(let number): "became take \(number)"
    case .failed(let reason): "failed: \(reason)"
    case .refused(let reason): "was refused: \(reason)"
    case .expired: "expired"
    case .cancelled: "was cancelled"
    case .abandoned(let reason): "was given up: \(reason)"
    }
  }
}

extension Purpose {
  /// Fit for a line of the ledger.
  var bounded: Purpose { Purpose(post: post?.shown(), author: author?.shown(), run: run?.shown()) }
}
