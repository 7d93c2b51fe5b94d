/// A function of the recipe's, by the worker's number for it. It means something to the evaluation it came from alone.
package struct FunctionReference: Hashable, Sendable {
  package let number: UInt32
  /// Of the recipe, where it begins; 0 for one of Lua's own.
  package let line: Int
}
