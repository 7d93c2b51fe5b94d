/// The names of Lua's own that a recipe finds, for "did you mean". A test holds it against the worker.
package enum StandardNames {
  package static let globals = [
    "_VERSION", "assert", "error", "ipairs", "math", "pairs", "pcall", "rng", "select", "string", "table", "tonumber",
    "tostring", "type", "utf8",
  ]

  /// By library; `rng` has the methods of what `rng(seed)` gives.
  package static let members: [String: [String]] = [
    "math": [
      "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
      "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
    ],
    "rng": ["choice", "integer", "number"],
    "string": [
      "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper",
    ],
    "table": ["concat", "insert", "move", "pack", "remove", "sort", "unpack"],
    "utf8": ["char", "charpattern", "codepoint", "codes", "len", "offset"],
  ]
}
