import Claims

/// Something that happens in a history. Numbers that name something are taken modulo how many there are.
enum Step {
  /// A grant is signed, with the next number or one that was used before, and comes at once or later.
  case grant(PlainWorld.Grant, isLate: Bool, repeatsNumber: Bool)
  /// A grant that a stranger signs.
  case forge(PlainWorld.Grant)
  case revokeGrant(Int, isLate: Bool)
  case revokePost(Int, cameo: Int, isLate: Bool)
  case revokeCameo(Int, isLate: Bool)
  /// A statement comes: for the first time, or once more.
  case deliver(Int)
  case publish(author: Int, remixing: Int?, bringing: [Bool])
  case use(PlainWorld.Ask, isDraft: Bool)
  case turnClock(to: Int)
  /// All is forgotten but the log.
  case restart
}

extension Step {
  static func history(_ draws: inout Draws) -> [Step] {
    let opening: [Step] = [
      .publish(author: draws.int(0...4), remixing: nil, bringing: [true, true]),
      .grant(.any(&draws), isLate: false, repeatsNumber: false),
    ]
    return opening + draws.list(5...30) { Step.any(&$0) }
  }

  private static func any(_ draws: inout Draws) -> Step {
    switch draws.int(0...22) {
    case 0...10: .use(.any(&draws), isDraft: draws.flag())
    case 11...12:
      .publish(author: draws.int(0...4), remixing: draws.maybe(0...9), bringing: [draws.flag(), draws.flag()])
    case 13...15: .grant(.any(&draws), isLate: draws.int(0...3) == 3, repeatsNumber: draws.int(0...5) == 5)
    case 16: .turnClock(to: draws.int(0...12))
    case 17: .restart
    case 18, 19: .deliver(draws.int(0...19))
    case 20: .forge(.any(&draws))
    case 21: .revokeGrant(draws.int(0...9), isLate: draws.int(0...2) == 2)
    default:
      draws.int(0...3) == 3
        ? .revokeCameo(draws.int(0...1), isLate: draws.flag())
        : .revokePost(draws.int(0...9), cameo: draws.int(0...1), isLate: draws.flag())
    }
  }
}

extension PlainWorld.Grant {
  static func any(_ draws: inout Draws) -> PlainWorld.Grant {
    var grant = PlainWorld.Grant(cameo: draws.int(0...1))
    grant.to = draws.one(of: ["everyone", "people", "mutuals", "me"])
    if grant.cameo == 1, grant.to == "everyone" { grant.to = "people" }
    if grant.to == "people" { grant.people = Set(draws.list(1...3) { $0.int(0...4) }).sorted() }
    if draws.int(0...5) == 5 { grant.posts = Set(draws.list(1...3) { $0.int(0...9) }).sorted() }
    if grant.posts != nil { grant.andRemixes = draws.flag() }
    let media = draws.int(0...5)
    (grant.picture, grant.speech) = (media != 4, media != 5)
    (grant.noGin, grant.noViolence) = (draws.int(0...3) == 3, draws.int(0...3) == 3)
    grant.from = draws.int(0...3) == 3 ? draws.int(0...6) : nil
    grant.until = draws.int(0...2) == 2 ? (grant.from ?? 0) + draws.int(1...8) : nil
    (grant.remixesKeep, grant.waivesMark) = (!draws.flag(), draws.flag())
    grant.replaces = draws.int(0...4) == 4
    return grant
  }
}

extension PlainWorld.Ask {
  /// The post's number is made one of those there are when it is asked.
  static func any(_ draws: inout Draws) -> PlainWorld.Ask {
    PlainWorld.Ask(
      cameo: draws.int(0...1), executor: draws.maybe(0...4), post: draws.int(0...9), author: nil, ancestors: [],
      keptFrom: nil, picture: draws.int(0...3) != 3, speech: draws.int(0...3) != 3, gin: draws.int(0...4) == 4,
      violence: draws.int(0...4) == 4, hour: 0)
  }
}

extension Draws {
  fileprivate mutating func maybe(_ range: ClosedRange<Int>) -> Int? { flag() ? int(range) : nil }
}
