/// A limit that was reached.
package struct Trip: Error, Hashable, Sendable {
  package enum Limit: String, Hashable, Sendable { case fuel, memory, stringBytes, blockBytes, wallClock }

  package var limit: Limit
  /// What the limit was.
  package var value: Double
  /// Of `value`: `units`, `bytes`, `seconds`.
  package var unit: String
}

extension Trip {
  init(_ limit: Limit, of limits: Limits) {
    self.limit = limit
    switch limit {
    case .fuel: (value, unit) = (Double(limits.fuel), "units")
    case .memory: (value, unit) = (Double(limits.memory), "bytes")
    case .stringBytes: (value, unit) = (Double(limits.stringBytes), "bytes")
    case .blockBytes: (value, unit) = (Double(limits.blockBytes), "bytes")
    case .wallClock: (value, unit) = (limits.wallClock / .seconds(1), "seconds")
    }
  }
}

extension Trip: CustomStringConvertible {
  package var description: String {
    let most = value == value.rounded() ? String(Int64(clamping: Int(exactly: value) ?? .max)) : String(value)
    return switch limit {
    case .fuel: "the recipe does too much work; an evaluation has \(most) units of it. Is there an endless loop?"
    case .memory: "the recipe takes too much memory; an evaluation has \(most) bytes"
    case .stringBytes: "a string grew too long; it may have \(most) bytes"
    case .blockBytes: "a table grew too large; its memory may have \(most) bytes"
    case .wallClock: "the evaluation took longer than \(most) s"
    }
  }
}
