import Claims
import Figures
import Media
import World

let paint = Material(name: "paint", substance: Substance(density: 500), surface: Surface(.white))

func seconds(_ number: Double) -> Time { Time(seconds: number) ?? .zero }

/// A figure at the origin, and what it does.
struct Play {
  let figure: Figure
  let actor: Actor
  let scene: Scene

  init(
    _ kind: Figure.Kind = .person, height: Double? = nil, _ acts: [(Double, Act)], things: [Thing] = [],
    seconds length: Double = 30, gravity: Double = 9.81
  ) {
    let figure = Figure("ann", kind, height: height ?? kind.height, at: .zero)
    let deeds = acts.map { Deed(at: seconds($0.0), .act(figure: "ann", $0.1)) }
    let scene = Scene(
      duration: seconds(length), ground: Ground(paint), gravity: Vector(0, -gravity, 0), things: things,
      figures: [figure], deeds: deeds, shots: [])
    (self.figure, self.scene) = (figure, scene)
    actor = Actor(figure, deeds: deeds, in: scene)
  }

  /// Of a part, by the order of bones; the feet are found as the lowest.
  func poses(_ time: Double) -> [Pose] { actor.poses(at: seconds(time)) }

  /// The lowest point of a part.
  func bottom(_ index: Int, _ poses: [Pose]) -> Double { actor.parts[index].solid.lowest(at: poses[index]) }
}

extension Figure.Kind {
  var height: Double {
    switch self {
    case .person, .robot: 1.75
    case .child: 1.15
    case .dog: 0.7
    case .cat: 0.35
    case .horse: 2.1
    case .bird: 0.25
    }
  }
}

extension Solid {
  func lowest(at pose: Pose) -> Double {
    let axis = pose.rotation(.up)
    switch self {
    case .sphere(let radius): return pose.position.y - radius
    case .capsule(let radius, let height): return pose.position.y - abs(axis.y) * height / 2 - radius
    case .mesh(let mesh): return mesh.vertices.map { pose(Vector($0)).y }.min() ?? 0
    case .box(let size):
      let (x, z) = (pose.rotation(Vector(1, 0, 0)), pose.rotation(Vector(0, 0, 1)))
      return pose.position.y - (abs(x.y) * size.x + abs(axis.y) * size.y + abs(z.y) * size.z) / 2
    case .cylinder(let radius, let height), .cone(let radius, let height):
      return pose.position.y - abs(axis.y) * height / 2 - radius * max(0, 1 - axis.y * axis.y).squareRoot()
    case .ring(let radius, let tube): return pose.position.y - radius - tube
    }
  }
}

extension Draws {
  mutating func place(_ size: Double = 4) -> Vector { Vector(real(-size...size), 0, real(-size...size)) }

  mutating func act() -> Act {
    let aims: [Aim.Target] = [
      .place(Vector(real(-8...8), real(0...3), real(-8...8))), .thing("ball"), .direction(place()), .thing("nobody"),
    ]
    let aim = Aim(one(of: aims))
    switch int(0...16) {
    case 0: return .walk(to: place())
    case 1: return .run(to: place(12))
    case 2: return .jump(height: real(0.05...1), length: real(-1...2))
    case 3: return .throw(aim)
    case 4: return .kick(thing: "ball", aim)
    case 5: return .take(thing: "ball")
    case 6: return .drop
    case 7: return .wave(for: seconds(real(0.2...4)))
    case 8: return .nod
    case 9: return .turn(heading: real(-4...4))
    case 10: return .sit
    case 11: return .stand
    case 12: return .dance(for: seconds(real(0.5...5)))
    case 13: return .look(at: Vector(real(-5...5), real(0...3), real(-5...5)))
    case 14: return .say("It was not me, I was somewhere else.")
    case 15: return .turn(heading: real(-4...4))
    default: return .walk(to: place())
    }
  }

  mutating func play() -> (Figure.Kind, [(Double, Act)]) {
    let kind = one(of: Figure.Kind.allCases)
    var time = 0.0
    let acts = list(1...7) { draws in
      time += draws.real(0...3)
      return (time, draws.act())
    }
    return (kind, acts)
  }
}

func ball(_ radius: Double, at place: Vector, holder: String? = nil) -> Thing {
  Thing("ball", [Part(.sphere(radius: radius), of: paint)], at: Pose(place), holder: holder)
}
