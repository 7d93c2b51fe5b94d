/// Where a throw or a kick is to go, and what is to become of it. It is reached by aiming alone: from the hand on, physics has it.
package struct Aim: Hashable, Sendable {
  package var target: Target
  package var outcome: Outcome
  /// In m/s, 0.5 to 60; nil: what the way there asks for.
  package var speed: Double?

  package init(_ target: Target, _ outcome: Outcome = .hits, speed: Double? = nil) {
    self.target = target
    self.outcome = outcome
    self.speed = speed
  }

  package enum Target: Hashable, Sendable {
    /// A thing or a figure; of a basketball hoop, its ring.
    case thing(String)
    case place(Vector)
    /// This way, level ground being 0 in y.
    case direction(Vector)
  }

  package enum Outcome: String, CaseIterable, Sendable {
    /// It gets to the target: into a hoop, against a wall, into a hand.
    case hits
    /// It comes near, and does not get there: it meets the rim or the backboard, or passes by.
    case misses
    /// It falls short of the target.
    case short
    /// It passes over the target.
    case over
  }
}
