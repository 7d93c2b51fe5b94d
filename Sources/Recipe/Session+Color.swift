import Graph
import Media
import Worker

extension Session {
  /// Answers `clip:grade("noir.cube")`: the table is read now, so that what is wrong with it is said at once.
  func grade(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let name = arguments.text("file") ?? ""
    var arguments = arguments
    arguments.values["file"] = nil
    arguments.values["table"] = .digest(try checkedTable(named: name))
    return try adjust(.grade, clip, arguments, at: place)
  }

  private func checkedTable(named name: String) throws(RecipeError) -> Digest {
    // 65 cubed colours of 40 characters, and room for words.
    let bytes = try stock.bytes(of: name, atMost: 16 << 20)
    do {
      _ = try CubeFile(bytes)
    } catch {
      throw RecipeError(.asset, "line \(error.line) of \"\(name)\": \(error.problem)", remedy: error.remedy)
    }
    return Digest(of: bytes)
  }
}
