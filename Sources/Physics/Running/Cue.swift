internal import Media
internal import World

/// Something that is done to the bodies at a step.
struct Cue {
  var step: Int
  var kind: Kind

  enum Kind {
    case vanish(mover: Int)
    case appear(mover: Int)
    case letGo(link: Int)
    case change(name: String, Deed.Change)
    case grasp(figure: Int, thing: String)
    case fall(figure: Int)
    case release(figure: Int, Release)
    case meetAgain(mover: Int)
    case push(name: String, impulse: Vector, place: Vector)

    /// What is done first at the same step.
    var rank: Int {
      switch self {
      case .vanish: 0
      case .appear: 1
      case .letGo: 2
      case .change: 3
      case .grasp: 4
      case .fall: 5
      case .release: 6
      case .meetAgain: 7
      case .push: 8
      }
    }
  }

  /// All that a scene has, in order; what is due at the same step and of the same kind keeps its order.
  static func all(of scene: Scene, movers: [Mover], performers: [Performer]) -> [Cue] {
    let cues =
      spans(of: scene, movers: movers) + deeds(of: scene)
      + performers.indices.flatMap { number in
        performers[number].cues(number)
      }
    return cues.enumerated().sorted { a, b in
      (a.element.step, a.element.kind.rank, a.offset) < (b.element.step, b.element.kind.rank, b.offset)
    }.map(\.element)
  }

  private static func spans(of scene: Scene, movers: [Mover]) -> [Cue] {
    movers.indices.flatMap { number -> [Cue] in
      guard case .thing(let thing) = movers[number].role, let span = scene.things[thing].span else {
        return [Cue(step: 0, kind: .appear(mover: number))]
      }
      return [
        Cue(step: Pulse.step(notBefore: max(span.start, .zero)), kind: .appear(mover: number)),
        Cue(step: Pulse.step(notBefore: max(span.end, .zero)), kind: .vanish(mover: number)),
      ]
    }
  }

  private static func deeds(of scene: Scene) -> [Cue] {
    scene.deeds.compactMap { deed in
      let step = Pulse.step(notBefore: max(deed.time, .zero))
      switch deed.kind {
      case .act: return nil
      case .push(let thing, let impulse, let place):
        return Cue(step: step, kind: .push(name: thing, impulse: impulse, place: place))
      case .change(let thing, let change): return Cue(step: step, kind: .change(name: thing, change))
      case .release(let link): return Cue(step: step, kind: .letGo(link: link))
      }
    }
  }
}
