import Graph
import Recipe
import Store

extension RecipeStore {
  /// A recipe to start from: it remixes a post as it is, and lists in comments what can be changed.
  ///
  /// - Throws: if the post does not run, or may not be remixed.
  public func remixRecipe(of post: RecipePost) throws(RepriseError) -> String {
    guard post.isRemixable else {
      throw RepriseError(
        .refused, code: "refused", came: "\"\(post.title)\"\(post.author.map { " by \($0)" } ?? "") may not be remixed",
        remedy: "ask its author, or remix another post")
    }
    guard post.isPublished else { return try RemixText.draft(of: post) }
    guard let composition = try? Runtime(store: self).evaluate(post, in: self) else {
      // Its files may be elsewhere; the recipe can be begun all the same.
      return RemixText.unseen(post)
    }
    let settings = post.post.manifest.settings
    let params = composition.params.map { ($0, settings[$0.name]?.json.text ?? $0.preset) }
    return RemixText.remix(post, params: params, parts: composition.parts)
  }
}

/// The words of a starting recipe.
private enum RemixText {
  static func remix(
    _ post: RecipePost, params: [(ParamDescription, value: String)], parts: [PartDescription]
  ) -> String {
    let values = params.map { param, value in
      "    -- \(key(param.name)) = \(value),\(param.hint.map { "  -- \($0.onOneLine)" } ?? "")"
    }
    let clips = parts.map { part in
      let length = part.seconds.map { ", \(CanonicalJSON.form(of: $0)) s" } ?? ""
      return "    -- \(key(part.name)) = function(clip) return clip end,  -- or false to leave it out\(length)"
    }
    return """
      -- A remix of \(post.title.onOneLine)\(post.author.map { " by \($0.onOneLine)" } ?? "") (\(post.licence.onOneLine)).
      return remix("\(post.reference)", {
        params = {
      \((values.isEmpty ? ["    -- it has none"] : values).joined(separator: "\n"))
        },
        parts = {
      \((clips.isEmpty ? ["    -- it has none"] : clips).joined(separator: "\n"))
        },
      })

      """
  }

  /// A post that does not run here.
  static func unseen(_ post: RecipePost) -> String {
    """
    -- A remix of \(post.title.onOneLine) (\(post.licence.onOneLine)). Its files are not at hand, so that what can be changed
    -- is not known here; ask for its bundle.
    return remix("\(post.reference)")

    """
  }

  /// A draft has no author to remix: its text is the start.
  static func draft(of post: RecipePost) throws(RepriseError) -> String {
    "-- From a video of an unpublished recipe, \(post.title.onOneLine).\n\(post.source)"
  }

  /// A name as Lua's tables have it.
  private static func key(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return isPlain && name.first?.isNumber == false ? name : "[\(CanonicalJSON.string(name).text)]"
  }
}
