import Claims

@testable import Takes

/// What may go wrong with one call.
enum Mishap: Hashable, CaseIterable {
  case none
  /// 429 or 503, with `Retry-After`.
  case busy
  case unreachable
  /// 500 before anything was done.
  case broken
  /// Done, and the answer lost; for downloads: cut.
  case cut
  /// Hangs, and is done only later.
  case late
  /// Another type; or an answer that is none.
  case wrong
  case refused
  /// The server starts again, and has forgotten what it had not finished.
  case restart
}

/// How a rehearsal goes: which call meets what, and when the client is killed.
struct Schedule: CustomStringConvertible {
  var recall: Recall
  var canCancel: Bool
  var mishaps: [Mishap]
  /// After how many actions a client is killed, again and again.
  var lives: [Int]
  /// How much of the last line is lost when it is.
  var tears: [Int]
  /// How many takes are wanted, each by a client of its own.
  var wanted: Int
  /// Which of them moves.
  var turns: [Int]
  /// Whether a job is made, refused or fails; and whether it is kept for long.
  var fates: [Int]
  /// The action at which somebody wishes to cancel.
  var cancelling: Int?
  var turnsClockBack: Bool
  /// Whether a server that starts again never sold what it had not finished.
  var forgetsWholly = false

  var description: String {
    "\(recall), cancels: \(canCancel), \(mishaps), lives \(lives), tears \(tears), wanted \(wanted), turns \(turns), "
      + "fates \(fates), cancelling \(cancelling.map { "\($0)" } ?? "never"), clock back: \(turnsClockBack)"
  }
}

extension Schedule {
  static func any(_ draws: inout Draws) -> Schedule {
    let recalls = [Recall.key(lasting: .seconds(3600)), .list(settling: .seconds(40)), .nothing]
    return Schedule(
      recall: draws.one(of: recalls), canCancel: draws.flag(),
      mishaps: draws.list(0...14) { $0.one(of: Mishap.allCases) }, lives: draws.list(0...6) { $0.int(1...12) },
      tears: draws.list(0...3) { $0.int(0...300) }, wanted: draws.int(1...3),
      turns: draws.list(0...40) { $0.int(0...2) },
      fates: draws.list(0...3) { $0.int(0...3) }, cancelling: draws.int(0...4) == 4 ? draws.int(0...12) : nil,
      turnsClockBack: draws.int(0...4) == 4)
  }
}
