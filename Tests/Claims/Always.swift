import Foundation

/// Checks that something holds for every value that a generator makes, and shows the smallest for which it does not.
///
/// `REPRISE_SEED` sets the seed, so that a failure can be had again; `REPRISE_RUNS` multiplies the runs.
/// - Parameter holds: Says whether it does; an error counts as no.
/// - Throws: `Counterexample`.
public func always<Value>(
  runs: Int = 200, _ generate: @escaping (inout Draws) -> Value, holds: @escaping (Value) throws -> Bool
) throws {
  let seed = setting("REPRISE_SEED") ?? UInt64.random(in: 0...999_999)
  for run in 0..<UInt64(runs) * (setting("REPRISE_RUNS") ?? 1) {
    // The first run has the seed itself, so that a seed that is told is enough.
    var draws = Draws(seed: seed &+ run)
    let value = generate(&draws)
    guard let reason = failure(of: value, holds) else { continue }
    var shrinker = Shrinker(record: draws.record, generate: generate, holds: holds)
    let (smallest, why) = shrinker.smallest() ?? (value, reason)
    throw Counterexample(seed: seed &+ run, value: "\(smallest)", reason: why)
  }
}

private func setting(_ name: String) -> UInt64? {
  ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
}

/// Why a value fails; nil if it does not.
func failure<Value>(of value: Value, _ holds: (Value) throws -> Bool) -> String? {
  do {
    return try holds(value) ? nil : "it does not hold"
  } catch {
    return "\(error)"
  }
}

/// A value for which a claim does not hold.
public struct Counterexample: Error, CustomStringConvertible {
  let seed: UInt64
  let value: String
  let reason: String

  public var description: String { "\(reason), for \(value) (REPRISE_SEED=\(seed))" }
}
