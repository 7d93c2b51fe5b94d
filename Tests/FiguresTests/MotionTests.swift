import Claims
import Figures
import Media
import Testing
import World

/// Whatever a figure is told to do, in any order. The runs are few, as a debug build is slow; REPRISE_RUNS=20 looks harder.
struct MotionTests {
  @Test func nothingJumps() throws {
    try always(runs: 4) {
      $0.play()
    } holds: { kind, acts in
      let play = Play(kind, acts, things: [ball(0.11, at: Vector(1, 0.11, 2))], seconds: 12)
      return try moves(play, step: 1.0 / 240, until: 5)
    }
  }

  /// The hand of a pitcher has 20 m/s and 1000 m/s² or more (Fleisig, 1995); a paw's turn at a gallop has no less.
  private func moves(_ play: Play, step: Double, until end: Double) throws -> Bool {
    let size = play.figure.height
    var (last, before) = (play.poses(0), play.poses(0))
    for index in 1..<Int(end / step) {
      let poses = play.poses(Double(index) * step)
      for part in poses.indices {
        let speed = (poses[part].position - last[part].position).length / step
        let bend = poses[part].position - last[part].position * 2 + before[part].position
        let turn = 1 - abs((poses[part].rotation.quaternion * last[part].rotation.quaternion).sum())
        guard speed < 9 + 12 * size, bend.length / step / step < 1500 + 500 * size, turn < 0.03 else {
          throw Odd(
            what:
              "part \(part) \(play.actor.parts[part].material.name): \(speed) m/s, \(bend.length / step / step) m/s², turn \(turn) at \(Double(index) * step)"
          )
        }
      }
      (before, last) = (last, poses)
    }
    return true
  }

  @Test func nothingSinksIntoTheGround() throws {
    try always(runs: 4) {
      $0.play()
    } holds: { kind, acts in
      let play = Play(kind, acts, things: [ball(0.11, at: Vector(1, 0.11, 2))], seconds: 12)
      for frame in 0..<80 {
        let poses = play.poses(Double(frame) / 8)
        for part in poses.indices where play.bottom(part, poses) < -0.01 {
          throw Odd(
            what:
              "part \(part) \(play.actor.parts[part].material.name) of \(kind) at \(play.bottom(part, poses)) at \(Double(frame) / 8)"
          )
        }
      }
      return true
    }
  }

  @Test func posesAreTheSameInAnyOrder() throws {
    try always(runs: 6) { draws in
      (draws.play(), draws.list(2...6) { $0.real(0...12) })
    } holds: { told, times in
      let (a, b) = (Play(told.0, told.1, seconds: 12), Play(told.0, told.1, seconds: 12))
      let forward = times.map { a.poses($0) }
      return Array(times.reversed().map { b.poses($0) }.reversed()) == forward
    }
  }

  @Test func jointsHoldWhatTheyJoin() throws {
    try always(runs: 4) {
      $0.play()
    } holds: { kind, acts in
      let play = Play(kind, acts, things: [ball(0.11, at: Vector(1, 0.11, 2))], seconds: 12)
      for time in stride(from: 0.0, to: 12, by: 0.5) {
        let poses = play.poses(time)
        for joint in play.actor.joints where joint.reach > 0 {
          let gap = poses[joint.parts.x](joint.firstPlace) - poses[joint.parts.y](joint.secondPlace)
          guard gap.length < 1e-6 * play.figure.height else {
            throw Odd(what: "\(joint) \(gap) at \(time)")
          }
        }
      }
      return true
    }
  }

  @Test func allPartsAreJoinedToTheFirst() {
    for kind in Figure.Kind.allCases {
      let actor = Play(kind, []).actor
      var reached: Set<Int> = [0]
      for _ in actor.parts {
        for joint in actor.joints where reached.contains(joint.parts.x) { reached.insert(joint.parts.y) }
      }
      #expect(reached.count == actor.parts.count, "\(kind)")
      #expect(actor.joints.count == actor.parts.count - 1)
    }
  }

  @Test func hundredThousandDeedsAreBounded() {
    var acts: [(Double, Act)] = []
    for index in 0..<100_000 {
      let all: [Act] = [
        .wave(for: .zero), .nod, .look(at: .zero), .say(""), .walk(to: Vector(Double(index % 7), 0, 1)), .drop,
        .jump(height: 0.1, length: 0),
        .sit, .stand, .turn(heading: Double(index)),
      ]
      acts.append((Double(index) / 10_000, all[index % all.count]))
    }
    let play = Play(.person, acts, seconds: 10)
    #expect(play.actor.steps.count < 200)
    #expect(play.poses(10).count == play.actor.parts.count)
  }

  @Test func absurdNumbersDoNotTrap() throws {
    try always(runs: 30) { draws in
      (
        draws.one(of: Figure.Kind.allCases),
        draws.list(12...12) { draws in draws.flag() ? draws.finite() : draws.real(-3...3) }, draws.int(0...15)
      )
    } holds: { kind, x, which in
      let place = Vector(x[0], x[1], x[2])
      let aim = Aim(.place(place), speed: x[3])
      let acts: [Act] = [
        .walk(to: place), .run(to: place), .jump(height: x[4], length: x[5]), .throw(aim), .kick(thing: "ball", aim),
        .take(thing: "ball"), .drop,
        .wave(for: Time(flicks: Int64.max)), .nod, .turn(heading: x[6]), .sit, .stand,
        .dance(for: Time(flicks: Int64.min)), .look(at: place),
        .say(String(repeating: "a b\u{0}💥", count: 5_000)), .fall,
      ]
      let figure = Figure("ann", kind, height: x[7], at: Vector(x[8], x[9], x[10]), heading: x[11])
      let deeds = [which, (which + 1) % 16, (which + 5) % 16].enumerated().map {
        Deed(at: seconds(Double($0.offset) * 0.7), .act(figure: "ann", acts[$0.element]))
      }
      let scene = Scene(
        duration: Time(flicks: Int64.max), ground: Ground(paint), gravity: Vector(x[0], x[1], x[2]),
        things: [ball(x[3], at: place, holder: "ann")],
        figures: [figure], deeds: deeds, shots: [])
      let actor = Actor(figure, deeds: deeds, in: scene)
      return [0.0, 1.3, 4, 1e6].allSatisfy { time in
        actor.poses(at: seconds(time)).allSatisfy { $0.position.isFinite && $0.rotation.quaternion.sum().isFinite }
      }
    }
  }
}

struct Odd: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}
