import Claims
import Foundation
import Media
import Testing
import World

@testable import Figures

/// Walking and running against what was measured of people.
struct GaitTests {
  private let hipHeight = 0.53 * 1.75

  private func gait(_ speed: Double) -> Gait { Gait(.biped, speed: speed, hipHeight: hipHeight, gravity: 9.81) }

  /// Öberg, Karsznia and Öberg, "Basic gait parameters", 1993: men of 20 to 29, normal gait.
  @Test func stepsAreAsLongAndAsManyAsMeasured() {
    let walk = gait(1.227)
    #expect(abs(walk.stride / 2 - 0.616) < 0.03)
    #expect(abs(2 / walk.period - 1.98) < 0.1)
  }

  /// Cavanagh and Kram, "Stride length in distance running", 1989: 1.4 strides a second, and 2.5 m, at 3.5 m/s.
  @Test func runningStridesAreAsMeasured() {
    let run = gait(3.5)
    #expect(run.isRun)
    #expect(abs(1 / run.period - 1.4) < 0.15)
    #expect(abs(run.stride - 2.5) < 0.25)
  }

  @Test func strideTimesFrequencyIsSpeed() throws {
    try always {
      $0.real(0.8...6)
    } holds: { speed in
      abs(gait(speed).stride / gait(speed).period - speed) < 1e-9 * speed + 1e-6
    }
  }

  @Test func aWalkHasSixTenthsOfAStrideOnTheGround() throws {
    let script = try #require(Walk(.walk(to: Vector(0, 0, 12))))
    for footing in script.mime.script.footings {
      for (a, b) in zip(footing.swings.dropFirst(3), footing.swings.dropFirst(4)).prefix(6) {
        #expect(abs((b.lift - a.land) / (b.land - a.land) - 0.6) < 0.02)
      }
    }
  }

  @Test func onlyWhoRunsFlies() throws {
    let (walk, run) = (try #require(Walk(.walk(to: Vector(0, 0, 10)))), try #require(Walk(.run(to: Vector(0, 0, 25)))))
    #expect(walk.flights(1...8) == 0)
    // Three strides a second have six flights in two seconds.
    #expect((5...7).contains(run.flights(2.5...4.5)))
  }

  /// Winter, "Biomechanics and Motor Control of Human Movement", table A.3: the knee bends to 60° or so in the swing, and to 20°
  /// after the heel strikes; the hip goes from 10° to 20° back to 20° to 35° ahead.
  @Test func jointsBendAsMeasured() throws {
    let walk = try #require(Walk(.walk(to: Vector(0, 0, 12))))
    let times = Array(stride(from: 4.0, to: 6.4, by: 0.01))
    let knees = times.map { walk.knee($0) * 180 / .pi }
    #expect((50...72).contains(knees.max() ?? 0), "\(knees.max() ?? 0)")
    #expect((0...12).contains(knees.min() ?? 0), "\(knees.min() ?? 0)")
    let hips = times.map { walk.hip($0) * 180 / .pi }
    #expect((18...36).contains(hips.max() ?? 0), "\(hips.max() ?? 0)")
    #expect((-26 ... -8).contains(hips.min() ?? 0), "\(hips.min() ?? 0)")
  }

  /// 3 to 6 cm in a walk (Perry, "Gait Analysis"), 6 to 11 in a run.
  @Test func theBodyRisesAndSinksAsMeasured() throws {
    let walk = try #require(Walk(.walk(to: Vector(0, 0, 12)))).rise(4...6)
    let run = try #require(Walk(.run(to: Vector(0, 0, 25)))).rise(3...4.5)
    #expect((0.025...0.06).contains(walk), "\(walk)")
    #expect((0.06...0.13).contains(run), "\(run)")
  }

  @Test func feetDoNotSlide() throws {
    try always(runs: 5) {
      $0.play()
    } holds: { kind, acts in
      // A horse that turns on the spot before it kicks slides, by 15 cm at most: see docs/decisions/figures.md.
      let acts = acts.filter { if case .kick = $0.1 { kind != .horse } else { true } }
      let play = Play(kind, acts, things: [ball(0.11, at: Vector(1, 0.11, 2))], seconds: 12)
      let mime = play.actor.mime
      for (leg, footing) in zip(mime.script.anatomy.legs, mime.script.footings) {
        for (a, b) in zip(footing.swings, footing.swings.dropFirst()) where b.lift < 12 {
          let times = (0...6).map { a.flat + (b.lift - a.flat) * Double($0) / 6 }
          let places = times.map { mime.frames(at: $0)[leg.bones[3]].position.level }
          for (place, time) in zip(places, times) where (place - a.to.place).length > 0.01 {
            throw Odd(what: "\(kind) slides \((place - a.to.place).length) m at \(time)")
          }
        }
      }
      return true
    }
  }

  @Test func aWalkEndsWhereItShould() throws {
    try always(runs: 15) { draws in
      (draws.one(of: Figure.Kind.allCases), draws.place())
    } holds: { kind, place in
      let play = Play(kind, [(0, .walk(to: place))], seconds: 60)
      let end = play.actor.mime.stance(at: 60).ground
      return (end - place).length < 0.05 * play.figure.height
    }
  }
}

/// Somebody who goes somewhere.
private struct Walk {
  let mime: Mime

  init?(_ act: Act) { mime = Play(.person, [(0, act)]).actor.mime }

  /// How often neither foot is on the ground.
  func flights(_ range: ClosedRange<Double>) -> Int {
    var (count, wasUp) = (0, false)
    for time in stride(from: range.lowerBound, to: range.upperBound, by: 0.002) {
      let isUp = !mime.script.footings.contains { $0.isDown(at: time) }
      if isUp && !wasUp { count += 1 }
      wasUp = isUp
    }
    return count
  }

  func rise(_ range: ClosedRange<Double>) -> Double {
    let heights = stride(from: range.lowerBound, to: range.upperBound, by: 0.01).map {
      mime.frames(at: $0)[.pelvis].position.y
    }
    return (heights.max() ?? 0) - (heights.min() ?? 0)
  }

  func knee(_ time: Double) -> Double {
    let frames = mime.frames(at: time)
    let (thigh, shin) = (frames[.leftThigh].rotation(.up), frames[.leftShin].rotation(.up))
    return acos(min(1, thigh.dot(shin)))
  }

  func hip(_ time: Double) -> Double {
    let frames = mime.frames(at: time)
    let down = -frames[.leftThigh].rotation(.up)
    return atan2(down.z, -down.y)
  }
}
