extension Limit {
  /// The page that lists all limits, in Markdown.
  static var page: String {
    """
    # Limits

    What a recipe may take, so that running a stranger's costs no more than its host gives. Passing one ends the recipe with an
    error that says which it was; no recipe can catch it. `reprise --limit seconds=60` sets one, and so does
    `runtime.limits[.seconds] = 60` in a host.

    | name | at most | of | what |
    |---|---|---|---|

    """ + allCases.map { "| `\($0.rawValue)` | \(text($0.standard)) | \($0.unit) | \($0.meaning) |\n" }.joined()
  }

  /// Digits in groups of three.
  private static func text(_ number: Double) -> String {
    let digits = Array(String(Int64(number)))
    return digits.indices.map { index in
      let left = digits.count - index
      return (index > 0 && left % 3 == 0 ? " " : "") + String(digits[index])
    }.joined()
  }
}
