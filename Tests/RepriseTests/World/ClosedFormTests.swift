import Foundation
import Testing

/// Physics, measured from the pixels of an encoded video, against the formulas of any textbook.
@Suite(.serialized) struct ClosedFormTests {
  private let laboratory: Laboratory
  private let g = 9.81

  init() throws { laboratory = try Laboratory() }

  /// s = g t² / 2, of plastic and of iron alike.
  @Test func aFallIsHalfGTimesTimeSquared() throws {
    let film = try laboratory.film("fall", size: .large, fps: 20)
    for paint in [Paint.red, .blue] {
      let fall = Line(through: film.track(paint).map { ($0.time * $0.time, $0.y) })
      #expect(near(-2 * fall.slope, g, within: 0.01), "\(paint): \(-2 * fall.slope) m/s²")
    }
  }

  @Test func aThrowIsAParabola() throws {
    let ball = try laboratory.film("parabola", size: .large, fps: 20).track(.red)
    let across = Line(through: ball.map { ($0.time, $0.x) })
    let down = Line(through: ball.map { ($0.time * $0.time, $0.y - 5 * $0.time) })
    #expect(near(across.slope, 3.4, within: 0.01), "\(across.slope) m/s")
    #expect(near(-2 * down.slope, g, within: 0.01), "\(-2 * down.slope) m/s²")
  }

  /// v₁ = (m₁ − m₂) / (m₁ + m₂) v and v₂ = 2 m₁ / (m₁ + m₂) v, of 3 kg and 1 kg.
  @Test func aBlowKeepsMomentumAndEnergy() throws {
    let film = try laboratory.film("collision", size: .large, fps: 12)
    func speed(_ paint: Paint, _ times: Range<Double>) -> Double {
      Line(through: film.track(paint).filter { times.contains($0.time) }.map { ($0.time, $0.x) }).slope
    }
    // They meet after 1.06 m of 1.5 m/s.
    let (before, after) = (0..<0.66, 0.76..<2.0)
    let (came, large, small) = (speed(.red, before), speed(.red, after), speed(.blue, after))
    #expect(near(3 * large + small, 3 * came, within: 0.01), "momentum \(3 * large + small) of \(3 * came)")
    #expect(near(came, 1.5, within: 0.03) && near(large, 0.75, within: 0.03), "\(came), then \(large) m/s")
    #expect(near(small, 2.25, within: 0.03), "\(small) m/s")
  }

  /// The next height is e² of the last. In flight y + g t² / 2 is a straight line, and its slope says how high it goes.
  @Test func aBounceGoesToTheSquareOfTheRestitution() throws {
    let film = try laboratory.film("bounces", size: .large, fps: 15)
    let (drop, radius) = (1.8, 0.12)
    let fall = (2 * drop / g).squareRoot()
    for (paint, restitution) in [(Paint.red, 0.9), (.green, 0.7), (.blue, 0.5)] {
      let flight = (fall + 0.04)..<(fall + 2 * fall * restitution - 0.04)
      let line = Line(
        through: film.track(paint).filter { flight.contains($0.time) }.map {
          ($0.time, $0.y + g / 2 * $0.time * $0.time)
        })
      let top = line.start + line.slope * line.slope / (2 * g) - radius
      #expect(near(top / drop, restitution * restitution, within: 0.03), "\(restitution): \(top / drop)")
    }
  }

  /// 5/7 g sin θ: of each metre that it comes down two sevenths of the work turn it.
  @Test func aBallRollsDownAtFiveSeventhsOfTheSlope() throws {
    let angle = 20 * Double.pi / 180
    let ball = try laboratory.film("incline", size: .large, fps: 10).track(.red)
    let way = Line(through: ball.map { ($0.time * $0.time, $0.x * cos(angle) - $0.y * sin(angle)) })
    let closed = 5.0 / 7 * g * sin(angle)
    #expect(near(2 * way.slope, closed, within: 0.03), "\(2 * way.slope) of \(closed) m/s²")
  }

  /// 2π √(l/g) (1 + θ²/16), between the first time and the third that it goes through the middle.
  @Test func aPendulumKeepsItsPeriod() throws {
    let bob = try laboratory.film("pendulum", size: .middle).track(.red)
    let crossings = zip(bob, bob.dropFirst()).filter { $0.x * $1.x < 0 }.map { before, after in
      before.time + (after.time - before.time) * before.x / (before.x - after.x)
    }
    try #require(crossings.count == 3)
    let closed = 2 * Double.pi * (1 / g).squareRoot() * (1 + 0.04 / 16)
    let period = crossings[2] - crossings[0]
    #expect(near(period, closed, within: 0.01), "\(period) of \(closed) s")
  }

  /// Archimedes. The water's edge is at row 210 of 360, by the pinhole.
  @Test func aBoxFloatsAsDeepAsItsDensity() throws {
    let film = try laboratory.film("floating", size: .full, fps: 2, from: 9.5)
    let camera = Pinhole(y: 0.1, angle: 5)
    for (paint, ratio) in [(Paint.red, 0.25), (.yellow, 0.5), (.magenta, 0.75)] {
      let out = film.track(paint, depth: 0.3, camera: camera, rows: 0...210.0 / 360).last?.thickness ?? 0
      #expect(near((0.3 - out) / 0.3, ratio, within: 0.03), "\(ratio): \((0.3 - out) / 0.3)")
    }
  }
}
