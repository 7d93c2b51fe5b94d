internal import World

/// Where it is, if the prompt does not say: where such things are at home.
extension Teller {
  private static let homes: [(things: Set<String>, place: String)] = [
    (["basketball hoop"], "court"), (["goal"], "pitch"), (["boat", "buoy", "raft", "rubber duck", "toy boat"], "lake"),
    (["bowling pin"], "gym"), (["snowman", "snowball"], "snowfield"), (["palm"], "beach"), (["cactus"], "desert"),
    (["car", "truck", "bus", "streetlamp", "bicycle", "house"], "street"),
    (["table", "chair", "sofa", "bed", "shelf", "lamp", "television", "piano"], "room"),
    (["teapot", "plate"], "kitchen"),
    (["tree", "bush", "flower", "bench", "swing", "tent", "log", "fence", "seesaw"], "park"),
    (["castle", "pyramid"], "mountain"), (["rocket"], "space"),
  ]

  mutating func supposePlace() {
    if setting.place?.water != nil, setting.place?.place == .sea { leaveTheSea() }
    guard setting.place == nil else { return }
    let names = Set(roles.compactMap { $0.word?.name })
    let isAlive = roles.contains(where: \.isAnimal)
    let home = Self.homes.first { !$0.things.isDisjoint(with: names) }?.place ?? (isAlive ? "park" : nil)
    guard let home, let word = vocabulary.place(home) else { return }
    setting.place = word
    assumed.append("the place is a \(home)")
  }

  /// Who does not swim stands on a beach.
  private mutating func leaveTheSea() {
    let isDry = roles.contains { role in
      if case (_, .water)? = role.relation { return false }
      return role.holder == nil && role.relation == nil
    }
    guard isDry, let beach = vocabulary.place("beach") else { return }
    setting.place = beach
    assumed.append("the place is a beach: not all that is told of swims")
  }

  /// A vase that is nowhere is on the table, if there is one.
  mutating func layTable() {
    let tableware: Set = [
      "vase", "mug", "bottle", "glass", "plate", "bowl", "teapot", "candle", "cake", "book", "apple", "orange", "egg",
    ]
    guard let table = roles.firstIndex(where: { $0.word?.name == "table" }) else { return }
    for role in roles.indices where roles[role].relation == nil && roles[role].holder == nil {
      guard let name = roles[role].word?.name, tableware.contains(name), roles[role].opening == nil else { continue }
      let isMeant = beats.contains { ($0.subject == role && $0.doing != .topple) || $0.object == role }
      guard !isMeant else { continue }
      roles[role].relation = (.on, .role(table))
      assumed.append("\(roles[role].name) is on the \(roles[table].noun)")
    }
  }
}
