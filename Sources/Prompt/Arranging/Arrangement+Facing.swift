internal import World

/// Who looks where.
extension Arrangement {
  /// Figures look at what they act on, and hoops and goals at who shoots.
  mutating func face() {
    for beat in beats {
      if roles[beat.subject].isFigure, roles[beat.subject].facing == nil,
        let other = beat.target ?? beat.object, roles[other].holder != beat.subject
      {
        roles[beat.subject].facing = handle(other)
      }
      if course(beat) > 0, roles[beat.subject].isFigure, roles[beat.subject].facing == nil {
        roles[beat.subject].facesCourse = true
      }
      guard let target = beat.target, roles[beat.subject].isFigure, roles[target].facing == nil else { continue }
      if ["basketball hoop", "goal"].contains(roles[target].word?.name)
        || (roles[target].isFigure && beat.doing == .throw)
      {
        roles[target].facing = roles[beat.subject].name
      }
    }
    let speakers = roles.indices.filter { roles[$0].isFigure && roles[$0].facing == nil }
    guard roles.filter(\.isFigure).count == 2, speakers.count == 2, beats.contains(where: { $0.doing == .say }) else {
      return
    }
    roles[speakers[0]].facing = roles[speakers[1]].name
    roles[speakers[1]].facing = roles[speakers[0]].name
  }

  /// The name that stands for a role in actions: of several lines the first.
  func handle(_ role: Int) -> String { lines[role].count > 1 ? "\(roles[role].name)_1" : roles[role].name }
}
