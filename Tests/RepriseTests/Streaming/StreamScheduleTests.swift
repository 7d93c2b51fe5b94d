import Claims
import Testing

@testable import Reprise

struct StreamScheduleTests {
  private typealias Request = StreamSchedule.Request

  private func schedule(jobs: Int = 3) -> StreamSchedule { StreamSchedule(segmentCount: 100, jobs: jobs) }

  @Test func whatIsAskedForComesFirstAndTheNextTwoAreDrawnAhead() {
    var schedule = schedule()
    #expect(schedule.ask(Request(id: 1, viewer: "a", segment: 10)) == [.draw(10), .draw(11), .draw(12)])
    #expect(schedule.ended(10, .answered) == [])
    #expect(schedule.ended(11, .answered) == [])
    #expect(schedule.found(11, for: "a") == [.draw(13)])
  }

  @Test func nothingIsDrawnBehindTheEnd() {
    var schedule = schedule()
    #expect(schedule.ask(Request(id: 1, viewer: "a", segment: 99)) == [.draw(99)])
  }

  @Test func equalRequestsShareOneDrawing() {
    var schedule = schedule(jobs: 1)
    #expect(schedule.ask(Request(id: 1, viewer: "a", segment: 10)) == [.draw(10)])
    #expect(schedule.ask(Request(id: 2, viewer: "b", segment: 10)) == [])
    // It is stopped when the last has gone, not the first.
    #expect(schedule.leave(1) == [])
    #expect(schedule.leave(2) == [.stop(10)])
  }

  @Test func aSeekStopsWhatLayAheadOfTheOldPlace() {
    var schedule = schedule()
    _ = schedule.ask(Request(id: 1, viewer: "a", segment: 10))
    #expect(schedule.leave(1) == [.stop(10), .stop(11), .stop(12)])
    #expect(schedule.ask(Request(id: 2, viewer: "a", segment: 50)) == [])
    #expect(schedule.ended(11, .stopped) == [.draw(50)])
  }

  @Test func anotherViewerKeepsWhatBothWant() {
    var schedule = schedule()
    _ = schedule.ask(Request(id: 1, viewer: "a", segment: 10))
    _ = schedule.ask(Request(id: 2, viewer: "b", segment: 11))
    #expect(schedule.leave(1) == [.stop(10)])
  }

  @Test func whoWaitsDoesNotWaitForWhatIsOnlyDrawnAhead() {
    var schedule = schedule()
    _ = schedule.ask(Request(id: 1, viewer: "a", segment: 10))
    #expect(schedule.ask(Request(id: 2, viewer: "b", segment: 50)) == [.stop(12)])
    #expect(schedule.ended(12, .stopped) == [.draw(50)])
  }

  @Test func whatIsStoppedAndWantedAgainIsDrawnAgain() {
    var schedule = schedule(jobs: 1)
    _ = schedule.ask(Request(id: 1, viewer: "a", segment: 10))
    #expect(schedule.leave(1) == [.stop(10)])
    #expect(schedule.ask(Request(id: 2, viewer: "a", segment: 10)) == [])
    #expect(schedule.ended(10, .stopped) == [.draw(10)])
  }

  @Test func whatCannotBeDrawnIsTriedAgainOnlyWhenItIsAskedFor() {
    var schedule = schedule(jobs: 2)
    _ = schedule.ask(Request(id: 1, viewer: "a", segment: 10))
    #expect(schedule.ended(11, .answered) == [.draw(12)])
    #expect(schedule.ended(12, .answered) == [])
    #expect(schedule.ask(Request(id: 2, viewer: "b", segment: 12)) == [.draw(12)])
  }

  /// What may happen to a schedule, in any order.
  private enum Event {
    case ask(viewer: Int, segment: Int)
    case leave(Int)
    case end(Int)
  }

  @Test func whateverHappensNoMoreIsDrawnThanThereAreJobsAndEverybodyGetsAnAnswer() throws {
    try always { draws in
      let events = draws.list(1...60) { draws -> Event in
        switch draws.int(0...2) {
        case 0: .ask(viewer: draws.int(0...4), segment: draws.int(0...11))
        case 1: .leave(draws.int(0...30))
        default: .end(draws.int(0...5))
        }
      }
      return (draws.int(1...4), events)
    } holds: { jobs, events in
      var model = Model(jobs: jobs)
      for event in events { model.take(event) }
      return model.isRight && model.finish()
    }
  }

  /// What the schedule is compared with: it only counts.
  private struct Model {
    let jobs: Int
    var schedule: StreamSchedule
    var drawing: [Int] = []
    var stopping: Set<Int> = []
    var open: [Int: Int] = [:]
    var asked = 0
    var isRight = true

    init(jobs: Int) {
      self.jobs = jobs
      schedule = StreamSchedule(segmentCount: 12, jobs: jobs)
    }

    mutating func take(_ event: Event) {
      switch event {
      case .ask(let viewer, let segment):
        asked += 1
        open[asked] = segment
        let request = StreamSchedule.Request(id: asked, viewer: "\(viewer)", segment: segment)
        perform(schedule.ask(request))
      case .leave(let id):
        open[id] = nil
        perform(schedule.leave(id))
      case .end(let place):
        guard !drawing.isEmpty else { return }
        end(drawing[place % drawing.count])
      }
    }

    private mutating func end(_ segment: Int) {
      drawing.removeAll { $0 == segment }
      let wasStopped = stopping.remove(segment) != nil
      if !wasStopped { open = open.filter { $0.value != segment } }
      perform(schedule.ended(segment, wasStopped ? .stopped : .answered))
    }

    private mutating func perform(_ actions: [StreamSchedule.Action]) {
      for action in actions {
        switch action {
        case .draw(let segment):
          isRight = isRight && !drawing.contains(segment) && (0..<12).contains(segment)
          drawing.append(segment)
        case .stop(let segment):
          isRight = isRight && drawing.contains(segment) && !open.values.contains(segment)
          stopping.insert(segment)
        }
      }
      isRight = isRight && drawing.count <= jobs && Set(drawing) == schedule.drawing
    }

    /// Lets all drawings come to their end; says whether nobody is left waiting.
    mutating func finish() -> Bool {
      for _ in 0..<200 where !drawing.isEmpty { end(drawing[0]) }
      return isRight && open.isEmpty && drawing.isEmpty
    }
  }
}
