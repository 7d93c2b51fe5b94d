import Codec
import Graph
import Interchange
import Media
import Recipe

extension Composition {
  /// Writes the video as a timeline for editing programs: OpenTimelineIO. The file appears whole or not at all.
  ///
  /// Files are named relative to the timeline where they lie in its folder, and by their whole path otherwise.
  /// - Parameter path: Ends in `.otio`.
  /// - Returns: What OpenTimelineIO has no words for. It is in the file all the same, where other programs do not look.
  public func writeTimeline(to path: String) throws(RepriseError) -> [TimelineWarning] {
    guard path.lowercased().hasSuffix(".otio") else {
      throw RepriseError(
        .usage, code: "unknownFormat", came: "\"\(path)\" is no place for a timeline",
        wanted: "a name that ends in .otio")
    }
    do {
      let folder = LocalFile.folder(of: path)
      let cut = try cut(in: LocalFile.real(folder) ?? folder)
      let file = try AtomicFile(path)
      try file.write(Array(cut.document.utf8))
      try file.commit()
      return cut.losses.map(TimelineWarning.init)
    } catch {
      throw RepriseError(error)
    }
  }

  private func cut(in folder: String) throws -> Cut {
    let names = Dictionary(result.assets.map { ($1, $0) }) { first, _ in first }
    let paths = shelf.paths
    return try Cut(graph, name: origin.name.hasSuffix(".lua") ? String(origin.name.dropLast(4)) : origin.name) {
      digest in
      guard let path = paths[digest] else { return nil }
      let real = LocalFile.real(path) ?? path
      return Footage(
        name: names[digest] ?? real.split(separator: "/").last.map(String.init) ?? "",
        url: FilePlace.url(of: real, in: folder),
        frameRate: shelf.frameRate(of: digest))
    }
  }
}

extension TimelineWarning {
  init(_ warning: CutWarning) { self.init(place: warning.place, message: warning.message) }
}
