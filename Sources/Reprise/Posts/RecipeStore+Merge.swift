import Graph
import Recipe

/// What became of two remixes of one post.
public enum PostMerge: Hashable, Sendable {
  /// A recipe in which the edits of both hold.
  case recipe(String)
  /// Both take hold of the same things.
  case conflicts([Conflict])

  /// A param or a part that both sides change, each in its own way.
  public struct Conflict: Hashable, Sendable {
    /// `param line` or `part shot`
    public let subject: String
    /// What each side does to it.
    public let first: String
    public let second: String
  }
}

extension RecipeStore {
  /// Joins two remixes of one post: the first is run with the second in the place of the post that both remix.
  ///
  /// - Throws: if they have no parent in common, or one of them does not run.
  public func merge(_ first: RecipePost, _ second: RecipePost) throws(RepriseError) -> PostMerge {
    let common = first.parents.filter(second.parents.contains)
    guard !common.isEmpty, first != second else {
      throw RepriseError(
        .usage, code: "unrelated", came: "\(first.reference) and \(second.reference) remix no post in common",
        wanted: "two remixes of one post")
    }
    let (ours, theirs) = (try edits(of: first, to: common), try edits(of: second, to: common))
    let conflicts = ours.sorted { $0.key < $1.key }.compactMap { subject, edit -> PostMerge.Conflict? in
      guard let other = theirs[subject], other != edit || !edit.isValue else { return nil }
      return PostMerge.Conflict(subject: subject, first: edit.words, second: other.words)
    }
    guard conflicts.isEmpty else { return .conflicts(conflicts) }
    return .recipe(RecipeStore.recipe(first, ours, second, theirs))
  }

  /// What a remix does to a thing.
  private struct Edit: Hashable {
    let words: String
    /// Two that set equal values agree; two functions may not, whatever they say.
    let isValue: Bool
  }

  private func edits(of post: RecipePost, to parents: [String]) throws(RepriseError) -> [String: Edit] {
    let lineage = try Runtime(store: self).evaluate(post, in: self).result.lineage
    var edits: [String: Edit] = [:]
    for ancestor in lineage where ancestor.depth == 1 && parents.contains("\(ancestor.id)") {
      for param in ancestor.changes.params {
        edits["param \(param.path)"] = Edit(words: "set to \(param.value.json.text)", isValue: true)
      }
      for part in ancestor.changes.parts {
        let words = part.line.map { "edited at line \($0)" } ?? "left out"
        edits["part \(part.path)"] = Edit(words: words, isValue: part.line == nil)
      }
    }
    return edits
  }

  private static func recipe(
    _ first: RecipePost, _ ours: [String: Edit], _ second: RecipePost, _ theirs: [String: Edit]
  ) -> String {
    func lines(_ post: RecipePost, _ edits: [String: Edit]) -> String {
      let head = "-- From \(post.reference): \(post.title)\(post.author.map { " by \($0)" } ?? "")".onOneLine
      let rest = edits.sorted { $0.key < $1.key }.map { "--   \($0.key) \($0.value.words)".onOneLine }
      return ([head] + rest).joined(separator: "\n")
    }
    return """
      -- Two remixes of one post, joined.
      \(lines(first, ours))
      \(lines(second, theirs))
      return remix("\(first.reference)", { onto = "\(second.reference)" })

      """
  }
}

extension String {
  /// A stranger's words must not end the comment that they stand in.
  var onOneLine: String {
    split(whereSeparator: { $0.isNewline || $0 == "\u{0}" }).joined(separator: " ")
  }
}
