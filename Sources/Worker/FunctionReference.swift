/// A function of the recipe's, by the worker's number for it. It means something to the evaluation it came from alone.
package struct FunctionReference: Hashable, Sendable {
  package let number: UInt32
}
