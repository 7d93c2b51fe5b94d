import Testing

/// Shadows and mirrors, seen in the pictures; and without their causes.
@Suite(.serialized) struct OpticsScenarioTests {
  private let laboratory: Laboratory

  init() throws { laboratory = try Laboratory() }

  /// Light from (∓1.2, 1, 1.6) past a block at z = 0 falls on a wall at z = −0.8 half as far again to the other side.
  @Test func aShadowFallsAwayFromTheLamp() throws {
    let left = try laboratory.film("shadow", fps: 2), right = try laboratory.film("shadow", control: true, fps: 2)
    // The shadow's middle is at x = ±0.6; the other side of the block is lit.
    let (here, there) = (0.60..<0.66, 0.34..<0.40)
    #expect(left.brightness(in: 0, here, 0.35..<0.5) < 0.8 * left.brightness(in: 0, there, 0.35..<0.5))
    #expect(right.brightness(in: 0, there, 0.35..<0.5) < 0.8 * right.brightness(in: 0, here, 0.35..<0.5))
  }

  /// The mirror's plane goes through (0.6, 0, −1.2), 0.05 m of its thickness nearer, turned by 12°.
  @Test func theImageInAMirrorFallsWithTheBall() throws {
    let film = try laboratory.film("mirror", size: .middle)
    let control = try laboratory.film("mirror", control: true, size: .middle)
    let ball = film.track(.red, in: 0...0.42), image = film.track(.red, depth: -2.7, in: 0.42...1)
    #expect(ball.count == film.count && image.count == film.count, "\(ball.count), \(image.count) of \(film.count)")
    for (ball, image) in zip(ball, image) { #expect(abs(ball.y - image.y) < 0.08) }
    #expect(control.track(.red, in: 0.42...1).isEmpty)
  }
}
