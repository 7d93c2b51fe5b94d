import Graph
import Media
import Worker

extension Session {
  /// Answers `clip:curves { … }`.
  func curves(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard !arguments.values.isEmpty else {
      throw RecipeError(.missing, "no curve came", remedy: "give master, red, green or blue")
    }
    for (name, value) in arguments.values.sorted(by: { $0.key < $1.key }) {
      try Session.checkOrder(of: value.points ?? [], named: name)
    }
    return try adjust(.curves, clip, arguments, at: place)
  }

  private static func checkOrder(of points: [SIMD2<Double>], named name: String) throws(RecipeError) {
    guard let index = points.indices.dropFirst().first(where: { points[$0].x - points[$0 - 1].x < 0.000_999 }) else {
      return
    }
    let (found, last) = (CanonicalJSON.form(of: points[index].x), CanonicalJSON.form(of: points[index - 1].x))
    throw RecipeError(
      .outOfRange, "point \(index + 1) of \(name) is at \(found), the one before it at \(last)",
      remedy: "put each a thousandth or more to the right of the one before")
  }

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
    let bytes = try bytes(of: name, atMost: 16 << 20)
    do {
      _ = try CubeFile(bytes)
    } catch {
      throw RecipeError(.asset, "line \(error.line) of \"\(name)\": \(error.problem)", remedy: error.remedy)
    }
    return Digest(of: bytes)
  }
}
