internal import Media
internal import World

/// Who takes part: things in the order of the scene, then the parts of its figures.
enum Cast {
  static func made(
    of scene: Scene, performances: [String: any Performance]
  ) -> (movers: [Mover], performers: [Performer]) {
    let figures = scene.figures.filter { performances[$0.name] != nil }
    let hands = Dictionary(zip(figures.map(\.name), figures.indices), uniquingKeysWith: { first, _ in first })
    var movers = scene.things.enumerated().map { number, thing in
      Mover(thing, number: number, drive: drive(of: thing, hands: hands))
    }
    var performers: [Performer] = []
    for (number, figure) in figures.enumerated() {
      guard let performance = performances[figure.name] else { continue }
      let first = movers.count
      for (index, (part, pose)) in zip(performance.parts, performance.poses(at: .zero)).enumerated() {
        movers.append(Mover(part, of: figure.name, number: number, part: index, pose: pose))
      }
      performers.append(
        Performer(figure.name, performance, movers: first..<movers.count, family: number + 1))
    }
    return (movers, performers)
  }

  private static func drive(of thing: Thing, hands: [String: Int]) -> Mover.Drive {
    if let holder = thing.holder, let hand = hands[holder] { return .held(by: hand) }
    return switch thing.motion {
    case .fixed: .fixed
    case .free: .free
    case .path(let keys): keys.isEmpty ? .fixed : .path(keys)
    }
  }
}

/// Whose a body is: for the names and sounds of what meets.
struct Owner {
  var mover: Int?
  var name: String
  /// By piece.
  var sounds: [String]
  var size: Double

  func sound(of piece: Int) -> String { sounds.indices.contains(piece) ? sounds[piece] : sounds.first ?? "wood" }
}
