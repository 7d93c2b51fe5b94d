import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

/// The one picture of all moments that a shutter sees at the start.
private func exposed(_ clip: Sketch.Clip) throws -> (layer: Layer, moments: [[Layer]]) {
  let layer = try #require(Scene(clip.graph).layers(at: .zero).last)
  guard case .mean(let moments) = layer.source else { return (layer, []) }
  return (layer, moments)
}

private func moving(_ sketch: Sketch) -> Sketch.Clip {
  sketch.text("a", 100, 20, time(1)).at(
    .keyframes([.init(time: .zero, value: 0), .init(time: time(1), value: 1)]), .constant(0.5))
}

@Test func whatMovesIsSeenAtSeveralMomentsOfHalfAFrame() throws {
  let moments = try exposed(moving(Sketch()).motionBlurred).moments
  // 1920 px a second at 30 frames a second, a shutter of 180 degrees: 32 px, so the most moments that there may be.
  #expect(moments.map { $0.map { $0.transform(50, 0).x.rounded() } } == (0..<8).map { [4 * Double($0) + 2] })
}

@Test func whatIsBlurredByItsMotionStillBlends() throws {
  let (layer, moments) = try exposed(moving(Sketch()).blended("screen").motionBlurred)
  #expect(layer.blend == Blend(mode: .screen))
  #expect(moments.count == 8 && moments.joined().allSatisfy { $0.blend.isPlain })
}

@Test func whatStandsStillIsSeenOnce() throws {
  #expect(try exposed(Sketch().text("a", 100, 20, time(1)).motionBlurred).moments.isEmpty)
}
