import Foundation
import Synchronization

@testable import Takes

/// A server that misbehaves as it is told, and remembers what it sold.
final class RehearsedServer: Backend {
  struct Job {
    let key: Ticket.ID
    let id: JobID
    /// When it was sold, and when it is done.
    let sold: Duration
    let done: Duration
    let fate: Int
    var isCancelled = false
    var isForgotten = false

    /// Begins like an MP4, because back ends look at that.
    var content: String { "\0\0\0\u{18}ftypmp42 film \(id)" }
  }

  struct State {
    var jobs: [Job] = []
    /// Requests that are still on the way: they arrive then.
    var late: [(arrives: Duration, key: Ticket.ID)] = []
    var mishaps: [Mishap]
    var fates: [Int]
    /// How many were sold, also of those that it knows nothing of any more.
    var count = 0
  }

  let name = "films"
  let capabilities: Capabilities
  let clock: RehearsedClock
  /// Whether what it had not finished when it starts again was never there, and not sold either.
  let forgetsWholly: Bool
  let state: Mutex<State>

  init(_ schedule: Schedule, _ clock: RehearsedClock) {
    forgetsWholly = schedule.forgetsWholly
    capabilities = Capabilities(
      [.video], parameters: ["prompt": .anything, "seconds": .anything, "size": .anything],
      canCancel: schedule.canCancel, recall: schedule.recall)
    self.clock = clock
    state = Mutex(State(mishaps: schedule.mishaps, fates: schedule.fates))
  }

  var jobs: [Job] {
    state.withLock { state in
      settle(&state)
      return state.jobs
    }
  }

  func price(of request: Request) throws(TakeError) -> Money { Money(millionths: 800_000, .dollars) ?? .free }

  func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID { try order(key) }

  func order(_ key: Ticket.ID) throws(Fault) -> JobID {
    try meet { state, mishap throws(Fault) in
      switch mishap {
      case .busy: throw .busy(after: .seconds(7))
      case .unreachable: throw .unreachable("no route")
      case .broken: throw .lost("500")
      case .refused: throw .refused("not this")
      case .cut:
        _ = sell(key, &state)
        throw .lost("cut off")
      case .late:
        state.late.append((clock.uptime + .seconds(20), key))
        clock.pass(.seconds(10))
        throw .lost("no answer")
      case .wrong:
        _ = sell(key, &state)
        throw .spoilt("the answer is no JSON")
      case .none, .restart: return sell(key, &state)
      }
    }
  }

  func find(_ key: Ticket.ID, _ call: Call) throws(Fault) -> JobID? {
    try meet { state, mishap throws(Fault) in
      try fail(mishap)
      return state.jobs.first { $0.key == key }?.id
    }
  }

  func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report {
    try meet { state, mishap throws(Fault) in
      try fail(mishap)
      let job = try known(job, state)
      if job.isCancelled { return Report(.cancelled) }
      guard job.done <= clock.uptime else { return Report(.running(progress: nil), again: .seconds(3)) }
      switch job.fate {
      case 1: return Report(.refused("seen, and not this"))
      case 2: return Report(.failed("out of memory"))
      case 3 where clock.uptime > job.done + .seconds(300): return Report(.expired)
      default: return Report(.done(Receipt(cost: Money(millionths: 790_000, .dollars))))
      }
    }
  }

  func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement {
    let (content, announced) = try deliver(job)
    _ = FileManager.default.createFile(atPath: path, contents: Data(content.utf8))
    return announced
  }

  func deliver(_ job: JobID) throws(Fault) -> (content: String, Announcement) {
    try meet { state, mishap throws(Fault) in
      if mishap != .cut && mishap != .wrong { try fail(mishap) }
      let text = try known(job, state).content
      let content = mishap == .cut ? String(text.dropLast(3)) : mishap == .wrong ? "<html>" : text
      let announced = Announcement(
        byteCount: mishap == .wrong ? nil : text.utf8.count, type: mishap == .wrong ? "text/html" : "video/mp4")
      return (content, announced)
    }
  }

  /// What it has at present.
  func list() throws(Fault) -> [Job] {
    try meet { state, mishap throws(Fault) in
      try fail(mishap)
      return state.jobs.filter { !$0.isCancelled }
    }
  }

  func cancel(_ job: JobID, _ call: Call) throws(Fault) {
    try meet { state, mishap throws(Fault) in
      try fail(mishap)
      guard let index = state.jobs.firstIndex(where: { $0.id == job }) else { throw .unknown }
      guard state.jobs[index].done > clock.uptime else { throw .rejected("it is done") }
      state.jobs[index].isCancelled = true
    }
  }
}

extension RehearsedServer {
  func meet<R>(_ body: (inout State, Mishap) throws(Fault) -> R) throws(Fault) -> R {
    clock.pass(.milliseconds(200))
    return try state.withLock { state throws(Fault) in
      settle(&state)
      let mishap = state.mishaps.isEmpty ? .none : state.mishaps.removeFirst()
      if mishap == .restart { restart(&state) }
      return try body(&state, mishap)
    }
  }

  /// What was on the way arrives.
  private func settle(_ state: inout State) {
    let now = clock.uptime
    for (_, key) in state.late.filter({ $0.arrives <= now }) { _ = sell(key, &state) }
    state.late.removeAll { $0.arrives <= now }
  }

  /// The same key gives the same job, if the server honours keys.
  func sell(_ key: Ticket.ID, _ state: inout State) -> JobID {
    if case .key = capabilities.recall, let job = state.jobs.first(where: { $0.key == key }) { return job.id }
    state.count += 1
    let id = JobID.named("video_\(state.count)")
    let fate = state.fates.isEmpty ? 0 : state.fates.removeFirst()
    let now = clock.uptime
    state.jobs.append(Job(key: key, id: id, sold: now, done: now + .seconds(25), fate: fate))
    return id
  }

  private func restart(_ state: inout State) {
    if forgetsWholly { state.jobs.removeAll { $0.done > clock.uptime } }
    for index in state.jobs.indices where state.jobs[index].done > clock.uptime { state.jobs[index].isForgotten = true }
  }

  func known(_ id: JobID, _ state: State) throws(Fault) -> Job {
    guard let job = state.jobs.first(where: { $0.id == id }), !job.isForgotten else { throw .unknown }
    return job
  }

  private func fail(_ mishap: Mishap) throws(Fault) {
    switch mishap {
    case .busy: throw .busy(after: .seconds(4))
    case .unreachable: throw .unreachable("no route")
    case .broken, .cut: throw .lost("500")
    case .late:
      clock.pass(.seconds(30))
      throw .lost("no answer")
    case .wrong: throw .spoilt("the answer is no JSON")
    case .none, .refused, .restart: break
    }
  }
}
