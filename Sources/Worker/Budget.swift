package import Confinement

/// What evaluations that belong together may take, all together: a recipe's, and those of the posts that it runs.
///
/// Each worker starts with what is left and says with every message what it has used so far, so a sum that is too large
/// is noticed at the next message. Whether that happens is exact and the same everywhere; what is done until then is at
/// most what was left when that worker started.
///
/// Belongs to the thread that evaluates.
package final class Budget {
  private let limits: Limits
  private var fuel: UInt64 = 0
  private var memory = 0
  /// What is left of the time for waiting.
  let patience: Patience

  package init(_ limits: Limits) {
    (self.limits, patience) = (limits, Patience(limits.wallClock))
  }

  var fuelLeft: UInt64 { limits.fuel - min(fuel, limits.fuel) }
  var memoryLeft: Int { max(0, limits.memory - memory) }

  /// The limit that was passed, if one was.
  var passed: Trip.Limit? {
    if fuel > limits.fuel { return .fuel }
    return memory > limits.memory ? .memory : nil
  }

  /// Counts what a worker has used since it spoke last.
  func count(fuel used: UInt64, memory taken: Int) {
    let (sum, isOver) = fuel.addingReportingOverflow(used)
    fuel = isOver ? .max : sum
    memory += taken
  }
}
