/// What an author says of a post.
public struct PostDetails: Hashable, Sendable {
  /// Lower-case letters, digits and dashes; from the recipe's name if nil.
  public var name: String?
  /// From the name if nil.
  public var title: String?
  /// The author's name.
  public var author: String
  /// In words, or as SPDX has it: `CC-BY-4.0`.
  public var licence = "all rights reserved"
  /// Whether others may remix it.
  public var isRemixable = true

  public init(author: String) {
    self.author = author
  }
}
