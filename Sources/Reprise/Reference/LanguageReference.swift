import Graph

/// The recipe language, described by itself.
public enum LanguageReference {
  /// Pages of Markdown, by file name; the last lists the limits.
  public static var pages: [(name: String, text: String)] { Reference.pages + [("limits.md", Limit.page)] }
}
