import Codec
import Glibc
import Graph
import Media
import Recipe

/// Finds a recipe's files in its own folder and nowhere else; what the caller names itself may be any path.
struct FolderLibrary: Library {
  /// Nil for the caller's names.
  let folder: String?
  let shelf: Shelf

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    let path = try path(of: name)
    do {
      let (digest, info) = try shelf.add(path: path, as: name)
      return asset(digest, info, kind)
    } catch {
      throw RecipeError(.asset, error.came.replacingPath(path, by: name), remedy: error.remedy)
    }
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    try shelf.typesetting.measure(text)
  }

  private func asset(_ digest: Digest, _ info: MediaInfo, _ kind: ParameterType.AssetKind) -> Asset {
    let video = kind == .audio ? nil : info.video
    let isStill = kind == .image || video?.isStill == true
    return Asset(
      digest: digest, duration: isStill ? nil : info.duration, size: video?.displaySize,
      frameRate: isStill ? nil : video?.frameRate, hasSound: info.audio != nil && kind != .image,
      warnings: info.warnings)
  }

  /// Where a name leads: never out of the recipe's folder, not through `..` and not through a link.
  private func path(of name: String) throws(RecipeError) -> String {
    guard !name.isEmpty, name.utf8.count <= 1000, !name.utf8.contains(0) else {
      throw RecipeError(.asset, "\"\(name.prefix(60))\" is no name of a file")
    }
    guard let folder else { return name }
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !steps.contains("..") else {
      throw RecipeError(
        .asset, "\"\(name)\" leads out of the recipe's folder",
        remedy: "put the file beside the recipe and name it without a path")
    }
    let path = "\(folder)/\(name)"
    guard let real = FolderLibrary.real(path), let home = FolderLibrary.real(folder) else { return path }
    guard real.hasPrefix(home == "/" ? home : home + "/") else {
      throw RecipeError(
        .asset, "\"\(name)\" is a link out of the recipe's folder", remedy: "put a copy beside the recipe")
    }
    return path
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}

extension String {
  fileprivate func replacingPath(_ path: String, by name: String) -> String {
    split(separator: "\"\(path)\"", omittingEmptySubsequences: false).joined(separator: "\"\(name)\"")
  }
}
