import Media
import Testing
import World

@testable import Physics

/// What passes from one thing to the next.
@Suite struct ChainTests {
  @Test(arguments: [1, 2, 3])
  func aCradlePassesOnAsManyBallsAsCame(count: Int) throws {
    let (radius, length) = (0.05, 0.6)
    let steel = Material.of(density: 7800, friction: 0, restitution: 1)
    let raised = Rotation(about: Vector(0, 0, 1), by: -0.4)(Vector(0, -length, 0))
    var (balls, ropes) = ([Thing](), [Link]())
    for n in 0..<5 {
      let hook = Vector(Double(n) * 2 * radius, 1, 0)
      balls.append(.ball("\(n)", radius, at: hook + (n < count ? raised : Vector(0, -length, 0)), steel))
      ropes.append(
        Link(.rope(length: length, thickness: 0.005, material: steel), Link.End("\(n)", .zero), Link.End(nil, hook)))
    }
    let motion = try Scene.of(balls, seconds: 1, links: ropes).play()
    // Half a swing after the blow those of the other end are up, and the rest hang.
    let period = 2 * Double.pi * (length / 9.81).squareRoot()
    for n in 0..<5 {
      let way = motion.place("\(n)", at: period / 2).x - Double(n) * 2 * radius
      let isUp = n >= 5 - count
      #expect(isUp ? way > 0.18 : abs(way) < 0.06, "ball \(n) is at \(way)")
    }
  }

  @Test func aRowOfDominoesRunsToTheGap() throws {
    var stones: [Thing] = []
    // Apart by half their height, but for one gap of more than a whole.
    var x = 0.0
    for n in 0..<12 {
      let turn = Rotation(about: Vector(0, 0, 1), by: n == 0 ? -0.25 : 0)
      let place = Vector(x, 0.2, 0) + (n == 0 ? Vector(0.02, 0.004, 0) : .zero)
      stones.append(
        .box("\(n)", Vector(0.06, 0.4, 0.2), at: place, turn: turn, .of(density: 600, friction: 0.4, restitution: 0.1)))
      x += n == 7 ? 0.55 : 0.2
    }
    let motion = try Scene.of(stones, seconds: 4, ground: .of(friction: 0.6)).play()
    let isDown = (0..<12).map { n in
      let up = motion.pose("\(n)", at: 4)?.rotation(.up) ?? .up
      return up.y < 0.9
    }
    #expect(isDown == (0..<12).map { $0 <= 7 })
  }

  @Test(arguments: [(0.4, true), (0.6, false)])
  func aStackStandsAsLongAsItsMiddleIsOverItsFoot(overhang: Double, stands: Bool) throws {
    let wood = Material.of(density: 600, friction: 0.6)
    let motion = try Scene.of(
      [
        .box("foot", Vector(1, 2, 0.4), at: Vector(0, 1, 0), motion: .fixed, wood),
        .box("one", Vector(1, 0.2, 0.4), at: Vector(overhang, 2.1, 0), wood),
      ], seconds: 2
    ).play()
    let sunk = motion.place("one", at: 0).y - motion.place("one", at: 2).y
    #expect(stands ? abs(sunk) < 0.002 : sunk > 0.05, "it sank by \(sunk) m")
  }

  @Test func aTowerOfTenStands() throws {
    let wood = Material.of(density: 600, friction: 0.5, restitution: 0.2)
    let boxes = (0..<10).map {
      Thing.box("\($0)", Vector(0.3, 0.2, 0.3), at: Vector(0, 0.1 + 0.2 * Double($0), 0), wood)
    }
    let motion = try Scene.of(boxes, seconds: 4).play()
    for n in 0..<10 {
      #expect((motion.place("\(n)", at: 4) - motion.place("\(n)", at: 0)).length < 0.01)
    }
  }

  @Test func aPendulumKeepsItsPeriod() throws {
    // 2π √(l/g) (1 + θ²/16), to 1 in 1000 for θ = 0.2.
    let (length, angle) = (1.0, 0.2)
    let start = Vector(0, 2, 0) + Rotation(about: Vector(0, 0, 1), by: angle)(Vector(0, -length, 0))
    let rope = Link(
      .rope(length: length, thickness: 0.01, material: .of()), Link.End("ball", .zero), Link.End(nil, Vector(0, 2, 0)))
    let motion = try Scene.of([.ball(at: start)], seconds: 8, links: [rope]).play()
    let xs = motion.places().map(\.x)
    let turns = xs.indices.dropFirst().filter { xs[$0 - 1] > 0 && xs[$0] <= 0 }.map { Double($0) / 240 }
    let period = (turns[turns.count - 1] - turns[0]) / Double(turns.count - 1)
    #expect(near(period, 2 * .pi * (length / 9.81).squareRoot() * (1 + angle * angle / 16), 0.005))
    // Nothing brakes it.
    #expect(near(xs.suffix(480).max() ?? 0, xs[0], 0.02))
  }

  @Test func aSpringSwingsByItsStiffness() throws {
    // √(m/k), about where it hangs: m g / k.
    let (mass, stiffness) = (4 / 3 * Double.pi * 1, 100.0)
    let spring = Link(
      .spring(length: 0.5, stiffness: stiffness, damping: 0), Link.End("ball", .zero), Link.End(nil, Vector(0, 3, 0)))
    let motion = try Scene.of([.ball(at: Vector(0, 2.5, 0))], seconds: 6, links: [spring]).play()
    let ys = motion.places().map(\.y)
    let middle = 2.5 - mass * 9.81 / stiffness
    let falls = ys.indices.dropFirst().filter { ys[$0 - 1] > middle && ys[$0] <= middle }.map { Double($0) / 240 }
    let period = (falls[falls.count - 1] - falls[0]) / Double(falls.count - 1)
    #expect(near(period, 2 * .pi * (mass / stiffness).squareRoot(), 0.01))
    #expect(near((ys.max() ?? 0) - (ys.min() ?? 0), 2 * mass * 9.81 / stiffness, 0.02))
  }

  @Test func aMotorTurnsItsHinge() throws {
    let door = Thing.box("door", Vector(1, 2, 0.05), at: Vector(0.5, 1.1, 0))
    let hinge = Link(
      .hinge(axis: .up, range: nil, motor: Link.Motor(speed: 2, strength: 1e4)), Link.End("door", Vector(-0.5, 0, 0)),
      Link.End(nil, Vector(0, 1.1, 0)))
    let motion = try Scene.of([door], seconds: 1, links: [hinge]).play()
    let way = motion.pose("door", at: 0.5)?.rotation(Vector(1, 0, 0)) ?? .zero
    // Counter-clockwise for who looks from above.
    #expect((way - Vector(Elementary.cos(1), 0, -Elementary.sin(1))).length < 0.03)
  }

  @Test func aHingeStopsAtItsRange() throws {
    let arm = Thing.box("arm", Vector(1, 0.1, 0.1), at: Vector(0.5, 3, 0))
    let hinge = Link(
      .hinge(axis: Vector(0, 0, 1), range: -0.5...0.2, motor: nil), Link.End("arm", Vector(-0.5, 0, 0)),
      Link.End(nil, Vector(0, 3, 0)))
    let way = try Scene.of([arm], seconds: 3, links: [hinge]).play().pose("arm", at: 3)?.rotation(Vector(1, 0, 0))
    #expect(abs((way?.y ?? 0) + Elementary.sin(0.5)) < 0.02)
  }

  @Test func aSliderKeepsToItsRail() throws {
    let cart = Thing.box("cart", Vector(0.3, 0.2, 0.2), at: Vector(0, 2, 0), velocity: Vector(1, 0, 0))
    let rail = Link(
      .slider(axis: Vector(1, 0, 0), range: -0.2...0.6, motor: nil), Link.End("cart", .zero),
      Link.End(nil, Vector(0, 2, 0)))
    let places = try Scene.of([cart], seconds: 2, links: [rail]).play().places("cart")
    #expect(places.allSatisfy { abs($0.y - 2) < 0.003 && abs($0.z) < 0.003 && $0.x < 0.62 })
    #expect(near(places.map(\.x).max() ?? 0, 0.6, 0.02))
  }

  @Test func whatIsWeldedStaysAsOne() throws {
    let weld = Link(.weld, Link.End("one", Vector(0.5, 0, 0)), Link.End("two", Vector(-0.5, 0, 0)))
    let motion = try Scene.of(
      [
        .box("one", Vector(1, 0.1, 0.1), at: Vector(0, 2, 0)),
        .box("two", Vector(1, 0.1, 0.1), at: Vector(1, 2, 0), .of(density: 3000)),
      ],
      seconds: 3, links: [weld]
    ).play()
    #expect(near((motion.place("two", at: 3) - motion.place("one", at: 3)).length, 1, 0.01))
  }
}
