import Foundation
import Graph
import Journal
import Synchronization

@testable import Takes

/// Time that passes only when somebody waits.
final class RehearsedClock: Timekeeper {
  private let state = Mutex<(uptime: Duration, offset: Int)>((.zero, 0))

  var uptime: Duration { state.withLock(\.uptime) }

  var now: Moment {
    state.withLock { Moment.start.after($0.offset + Int($0.uptime.components.seconds)) }
  }

  func pass(_ duration: Duration) { state.withLock { $0.uptime += duration } }

  func wait(_ duration: Duration, _ stop: Stop) {
    if stop.wish == nil { pass(duration) }
  }

  func turnBack(_ seconds: Int) { state.withLock { $0.offset -= seconds } }
}

/// A shelf in memory, which outlives its clients.
final class RehearsedShelf: TakeShelf {
  private let objects = Mutex<Set<Digest>>([])

  func keep(contentsOf path: String) throws -> Digest {
    let digest = Digest(of: try Data(contentsOf: URL(fileURLWithPath: path)))
    objects.withLock { _ = $0.insert(digest) }
    return digest
  }

  func has(_ object: Digest) -> Bool { objects.withLock { $0.contains(object) } }
}
