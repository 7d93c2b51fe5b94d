package import Media

/// A thing that a hand takes: from then on it is where the grip is.
package struct Grasp: Hashable, Sendable {
  package var time: Time
  package var thing: String

  package init(at time: Time, thing: String) {
    self.time = time
    self.thing = thing
  }
}

extension Performance {
  /// Most never take anything.
  package var grasps: [Grasp] { [] }
}
