/// The text of a recipe, and where its files are.
public struct Recipe: Hashable, Sendable {
  /// As error messages say it: `hello.lua`.
  public let name: String
  public let source: String
  /// Names in the recipe mean files in this folder, or in one below it.
  public let folder: String

  public init(source: String, name: String = "recipe", folder: String = ".") {
    (self.source, self.name, self.folder) = (source, name, folder)
  }

  /// Reads a recipe from a file; its files lie beside it.
  ///
  /// - Throws: if there is no such file, or it is not text of at most 128 KiB.
  public init(path: String) throws(RepriseError) {
    let bytes = try Recipe.bytes(of: path, atMost: 128 * 1024, kind: "recipe")
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw RepriseError(
        .usage, code: "notText", came: "\"\(path)\" is not text in UTF-8", remedy: "name a recipe, a .lua file")
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    self.init(
      source: source, name: String(parts.last ?? ""),
      folder: path.hasPrefix("/") && folder.isEmpty ? "/" : folder.isEmpty ? "." : folder)
  }

  /// A name that leads to no recipe is the caller's mistake; no recipe has made any yet.
  static func bytes(of path: String, atMost limit: Int, kind: String) throws(RepriseError) -> [UInt8] {
    do {
      return try LocalFile.bytes(of: path, atMost: limit, kind: kind)
    } catch  where error.kind == .recipe {
      throw RepriseError(.usage, code: error.code, came: error.came, wanted: error.wanted, remedy: error.remedy)
    }
  }
}
