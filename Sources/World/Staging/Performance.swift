package import Media

/// How a figure moves by will: known for all times before physics begins.
///
/// Made of a figure and its deeds; until it falls nothing moves it but itself.
package protocol Performance: Sendable {
  /// The figure's parts, in an order that `poses(at:)` keeps.
  var parts: [Part] { get }
  /// Joints between parts, by their numbers, for when it goes limp; places are in each part's own space.
  var joints: [FigureJoint] { get }
  /// In the world.
  func poses(at time: Time) -> [Pose]
  /// Where the hand (or mouth, or beak) holds a thing.
  func grip(at time: Time) -> Pose
  /// When what it holds leaves its hand, and each kick reaches its thing; in order of time.
  var releases: [Release] { get }
  /// When it takes a thing that it did not hold from the beginning; in order of time.
  var grasps: [Grasp] { get }
  /// When its feet come down, with place and speed.
  var steps: [Contact] { get }
  /// From when on physics has it; nil: never.
  var fall: Time? { get }
}

extension Performance {
  package var grasps: [Grasp] { [] }
}

package struct FigureJoint: Hashable, Sendable {
  package var parts: SIMD2<Int>
  package var firstPlace: Vector
  package var secondPlace: Vector
  /// How far it may bend to any side, in radians.
  package var reach: Double

  package init(parts: SIMD2<Int>, _ firstPlace: Vector, _ secondPlace: Vector, reach: Double) {
    self.parts = parts
    self.firstPlace = firstPlace
    self.secondPlace = secondPlace
    self.reach = reach
  }
}

/// A thing that leaves a hand or a foot.
package struct Release: Hashable, Sendable {
  package var time: Time
  package var place: Vector
  package var thing: String
  /// nil: it is dropped.
  package var aim: Aim?

  package init(at time: Time, place: Vector, thing: String, aim: Aim?) {
    self.time = time
    self.place = place
    self.thing = thing
    self.aim = aim
  }
}
