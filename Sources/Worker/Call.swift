/// A recipe calls something of the vocabulary.
package struct Call: Hashable, Sendable {
  /// `text` or `param.text` for functions, `clip:trim` for methods, `clip.duration` for properties, and `clip:__concat`
  /// (Lua's word for the event) for operators.
  package var operation: String
  /// For methods, properties and `__call`, the handle comes first. An operator of two operands gets both in the order
  /// of the text; either may be the handle.
  package var arguments: [Value]
  /// The line of the innermost Lua function.
  package var place: Place

  package init(operation: String, arguments: [Value], place: Place) {
    self.operation = operation
    self.arguments = arguments
    self.place = place
  }
}
