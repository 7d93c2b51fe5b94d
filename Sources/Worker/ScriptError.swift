/// A mistake in a recipe, as Lua or the worker found it.
package struct ScriptError: Error, Hashable, Sendable {
  /// One of the recipe's own functions that were running.
  package struct Frame: Hashable, Sendable {
    package var line: Int
    /// The function's name where it was called, `main chunk`, or `function on line 12`.
    package var function: String
  }

  package var place: Place
  /// Without the place. Of what a recipe says itself, the first 1 KiB.
  package var message: String
  /// Innermost first, 16 at the most.
  package var traceback: [Frame]

  package init(place: Place, message: String, traceback: [Frame] = []) {
    self.place = place
    self.message = message
    self.traceback = traceback
  }
}

extension ScriptError: CustomStringConvertible {
  package var description: String { "\(place): \(message)" }
}
