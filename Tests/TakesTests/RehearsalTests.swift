import Claims
import Testing

@testable import Takes

@Suite struct RehearsalTests {
  @Test func nothingIsBoughtTwiceAndNothingIsLost() throws {
    try always(runs: 200) { draws in
      (Schedule.any(&draws), draws.number(upTo: 1000))
    } holds: { schedule, seed in
      let rehearsal = try Rehearsal(schedule, seed: seed)
      try rehearsal.play()
      try rehearsal.check()
      return true
    }
  }
}
