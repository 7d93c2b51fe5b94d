import Testing

/// What happens to solid things, seen in the pictures; and what happens when its cause is taken away.
///
/// After the scenes that Physics-IQ films (Motamed et al., 2025); docs/physics.md has them in a table.
@Suite(.serialized) struct SolidScenarioTests {
  private let laboratory: Laboratory

  init() throws { laboratory = try Laboratory() }

  private func film(_ name: String, fps: Int = 4, from start: Double = 0) throws -> (Screening, control: Screening) {
    (
      try laboratory.film(name, fps: fps, from: start),
      control: try laboratory.film(name, control: true, fps: fps, from: start)
    )
  }

  @Test func aBallRollsOffATableAndFalls() throws {
    let (film, control) = try film("rolls-off-a-table", fps: 8, from: 1.3)
    #expect(film.end(.red).y < 0.8 && film.end(.red).x > 0.6)
    #expect(control.end(.red).y > 1 && control.end(.red).x < 0)
  }

  @Test func ballsThatMeetGoBack() throws {
    let (film, control) = try film("balls-meet", from: 1.7)
    #expect(film.end(.red).x < -0.12 && film.end(.blue).x > 0.12)
    #expect(control.end(.red).x > 0.8 && control.end(.blue).x < -0.8)
  }

  @Test func theLastOfATrainLeaves() throws {
    let (film, control) = try film("ball-train", from: 1.3)
    #expect(film.end(.blue).x > 0.6 && film.end(.green).x < 0.3 && film.end(.red).x < 0.1)
    #expect(control.end(.red).x > 0.8 && abs(control.end(.green, depth: -0.5).x + 0.2) < 0.05)
  }

  @Test(arguments: [false, true]) func aCradlePassesOnAsManyBallsAsCame(control: Bool) throws {
    // Half a swing after the blow they are up: 3/4 of 2π √(l/g) (1 + θ²/16) after they were let go, less a quarter.
    let film = try laboratory.film("cradle", control: control, fps: 20, from: 1.15)
    let paints: [Paint] = [.red, .yellow, .green, .cyan, .blue]
    let isUp = paints.enumerated().map { film.begin($1).x - Double($0 - 2) * 0.24 > 0.3 }
    #expect(isUp == [false, false, false, !control, true])
  }

  @Test func aWeightProtectsWhatIsBehindIt() throws {
    let (film, control) = try film("weight-protects-duck", from: 1.1)
    #expect(abs(film.end(.yellow).x - 0.6) < 0.05 && film.end(.red).x < 0)
    #expect(control.track(.yellow).contains { $0.x > 0.9 })
  }

  @Test func dominoesStopAtAGapThatIsTooWide() throws {
    let (film, control) = try film("dominoes", from: 1.7)
    #expect(film.end(.red).y < 0.2 && abs(film.end(.blue).y - 0.25) < 0.05 && film.end(.blue).high > 0.45)
    #expect(control.end(.red).y < 0.2 && control.end(.blue).y < 0.2)
  }

  @Test func aGateStandsOnBothOfItsPosts() throws {
    let (film, control) = try film("gate", from: 0.7)
    #expect(abs(film.end(.yellow).y - 0.9) < 0.05 && abs(film.end(.red).y - 1.15) < 0.05)
    #expect(control.end(.yellow).low < 0.3 && control.end(.red).y < 0.4)
  }

  @Test func aStackFallsWhenItsMiddleLeavesItsFoot() throws {
    let (film, control) = try film("stack", from: 0.7)
    #expect(abs(film.end(.red).y - 1.07) < 0.05)
    #expect(control.end(.red).y < 0.6)
  }

  @Test func aBallStaysInABasket() throws {
    let (film, control) = try film("ball-in-basket")
    #expect(film.begin(.red).y > 1.7 && !film.end(.red).isSeen)
    #expect(control.begin(.red).y > 1.7 && control.end(.red).y < 0.5)
  }

  /// 1.5 m/s, at the end 0.6 % slower: it comes out from behind the box's right edge, seen from 14 m.
  @Test func aBallThatRollsBehindABoxComesOutWhenItMust() throws {
    let (film, control) = try film("behind-a-box", fps: 10)
    let seen = film.track(.red, depth: -0.6)
    let hidden = zip(seen, seen.dropFirst()).first { $1.time - $0.time > 0.15 }
    let (before, after) = try #require(hidden)
    #expect(before.x < -0.4 && after.x > 0.4)
    #expect(near((after.x - before.x) / (after.time - before.time), 1.48, within: 0.05))
    #expect(control.track(.red, depth: 0.6).count == control.count)
  }

  @Test func aBallRollsIntoAnOpenBoxAndStays() throws {
    let (film, control) = try film("into-a-box", from: 1.3)
    #expect(!film.end(.red).isSeen)
    #expect(control.end(.red).x < 0.3)
  }

  @Test func aRampTakesSpeed() throws {
    let fast = try laboratory.film("up-a-ramp", fps: 8)
    let slow = try laboratory.film("up-a-ramp", control: true, fps: 4)
    #expect(fast.track(.red).contains { $0.x > 0.9 && $0.y > 0.4 })
    #expect(slow.track(.red).allSatisfy { $0.x < 0.9 })
  }

  @Test func jellyTakesAFall() throws {
    let (film, control) = try film("soft-landing", fps: 10, from: 0.9)
    let rise = { (film: Screening) in film.track(.red).map(\.y).max() ?? 0 }
    #expect(rise(film) - 0.75 < 0.35, "over the jelly")
    #expect(rise(control) - 0.12 > 0.9, "over the ground")
  }

  @Test func aClothCoversABall() throws {
    let (film, control) = try film("cover", fps: 2)
    #expect(film.begin(.red).area > 0.1 && film.end(.red).area < 0.01)
    #expect(control.end(.red).area > 0.2)
  }

  @Test func whatABasketHidIsStillThere() throws {
    let (film, control) = try film("peekaboo", fps: 2)
    let first = film.begin(.red), last = film.end(.red)
    #expect(
      film.track(.red).count < film.count && abs(last.x - first.x) < 0.02 && abs(last.area / first.area - 1) < 0.3)
    #expect(control.track(.red).count == control.count)
  }

  @Test func frictionHoldsABlockOnASlope() throws {
    let (film, control) = try film("rough-slope", fps: 2)
    #expect(abs(film.end(.red).x - film.begin(.red).x) < 0.02)
    #expect(control.end(.red).x - control.begin(.red).x > 0.8)
  }

  @Test func aBallFallsWhenItsRopeIsCut() throws {
    let (film, control) = try film("let-go", fps: 3)
    #expect(film.begin(.red).y > 1.3 && film.end(.red).y < 0.5)
    #expect(abs(control.end(.red).y - 1.45) < 0.05)
  }

  @Test func theHeavierSideOfASeesawGoesDown() throws {
    let (film, control) = try film("seesaw", from: 0.7)
    #expect(film.end(.red).x > 0.5 && film.end(.red).y < 0.4)
    #expect(control.end(.red).x < -0.5 && control.end(.red).y < 0.4)
  }

  @Test func nothingGoesThroughAWall() throws {
    let film = try laboratory.film("thin-wall", size: .middle, fps: 40)
    let control = try laboratory.film("thin-wall", control: true, size: .middle, fps: 40)
    #expect(film.track(.red).count > 8 && film.track(.red).allSatisfy { $0.x < 0.2 })
    #expect(control.track(.red).contains { $0.x > 0.8 })
  }
}
