import ArgumentParser
import Reprise

/// What commands about posts take.
struct PostArguments: ParsableArguments {
  @Argument(help: "A post: name@9f2c41d8, an id, a bundle, or a video that carries it.", completion: .file())
  var post: String

  @OptionGroup var place: StoreArguments

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  var console: Console { Console(isJSON: isJSON) }

  /// The post, and the store that holds what it pins.
  func open() throws(RepriseError) -> (RecipePost, RecipeStore) {
    switch try Runtime(store: try place.open(console)).open(post) {
    case .post(let post, let store): return (post, store)
    case .recipe(let recipe):
      throw RepriseError(
        .usage, code: "notAPost", came: "\"\(recipe.name)\" is a recipe, not a post",
        remedy: "publish it first: reprise publish \(recipe.name)")
    }
  }
}
