import Graph
import Recipe
import Store

extension RecipeStore {
  /// The one post that a recipe means by `missed-shot@9f2c41d8`.
  func parent(matching name: String, _ shelf: Shelf) throws(RecipeError) -> ParentPost {
    try parent(try RecipeStore.asRecipe { () throws(RepriseError) in try find(name) }.digest, shelf)
  }

  /// A post, verified with everything before it.
  func parent(_ id: Digest, _ shelf: Shelf) throws(RecipeError) -> ParentPost {
    let post = try RecipeStore.asRecipe { () throws(RepriseError) in try self.post(id) }.post
    let manifest = post.manifest
    return ParentPost(
      id: id, name: manifest.name, title: manifest.title, author: manifest.author?.name, licence: manifest.licence,
      isRemixable: manifest.isRemixable, source: manifest.recipe, settings: manifest.settings,
      parents: manifest.parents, library: PostLibrary(manifest, self, shelf))
  }

  private static func asRecipe<R>(_ body: () throws(RepriseError) -> R) throws(RecipeError) -> R {
    do {
      return try body()
    } catch {
      throw RecipeError(.post, error.came, wanted: error.wanted, remedy: error.remedy)
    }
  }
}

extension Manifest {
  /// What its recipe's params are set to.
  var settings: [String: ParamSetting] {
    params.mapValues { value in
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .flag(let flag): .flag(flag)
      }
    }
  }
}
