import Claims
import Synchronization
import Testing

@Suite struct HistoryTests {
  /// Six hundred histories, every sixth with a log; `REPRISE_RUNS=10` makes it six thousand, `REPRISE_SEED` plays one again.
  @Test func nothingIsAllowedWithoutAGrantAndNothingRefusedWithOne() throws {
    let people = try (10..<15).map(Person.init)
    let sums = Mutex((allowed: 0, refused: 0))
    try always(runs: 600) { draws in
      (Step.history(&draws), isLogged: draws.int(0...5) == 5)
    } holds: { steps, isLogged in
      let history = try History(people, isLogged: isLogged)
      try history.play(steps)
      sums.withLock {
        ($0.allowed, $0.refused) = ($0.allowed + history.answers.allowed, $0.refused + history.answers.refused)
      }
      return true
    }
    // Histories in which nothing is allowed, or all, would show nothing.
    let (allowed, refused) = sums.withLock { $0 }
    #expect(allowed > 1000 && refused > 1000, "\(allowed) allowed, \(refused) refused")
  }
}
