internal import Graph

extension Entry {
  /// What stands in a line of the ledger, and between which two marks.
  ///
  /// `{"entry":…,"sum":"…"}`: canonical JSON, so the entry's bytes stand at a fixed place, and the sum is the first 16 digits
  /// of their SHA-256.
  enum Form {
    static let head = Array(#"{"entry":"#.utf8)
    static let middle = Array(#","sum":""#.utf8)
    static let tail = Array(#""}"#.utf8)
    static let sumLength = 16
    /// A line is not longer: a request of 256 KiB, escaped, and what else there is.
    static let most = 4 << 20

    static func sum(of entry: some Sequence<UInt8>) -> [UInt8] {
      Array("\(Digest(of: entry))".utf8.prefix(sumLength))
    }
  }

  /// The line, without its end.
  var line: [UInt8] {
    let entry = Array(json.text.utf8)
    return Form.head + entry + Form.middle + Form.sum(of: entry) + Form.tail
  }

  private var json: CanonicalJSON {
    var members = step.members
    members["step"] = .string(step.word.rawValue)
    members["ticket"] = .string(ticket.text)
    members["when"] = .string("\(when)")
    return .object(members)
  }
}

extension Entry.Step {
  enum Word: String {
    case opened, sending, accepted, took, closed
    case turnedAway = "turned away"
  }

  var word: Word {
    switch self {
    case .opened: .opened
    case .sending: .sending
    case .turnedAway: .turnedAway
    case .accepted: .accepted
    case .took: .took
    case .closed: .closed
    }
  }

  fileprivate var members: [String: CanonicalJSON] {
    switch self {
    case .opened(let request, let quote, let purpose):
      ["request": request.json, "quote": .string(quote.text), "purpose": purpose.json]
    case .sending, .turnedAway: [:]
    case .accepted(let job): ["job": .string(job.text)]
    case .took(let take): take.members
    case .closed(let ending, let cost): ending.members.merging(["cost": .string(cost.text)]) { first, _ in first }
    }
  }
}

extension Purpose {
  fileprivate var json: CanonicalJSON {
    .object(["post": post, "author": author, "run": run].compactMapValues { $0.map(CanonicalJSON.string) })
  }
}

extension Take {
  fileprivate var members: [String: CanonicalJSON] {
    var members: [String: CanonicalJSON] = [
      "request": request.json, "number": .number(Double(number)), "object": .string("sha256:\(object)"),
      "bytes": .number(Double(byteCount)), "cost": .string(cost.text), "purpose": purpose.json,
      "receipt": receipt.json,
    ]
    members["type"] = type.map(CanonicalJSON.string)
    return members
  }
}

extension Receipt {
  fileprivate var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = ["provenance": .object(provenance.mapValues(CanonicalJSON.string))]
    members["cost"] = cost.map { .string($0.text) }
    members["model"] = model.map(CanonicalJSON.string)
    members["version"] = version.map(CanonicalJSON.string)
    members["milliseconds"] = work.map { .number(($0 / .milliseconds(1)).rounded()) }
    return .object(members)
  }
}

extension Ending {
  enum Word: String {
    case took, failed, refused, expired, cancelled, abandoned
  }

  fileprivate var members: [String: CanonicalJSON] {
    switch self {
    case .took(let number): Ending.members(.took, "number", .number(Double(number)))
    case .failed(let reason): Ending.members(.failed, "reason", .string(reason))
    case .refused(let reason): Ending.members(.refused, "reason", .string(reason))
    case .abandoned(let reason): Ending.members(.abandoned, "reason", .string(reason))
    case .expired: ["ending": .string(Word.expired.rawValue)]
    case .cancelled: ["ending": .string(Word.cancelled.rawValue)]
    }
  }

  private static func members(_ word: Word, _ name: String, _ value: CanonicalJSON) -> [String: CanonicalJSON] {
    ["ending": .string(word.rawValue), name: value]
  }
}
