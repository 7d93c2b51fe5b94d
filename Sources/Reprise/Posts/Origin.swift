import Recipe

/// What a composition was evaluated from.
struct Origin: Sendable {
  let name: String
  let source: String
  /// What a post's params were set to when it was published.
  let own: [String: ParamSetting]
  /// What the caller set.
  let params: [String: ParamValue]
  /// Nil for a recipe that is no post.
  var post: RecipePost?
  /// Where what the post pins lies: held, since one for a while goes when nobody holds it.
  var place: RecipeStore?
}
