import Testing

/// Water and wind, as far as they go, seen in the pictures; and without their causes.
@Suite(.serialized) struct FluidScenarioTests {
  private let laboratory: Laboratory

  init() throws { laboratory = try Laboratory() }

  @Test func aStoneSinksAndCorkSwims() throws {
    let camera = Pinhole(y: 0.8, z: 8, angle: 14)
    let stone = try laboratory.film("sink-or-swim", fps: 2, from: 2)
    let cork = try laboratory.film("sink-or-swim", control: true, fps: 2, from: 2)
    #expect(stone.end(.red, camera: camera).area < 0.02)
    #expect(cork.end(.red, camera: camera).area > 0.1)
  }

  @Test func ringsRunOutFromWhereAStoneFell() throws {
    let ripples = try laboratory.film("rings", fps: 2, from: 0.6),
      still = try laboratory.film("rings", control: true, fps: 2, from: 0.6)
    #expect(ripples.change(in: 0.2..<0.7, 0.2..<0.8) > 1.5 * still.change(in: 0.2..<0.7, 0.2..<0.8))
  }

  @Test func windCarriesAwayWhatIsLight() throws {
    let windy = try laboratory.film("wind", fps: 4), calm = try laboratory.film("wind", control: true, fps: 4)
    #expect(!windy.end(.red).isSeen || windy.end(.red).x > 0.8)
    #expect(abs(windy.end(.blue, depth: 0.5).x + 0.3) < 0.1)
    #expect(abs(calm.end(.red).x + 1) < 0.05)
  }
}
