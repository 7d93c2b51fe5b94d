package import Media

/// That a hand takes a thing: from now on the grip has it.
package struct Grasp: Hashable, Sendable {
  package var time: Time
  package var thing: String

  package init(at time: Time, thing: String) {
    self.time = time
    self.thing = thing
  }
}
