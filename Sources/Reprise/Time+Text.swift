import Recipe

extension Time {
  /// Reads a time as people and recipes write it: `2.5`, `1:02.5`, `1:00:00`. Nil for anything else.
  public init?(_ text: String) {
    guard let time = TimeText.time(text) else { return nil }
    self = time
  }
}
