import Takes

/// Where a server's key lies. It is read when the server is to work, so that a key that is missing stands in nobody's way who
/// does not need it. It never reaches a recipe, a post, a log or an error.
public enum KeySource: Hashable, Sendable {
  /// A variable of the environment.
  case environment(String)
  /// A file that nobody but its owner may read.
  case file(String)

  /// - Throws: if there is none, or if others may read it.
  func key() throws -> Key {
    let (key, place) =
      switch self {
      case .environment(let name): (try Key(environment: name), "the environment has no \(name)")
      case .file(let path): (try Key(file: path), "there is no file \"\(path)\"")
      }
    guard let key else {
      throw RepriseError(.usage, code: "key", came: place, remedy: "put the server's key there")
    }
    return key
  }
}
