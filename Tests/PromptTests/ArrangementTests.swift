import Claims
import Testing
import World

@testable import Prompt

@Suite struct ArrangementTests {
  /// What does not show in upright boxes about parts: slopes, and what hollow things hold.
  private static let slanted: Set = ["ramp", "seesaw", "tent", "house", "bicycle", "bucket", "basket"]

  private struct Placed {
    var name: String
    var boxes: [Bounds]
  }

  private func placed(_ scene: Scene) -> [Placed] {
    let things = scene.things.filter { $0.holder == nil && !$0.name.hasPrefix("scenery") && $0.span == nil }
    return things.map { thing in
      Placed(name: thing.name, boxes: thing.parts.filter(\.isSolid).compactMap { Bounds([$0], in: thing.pose) })
    }
  }

  private func overlap(_ a: Bounds, _ b: Bounds) -> Bool {
    let depth = pointwiseMin(a.high, b.high) - pointwiseMax(a.low, b.low)
    return depth.min() > 0.015
  }

  private func clash(_ scene: Scene) -> String? {
    let all = placed(scene)
    for (index, a) in all.enumerated() {
      for b in all.dropFirst(index + 1) {
        let words = Set((a.name + " " + b.name).split { $0 == " " || $0 == "_" || $0.isNumber }.map(String.init))
        guard words.isDisjoint(with: Self.slanted), a.name.prefix(while: \.isLetter) != b.name.prefix(while: \.isLetter)
        else { continue }
        for box in a.boxes where b.boxes.contains(where: { overlap(box, $0) }) { return "\(a.name) is in \(b.name)" }
      }
    }
    return nil
  }

  @Test func nothingStandsInAnythingElse() throws {
    let things = Vocabulary.builtin.things.filter { $0.bodies.isEmpty && $0.sheet == nil }.map(\.name)
    let relations = ["on", "behind", "next to", "in front of", "to the left of", "under", "above", "against"]
    try always(runs: 60) { draws in
      let subject = draws.one(of: ["a", "two", "a tower of four"]) + " \(draws.one(of: things))"
      let first = "There is \(subject) \(draws.one(of: relations)) a \(draws.one(of: things))"
      return
        "\(first). A \(draws.one(of: things)) is \(draws.one(of: relations)) the \(draws.one(of: things)). A \(draws.one(of: things)) rolls into it."
    } holds: { prompt in
      guard let understanding = try? Wish(prompt).understood(), let clash = clash(understanding.scene) else {
        return true
      }
      throw Clash(words: clash + "\n" + understanding.lua(prompt: prompt))
    }
  }

  private struct Clash: Error { var words: String }

  @Test func theCameraSeesAllThatMatters() throws {
    for prompt in [
      "Three barrels and a car.", "A bead.", "A house behind a tree.", "A player shoots a basketball.",
      "A balloon above a bed.",
    ] {
      let scene = try Wish(prompt).understood().scene
      let view = try #require(scene.shots.first).from
      let forward = (view.target - view.eye).normalized
      let right = forward.cross(.up).normalized
      let up = right.cross(forward)
      for thing in scene.things where !thing.name.hasPrefix("scenery") {
        let place = thing.pose.position - view.eye
        #expect(abs(place.dot(right)) <= place.dot(forward) * 0.365 * 16 / 9, "\(thing.name) in \(prompt)")
        #expect(abs(place.dot(up)) <= place.dot(forward) * 0.365, "\(thing.name) in \(prompt)")
      }
    }
  }

  @Test func directionsAreThoseOfTheArctangent() throws {
    for (x, z, angle) in [
      (0.0, 1.0, 0.0), (1, 0, 90), (0, -1, 180), (-1, 0, -90), (1, 1, 45), (-1, -1, -135), (1, 1.732050807568877, 30),
    ] {
      #expect(abs(Heading.radians(Vector(x, 5, z)) - angle * .pi / 180) < 1e-12)
    }
  }

  /// Of a solid that is turned, the box reaches as far as the farthest of its points.
  @Test func boxesAboutSolidsAreTight() throws {
    let turn = Rotation(degrees: Vector(20, 30, 40))
    let cylinder = Solid.cylinder(radius: 0.3, height: 1)
    let half = cylinder.halfExtent(turn)
    var farthest = Vector.zero
    for step in 0..<3600 {
      let spoke = Rotation(degrees: Vector(0, Double(step) / 10, 0))(Vector(0.3, 0, 0))
      for y in [-0.5, 0.5] { farthest = pointwiseMax(farthest, turn(spoke + Vector(0, y, 0)).absolute) }
    }
    #expect((half - farthest).length < 1e-5)
  }
}
