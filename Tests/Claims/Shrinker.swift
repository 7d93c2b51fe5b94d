/// Makes a failing record of draws smaller for as long as it still fails: leaves numbers out, then makes them lower.
struct Shrinker<Value> {
  var record: [UInt64]
  let generate: (inout Draws) -> Value
  let holds: (Value) throws -> Bool
  private var found: (Value, String)?
  private var tries = 2000

  init(
    record: [UInt64], generate: @escaping (inout Draws) -> Value, holds: @escaping (Value) throws -> Bool
  ) {
    (self.record, self.generate, self.holds) = (record, generate, holds)
  }

  /// The smallest value that was found to fail, and why it does; nil if none smaller does.
  mutating func smallest() -> (Value, String)? {
    var isSmaller = true
    while isSmaller, tries > 0 {
      let before = record
      leaveOut()
      lower()
      isSmaller = record != before
    }
    return found
  }

  private mutating func leaveOut() {
    var length = record.count / 2
    while length > 0 {
      var start = 0
      while start + length <= record.count {
        var shorter = record
        shorter.removeSubrange(start..<start + length)
        if !keep(shorter) { start += length }
      }
      length /= 2
    }
  }

  private mutating func lower() {
    for index in record.indices {
      var step = record.indices.contains(index) ? record[index] : 0
      while step > 0, record.indices.contains(index) {
        var lower = record
        lower[index] -= min(step, lower[index])
        if !keep(lower) { step /= 2 }
        if record.indices.contains(index) { step = min(step, record[index]) }
      }
    }
  }

  private mutating func keep(_ candidate: [UInt64]) -> Bool {
    tries -= 1
    guard tries > 0 else { return false }
    var draws = Draws(replaying: candidate)
    let value = generate(&draws)
    guard let reason = failure(of: value, holds) else { return false }
    // What the generator did not ask for falls away.
    guard draws.record.count < record.count || (draws.record.count == record.count && precedes(draws.record)) else {
      return false
    }
    (record, found) = (draws.record, (value, reason))
    return true
  }

  private func precedes(_ other: [UInt64]) -> Bool { other.lexicographicallyPrecedes(record) }
}
