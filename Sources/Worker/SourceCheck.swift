/// Looks at a recipe's text before Lua does.
enum SourceCheck {
  static func checked(_ source: [UInt8], name: String, limits: Limits) throws(EvaluationError) -> ArraySlice<UInt8> {
    source[...]
  }
}
