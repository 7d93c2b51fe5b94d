import Codec
import Store

/// What can be run.
public enum Program: Sendable {
  case recipe(Recipe)
  /// A post, and the store that holds what it pins.
  case post(RecipePost, RecipeStore)

  /// As messages say it: `hello.lua`, `missed-shot@9f2c41d8`.
  public var name: String {
    switch self {
    case .recipe(let recipe): recipe.name
    case .post(let post, _): post.reference
    }
  }

  public var source: String {
    switch self {
    case .recipe(let recipe): recipe.source
    case .post(let post, _): post.source
    }
  }
}

extension Runtime {
  /// Finds what a person means: a recipe's file, a bundle, a video that carries its post or whose pictures the store knows,
  /// or a post in the store.
  ///
  /// What came from a file is verified, and added to the store; without one, to a folder that goes when the program does.
  public func open(_ reference: String) throws(RepriseError) -> Program {
    do {
      switch Kind(of: reference) {
      case .recipe: return .recipe(try Recipe(path: reference))
      case .bundle:
        let store = try placeForPosts()
        return .post(RecipePost(try store.store.unpack(BytesInFile(reference), allowsDraft: true).post), store)
      case .video: return try video(reference)
      case .nothing:
        guard let store else { return .recipe(try Recipe(path: reference)) }
        guard let post = try? store.find(reference) else { return try missing(reference, store) }
        return .post(post, store)
      }
    } catch {
      throw RepriseError(error)
    }
  }

  /// Runs what was opened.
  public func evaluate(_ program: Program, params: [String: ParamValue] = [:]) throws(RepriseError) -> Composition {
    switch program {
    case .recipe(let recipe): try evaluate(recipe, params: params)
    case .post(let post, let store): try evaluate(post, in: store, params: params)
    }
  }

  /// What a file is, by how it begins.
  private enum Kind {
    case recipe, bundle, video, nothing

    init(of path: String) {
      guard let head = try? LocalFile.head(of: path, 512) else {
        self = LocalFile.exists(path) ? .recipe : .nothing
        return
      }
      let isMovie = head.dropFirst(4).starts(with: "ftyp".utf8) || head.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
      self = isMovie ? .video : head.starts(with: BundleHead.name.utf8 + [0]) ? .bundle : .recipe
    }
  }

  private func placeForPosts() throws(RepriseError) -> RecipeStore {
    guard let store else { return try RecipeStore.temporary() }
    return store
  }

  private func video(_ path: String) throws -> Program {
    let place = try placeForPosts()
    if let post = try Parcel.open(path, access, into: place) { return .post(post, place) }
    if let store, let post = try store.post(shownIn: path, access) { return .post(post, store) }
    throw RepriseError(
      .recipe, code: "missing", came: "\"\(path)\" carries no post, and the store knows none of its pictures",
      remedy: "ask for its bundle, or for the video as Reprise wrote it")
  }

  /// What to say of a name that is neither a file nor a post.
  private func missing(_ reference: String, _ store: RecipeStore) throws -> Program {
    if reference.contains("@") || !reference.contains(where: { !$0.isHexDigit }) {
      return .post(try store.find(reference), store)
    }
    return .recipe(try Recipe(path: reference))
  }
}
