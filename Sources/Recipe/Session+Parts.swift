import Graph
import Media
import Worker

extension Session {
  /// Answers `clip:part "name"`: the clip, or what remixes make of it, the nearest first.
  func markPart(_ clip: Int, named name: String, at place: Place) throws -> Int {
    try declarePart(Part(name: name, place: place, seconds: drafts[clip].duration?.seconds))
    var clip = clip
    try link.forEachEdits(of: name) { edits, path in
      let change = try edits.blamed { () throws(RecipeError) in try edits.parts.change(at: path) }
      guard let change, let origin = edits.origin else { return }
      switch change {
      case .leftOut: clip = try add(.empty(at: place))
      case .edited(let function): clip = try edited(clip, as: name, by: function, of: origin)
      }
    }
    return clip
  }

  private func declarePart(_ part: Part) throws(RecipeError) {
    guard Session.isName(part.name, alsoDash: true) else {
      throw RecipeError(.part, "\"\(part.name)\" is no name for a part", remedy: "use letters, digits, - and _")
    }
    guard !ledger.parts.contains(where: { $0.name == part.name }) else {
      throw RecipeError(.part, "there is a part \"\(part.name)\" already", remedy: "give each its own name")
    }
    try chain.tally.addName()
    ledger.parts.append(part)
  }

  /// What the function of a remix makes of a clip.
  private func edited(_ clip: Int, as part: String, by function: FunctionReference, of origin: Edits.Origin) throws
    -> Int
  {
    let returned = try invoke(function, [.clip(clip)], in: origin.evaluation, of: origin.place.chunk)
    guard returned.count == 1, let edited = self.clip(returned[0]) else {
      let came = returned.count > 1 ? "\(returned.count) values" : returned.first?.words ?? "nothing"
      throw RecipeError(
        .part, "the function for part \"\(part)\" returns \(came)", wanted: "one clip",
        remedy: "end it with: return clip", operation: "remix",
        place: Place(chunk: origin.place.chunk, line: function.line))
    }
    return edited
  }

  static func isName(_ name: String, alsoDash: Bool) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || (alsoDash && $0 == "-")
      }
  }
}
