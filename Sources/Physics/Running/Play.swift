internal import Media
internal import World

/// A scene under way: all that moves, and what has become of it so far.
///
/// One step: what is due is done, what moves by will is sent on its way, forces act, Bullet moves the bodies, soft things
/// follow, and what met is noted. Nothing looks ahead, so what is done at a time changes nothing before it.
final class Play {
  let scene: Scene
  let world: RigidWorld
  var movers: [Mover]
  var performers: [Performer]
  var links: [Tie]
  var sheets: [SoftBody]
  var states: [BodyState?]
  var cues: [Cue]
  var owners: [Owner] = []
  var log = ContactLog()
  var spray: Spray
  var wetness: [Wetness]
  var unreached: [Unreached] = []
  private var records: [Record] = []
  private var work = 0
  private let partCount: Int
  private let cords: [Cord]

  /// Steps of parts: 20 for 13 minutes, or 500 for half a minute; about a minute of work.
  static let mostWork = 8_000_000

  init(_ scene: Scene, performances: [String: any Performance]) throws(PhysicsError) {
    self.scene = scene
    world = try RigidWorld()
    (movers, performers) = Cast.made(of: scene, performances: performances)
    partCount = movers.reduce(0) { $0 + $1.parts.count }
    cords = scene.links.indices.compactMap { Cord(scene.links[$0], number: $0, gravity: scene.gravity) }
    links = scene.links.indices.map { Tie(link: scene.links[$0], number: $0) }
    sheets = scene.sheets.map { SoftBody($0, seed: scene.seed) }
    states = Array(repeating: nil, count: movers.count)
    wetness = Array(repeating: Wetness(), count: movers.count)
    cues = Cue.all(of: scene, movers: movers, performers: performers)
    spray = Spray(level: scene.water?.level ?? 0, gravity: scene.gravity)
    try addGround()
  }

  func run() throws(PhysicsError) -> Motion {
    let last = Pulse.step(notBefore: scene.duration)
    for step in 0...last {
      if step % Pulse.kept == 0 {
        try performCues(at: step)
        record()
      }
      if step < last { try advance(step) }
    }
    return motion()
  }

  func advance(_ step: Int) throws(PhysicsError) {
    driveMovers(from: step)
    applyForces(at: step)
    let parts = try world.step(Pulse.seconds)
    try count(parts, at: step)
    readStates()
    moveSheets(at: step)
    listen(at: step)
  }

  private func count(_ parts: Int, at step: Int) throws(PhysicsError) {
    work += parts * (partCount + 1)
    if work > Play.mostWork { throw .tooMuchWork(at: Pulse.time(of: step).seconds) }
  }

  /// Where the bodies are now. What has left all measure is taken out of the world.
  func readStates() {
    for index in movers.indices {
      guard let body = movers[index].body, movers[index].drive != .fixed else { continue }
      let state = world.state(of: body)
      guard movers[index].isFree else { states[index] = state; continue }
      guard state.pose.position.isFinite, state.velocity.isFinite, state.pose.position.length < 1e5 else {
        remove(index)
        continue
      }
      states[index] = state
      movers[index].pose = state.pose * movers[index].frame.inverse
    }
  }

  private func record() {
    records.append(
      Record(
        movers: movers.map { $0.isThere ? $0.pose : nil }, cords: cords.map { ends(of: $0.link) },
        skins: sheets.map(\.skin)))
  }

  private func motion() -> Motion {
    var (props, places) = ([Stage.Prop](), [Motion.Place]())
    for (index, mover) in movers.enumerated() {
      for part in mover.parts {
        props.append(Stage.Prop(owner: mover.name, solid: part.solid, surface: part.material.surface))
        places.append(Motion.Place(mover: index, pose: part.pose))
      }
    }
    props += cords.flatMap { $0.props(owner: scene.links[$0.link].first.thing ?? "rope") }
    let skins = zip(scene.sheets, sheets).map {
      Stage.Skin(owner: $0.name, surface: $0.material.surface, triangles: $1.triangles)
    }
    let steps = performers.flatMap { performer in
      performer.performance.steps.filter { $0.time < (performer.performance.fall ?? .limit) }
    }
    return Motion(
      stage: Stage(props: props, skins: skins), contacts: log.all(with: steps, until: scene.duration),
      unreached: unreached, duration: scene.duration, records: records, places: places, cords: cords, spray: spray)
  }
}
