import Backends
import Claims
import Loopback
import Testing

@testable import Takes

/// The rehearsals with the real adapters, over sockets, against servers that speak the published formats and misbehave.
@Suite struct WireTests {
  private static let secret = "sk-Wq7rT0pL5zX2"

  @Test(arguments: WiredServer.Manner.allCases)
  func nothingIsBoughtTwiceNothingIsLostAndNoKeyIsTold(manner: WiredServer.Manner) throws {
    try always(runs: 70) { draws in
      (Schedule.any(&draws).over(manner), draws.number(upTo: 1000))
    } holds: { schedule, seed in
      let key = try Key(Self.secret, from: "the test")
      var wired: WiredServer?
      let rehearsal = try Rehearsal(schedule, seed: seed, key: key) { server in
        let hangs = schedule.mishaps.first == .late && schedule.mishaps.count > 7
        let made = try WiredServer(manner, server, key: key, hangs: hangs)
        wired = made
        return made.backend
      }
      try rehearsal.play()
      try rehearsal.check()
      let asked = (wired?.loopback.questions ?? []).map { "\($0.path)?\($0.query)" }
      return try (rehearsal.told + asked + rehearsal.scratch.lines).allSatisfy { !$0.contains(Self.secret.suffix(8)) }
    }
  }
}

extension Schedule {
  /// As far as a server of this kind can behave so. ComfyUI has no word for a refusal, and forgets nothing but by a start.
  fileprivate func over(_ manner: WiredServer.Manner) -> Schedule {
    var schedule = self
    schedule.canCancel = true
    switch manner {
    case .keyed: schedule.recall = .key(lasting: .seconds(3600))
    case .forgetful: schedule.recall = .nothing
    case .comfy:
      schedule.recall = .list(settling: .seconds(60))
      schedule.fates = fates.map { $0 == 1 || $0 == 2 ? 2 : 0 }
      schedule.forgetsWholly = true
    }
    return schedule
  }
}
