/// Why no picture could be made.
package enum TracingError: Error, Hashable, Sendable {
  /// Neither places nor numbers are at fault: the machine had no memory left for the scene, or Embree did not start.
  case noMemory
}

extension TracingError: CustomStringConvertible {
  package var description: String {
    "the scene could not be set up for drawing: there was no memory for it; close other programs, or ask for a smaller picture"
  }
}
