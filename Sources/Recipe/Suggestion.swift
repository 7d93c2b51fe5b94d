import Graph

/// "Did you mean": the nearest of the names there are.
enum Suggestion {
  /// `did you mean "video"?`, or nil where nothing is near.
  static func remedy(for name: String, among names: some Sequence<String>) -> String? {
    Nearness.nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
  }
}
