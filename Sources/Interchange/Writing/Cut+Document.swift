package import Graph
import Media

extension Cut {
  /// Tells a graph as a cut.
  ///
  /// - Parameter footage: What is known of a file, by its digest.
  package init(
    _ graph: Graph, name: String, footage: @escaping (Digest) -> Footage?
  ) throws(CutError) {
    self = try Cutter.cut(graph, name: name, footage: footage)
    guard tracks.nesting <= Cut.deepest else {
      throw CutError(
        .tooLarge, "cuts lie \(tracks.nesting) deep in one another", wanted: "at most \(Cut.deepest)",
        remedy: "say effects that move after trim, speed and loop, not before")
    }
  }

  /// How deep cuts may lie in one another. Each level is four of JSON.
  package static let deepest = 50

  /// OpenTimelineIO's text, UTF-8, indented, the same on every machine.
  package var document: String { DocumentWriter(rate: canvas.frameRate).timeline(self).indented + "\n" }
}

extension [Track] {
  /// How many levels of tracks there are.
  var nesting: Int { 1 + (flatMap(\.elements).map(\.nesting).max() ?? 0) }
}

extension Track.Element {
  fileprivate var nesting: Int {
    switch self {
    case .piece(let piece): piece.nesting
    case .crossing(let crossing): crossing.style?.nesting ?? 0
    }
  }
}

extension Piece {
  fileprivate var nesting: Int {
    let inside = if case .tracks(let tracks) = content { tracks.nesting } else { 0 }
    return max(inside, touches.map(\.nesting).max() ?? 0)
  }
}

extension Touch {
  fileprivate var nesting: Int { others.map { 1 + $0.nesting }.max() ?? 0 }
}
