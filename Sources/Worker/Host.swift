/// Answers a recipe. Called on the thread that evaluates, one call at a time, possibly nested.
package protocol Host {
  /// The result of a call.
  ///
  /// - Throws: What the recipe sees as an error at the call's line, with `String(describing:)` of it as the message. If
  ///   the recipe ends by it, the evaluation throws it again as `EvaluationError.host`.
  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value]

  /// What a name that does not exist means for the time being; nil if nothing.
  func value(of name: String, on kind: String?) -> Value?

  /// The message for a name that does not exist: what it may have meant.
  ///
  /// - Parameter kind: A kind of handle, a namespace of the vocabulary or a library of Lua's (see `StandardNames`); nil
  ///   for a global.
  func unknown(_ name: String, on kind: String?, at place: Place) -> String
}

extension Host {
  package func value(of name: String, on kind: String?) -> Value? { nil }

  package func unknown(_ name: String, on kind: String?, at place: Place) -> String {
    kind.map { "\($0) has no '\(name)'" } ?? "there is no '\(name)'"
  }
}
