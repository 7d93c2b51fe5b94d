import Interchange

extension Recipe {
  /// Writes a timeline of an editing program, OpenTimelineIO, as a recipe that a person can go on with.
  ///
  /// - Parameters:
  ///   - path: The timeline's file.
  ///   - folder: Where the recipe will lie; files are named from there.
  /// - Returns: The recipe's text, and what of the timeline it does not say.
  /// - Throws: with the place in the file, if it is no timeline that can be understood.
  public static func text(
    ofTimeline path: String, in folder: String
  ) throws(RepriseError) -> (text: String, warnings: [TimelineWarning]) {
    let bytes = try bytes(of: path, atMost: 64 << 20, kind: "timeline")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let home = LocalFile.folder(of: path)
    let files = FilePlace(cut: LocalFile.real(home) ?? home, recipe: LocalFile.real(folder) ?? folder)
    do throws(CutError) {
      let (cut, found) = try CutReader.read(bytes)
      let (text, further) = try RecipeWriter.recipe(for: cut, from: name, files: files)
      return (text, (found + further).map(TimelineWarning.init))
    } catch {
      throw RepriseError(error, in: name)
    }
  }
}

extension RepriseError {
  init(_ error: CutError, in file: String?) {
    self.init(
      .recipe, code: error.code.rawValue, came: error.place.isEmpty ? error.came : "\(error.place): \(error.came)",
      wanted: error.wanted, remedy: error.remedy, file: file)
  }
}
