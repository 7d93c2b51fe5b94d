import Claims
import Testing

@testable import Render

@Test func everySegmentIsDealtOnce() throws {
  try always(runs: 500) { draws in
    let (segments, jobs) = (draws.int(0...60), draws.int(1...12))
    return (segments, jobs, draws.list(0...400) { $0.int(0...11) })
  } holds: { segments, jobs, turns in
    var schedule = Schedule(segments: segments, jobs: jobs)
    var dealt: [Int] = []
    // Jobs take turns by chance, then one works off what is left.
    for turn in turns { if let next = schedule.next(for: turn % schedule.jobs) { dealt.append(next) } }
    while let next = schedule.next(for: 0) { dealt.append(next) }
    return dealt.sorted() == Array(0..<segments) && (0..<schedule.jobs).allSatisfy { schedule.next(for: $0) == nil }
  }
}

@Test func aJobWalksForwardThroughItsStretch() {
  var schedule = Schedule(segments: 12, jobs: 3)
  #expect((0..<4).map { _ in schedule.next(for: 1) } == [4, 5, 6, 7])
  #expect(schedule.next(for: 0) == 0)
  // Its own is done: the second half of the longest that is left.
  #expect(schedule.next(for: 1) == 10)
  #expect(schedule.next(for: 2) == 8)
}

@Test func thereAreNeverMoreJobsThanSegments() {
  #expect(Schedule(segments: 2, jobs: 8).jobs == 2)
  #expect(Schedule(segments: 0, jobs: 8).jobs == 1)
  var schedule = Schedule(segments: 0, jobs: 8)
  #expect(schedule.next(for: 0) == nil)
}
