import Graph

/// The recipe language, described by itself.
public enum LanguageReference {
  /// Pages of Markdown, by file name.
  public static var pages: [(name: String, text: String)] { Reference.pages }
}
