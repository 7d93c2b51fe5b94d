/// A limit that was reached.
package struct Trip: Error, Hashable, Sendable {
  package enum Limit: String, Hashable, Sendable { case fuel, memory, stringBytes, blockBytes, wallClock, stack }

  package var limit: Limit
  /// What the limit was.
  package var value: Double
  /// Of `value`: `units`, `bytes`, `seconds`.
  package var unit: String
  /// What the recipe was doing; nil if that is not known.
  package var place: Place?
}

extension Trip {
  init(_ limit: Limit, of limits: Limits, at place: Place? = nil) {
    self.limit = limit
    self.place = place
    switch limit {
    case .fuel: (value, unit) = (Double(limits.fuel), "units")
    case .memory: (value, unit) = (Double(limits.memory), "bytes")
    case .stringBytes: (value, unit) = (Double(limits.stringBytes), "bytes")
    case .blockBytes: (value, unit) = (Double(limits.blockBytes), "bytes")
    case .stack: (value, unit) = (100_000, "slots")
    case .wallClock: (value, unit) = (limits.wallClock / .seconds(1), "seconds")
    }
  }
}

extension Trip: CustomStringConvertible {
  package var description: String { place.map { "\($0): \(reason)" } ?? reason }

  /// Without the place.
  package var reason: String {
    let most = value == value.rounded() ? String(Int64(clamping: Int(exactly: value) ?? .max)) : String(value)
    return switch limit {
    case .fuel: "the recipe does too much work; an evaluation has \(most) units of work. Is there an endless loop?"
    case .memory: "the recipe takes too much memory; an evaluation has \(most) bytes"
    case .stringBytes: "a string grew too long; it may have \(most) bytes"
    case .blockBytes: "a table grew too large; its memory may have \(most) bytes"
    case .stack: "functions call one another too deeply. Is there a recursion without an end?"
    case .wallClock: "the evaluation took longer than \(most) s"
    }
  }
}
