package import Worker

/// Something that the recipe's author should know, and that does not stop it.
package struct Warning: Hashable, Sendable {
  package let place: Place
  package let message: String
}

extension Warning: CustomStringConvertible {
  package var description: String { "\(place): warning: \(message)" }
}
