import Codec
import Graph
import Media
import Recipe

extension Shelf {
  /// What a recipe is told of a file.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - name: What the recipe calls it.
  func asset(at path: String, named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    do {
      let (digest, info) = try add(path: path, as: name)
      return Asset(digest, info, kind)
    } catch {
      let code = error.code == "limit" ? RecipeError.Code.limit : .asset
      throw RecipeError(code, error.came.replacing("\"\(path)\"", with: "\"\(name)\""), remedy: error.remedy)
    }
  }
}

extension Asset {
  fileprivate init(_ digest: Digest, _ info: MediaInfo, _ kind: ParameterType.AssetKind) {
    let video = kind == .audio ? nil : info.video
    let isStill = kind == .image || video?.isStill == true
    self.init(
      digest: digest, duration: isStill ? nil : info.duration, size: video?.displaySize,
      frameRate: isStill ? nil : video?.frameRate, hasSound: info.audio != nil && kind != .image,
      warnings: info.warnings)
  }
}
