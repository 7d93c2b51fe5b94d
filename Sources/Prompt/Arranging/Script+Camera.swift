internal import World

/// What the camera does: what the prompt says, or what an editor would do.
extension Script {
  func camera(_ seconds: Double) -> [SceneValue] {
    var entries: [(Double, SceneTable)] = []
    for shot in schedule.shots.indices {
      let wishes = setting.shots.filter { $0.shot == shot }
      let end = shot + 1 < schedule.shots.count ? schedule.shots[shot + 1] : seconds
      for (index, wish) in wishes.enumerated() {
        let even = schedule.shots[shot] + (end - schedule.shots[shot]) * Double(index) / Double(wishes.count)
        entries.append((index == 0 ? schedule.shots[shot] : wish.moment ?? even, self.shot(wish)))
      }
      if wishes.isEmpty { entries += plainShots(shot, until: end) }
    }
    var last = -1.0
    return entries.map { time, table in
      var table = table
      last = max(min(time, seconds), last + 0.1).rounded(digits: 2)
      table.fields.insert(.init("at", .number(max(last, 0))), at: 0)
      return .table(table)
    }
  }

  private func shot(_ wish: Setting.ShotWish) -> SceneTable {
    var table = SceneTable()
    table["shot"] = .text(wish.name)
    let names = wish.roles.prefix(6).map { SceneValue.text(arrangement.handle($0)) }
    let follows = arrangement.vocabulary.shot(wish.name)?.follows == true
    let mover = arrangement.beats.first { $0.shot >= wish.shot }.map { arrangement.handle($0.object ?? $0.subject) }
    if follows { table["follow"] = names.first ?? mover.map { .text($0) } }
    if !follows { table["of"] = names.count > 1 ? .table(SceneTable(Array(names))) : names.first }
    return table
  }

  /// One view of all, and of later shots of those who act there; then a cut to what matters next.
  private func plainShots(_ shot: Int, until end: Double) -> [(Double, SceneTable)] {
    let start = schedule.shots[shot]
    let beats = zip(arrangement.beats, schedule.starts).filter { $0.0.shot == shot }
    var entries = [(start, opening(shot, beats.map(\.0)))]
    for (time, table) in cuts(beats) where time > (entries.last?.0 ?? start) + 1.2 && time < end - 0.8 {
      entries.append((time, table))
    }
    return entries
  }

  private func opening(_ shot: Int, _ beats: [Beat]) -> SceneTable {
    let hunted = beats.first { $0.doing == .follow }
    if let hunt = hunted, beats.allSatisfy({ [hunt.subject, hunt.target].contains($0.subject) }) {
      return table("tracking", of: [hunt.subject, hunt.target ?? hunt.subject], follow: hunt.subject)
    }
    if let run = beats.first(where: { arrangement.course($0) > 7 }) {
      return table("tracking", of: [run.subject], follow: run.subject)
    }
    if let car = beats.first(where: { $0.doing == .drive }) { return table("tracking", follow: car.subject) }
    guard shot > 0 else { return table("wide") }
    var acting: [Int] = []
    for role in beats.flatMap({ [$0.subject, $0.object, $0.target].compactMap { $0 } }) where !acting.contains(role) {
      acting.append(role)
    }
    return table(["medium", "side", "low"][(shot - 1) % 3], of: acting)
  }

  /// To whoever speaks, once all have been seen, and to what is hit, when it is; back when something else happens.
  private func cuts(_ beats: [(Beat, Double)]) -> [(Double, SceneTable)] {
    var (last, cuts): (Int?, [(Double, SceneTable)]) = (nil, [])
    for (index, (beat, time)) in beats.enumerated() {
      let shown = beat.doing == .say ? beat.subject : nil
      if let speaker = shown, index == 0, roles.filter(\.isFigure).count == 1 {
        cuts.append((max(time, 1.5), table("close", of: [speaker])))
      } else if index > 0, shown != last {
        cuts.append((time, shown.map { table("close", of: [$0]) } ?? table("wide")))
      }
      last = shown
      if let impact = impact(beat, at: time) {
        cuts.append(impact)
        last = -1
      }
    }
    return cuts
  }

  /// What is hit, from when it is hit on.
  private func impact(_ beat: Beat, at start: Double) -> (Double, SceneTable)? {
    guard let target = beat.target, !roles[target].isFigure else { return nil }
    let way = (roles[target].place - roles[beat.object ?? beat.subject].place).length
    switch beat.doing {
    case .throw where roles[target].word?.name == "basketball hoop":
      return (start + 1.3, table("wide", of: [target]))
    case .kick: return beat.keeper.map { (start + 1.6, table("wide", of: [$0, target])) }
    case .drive: return (start + way / 9 + 0.3, table("medium wide", of: [target], follow: target))
    case .hit where arrangement.mark(of: beat) != nil: return (start + 1.3, table("wide", of: [target]))
    case .hit, .roll, .slide:
      return (start + way / 3 + 0.5, aftermath(target))
    default: return nil
    }
  }

  /// With room about it; of what is built up the pieces go everywhere, so no one of them is followed.
  private func aftermath(_ target: Int) -> SceneTable {
    table("medium wide", of: [target], follow: roles[target].count > 1 ? nil : target)
  }

  private func table(_ shot: String, of names: [Int] = [], follow: Int? = nil) -> SceneTable {
    var table = SceneTable()
    table["shot"] = .text(shot)
    table["follow"] = follow.map { .text(arrangement.handle($0)) }
    let shown = names.prefix(6).map { SceneValue.text(arrangement.handle($0)) }
    table["of"] = shown.count > 1 ? .table(SceneTable(Array(shown))) : shown.first
    return table
  }
}
