import Graph

extension Cut {
  /// What OpenTimelineIO has no words for: it is kept in metadata, and other programs leave it out. One for each kind,
  /// at the first place.
  package var losses: [CutWarning] {
    var finder = LossFinder()
    finder.visit(tracks, at: "tracks")
    return finder.kinds.map { kind in
      let places = finder.places[kind] ?? []
      let further = places.count > 1 ? ", and in \(places.count - 1) more places" : ""
      return CutWarning(
        place: places.first ?? "",
        message: "\"\(kind)\" is kept in metadata, which other programs do not show\(further)")
    }
  }
}

/// Goes through a cut as its document is nested.
private struct LossFinder {
  /// In the order in which they are met.
  var kinds: [String] = []
  var places: [String: [String]] = [:]

  mutating func visit(_ tracks: [Track], at place: String) {
    for (number, track) in tracks.enumerated() {
      for (index, element) in track.elements.enumerated() {
        let place = "\(place).children[\(number)].children[\(index)]"
        switch element {
        case .piece(let piece): visit(piece, at: place)
        case .crossing(let crossing): if let style = crossing.style { note(style.title, at: place) }
        }
      }
    }
  }

  private mutating func visit(_ piece: Piece, at place: String) {
    for touch in piece.touches { note(touch.kind, at: place) }
    switch piece.content {
    case .tracks(let tracks): visit(tracks, at: place)
    case .reference(.generator(let kind, _)): note(kind, at: place)
    case .reference(.missing(let name)): note(name, at: place)
    case .reference(.file), .gap: return
    }
  }

  private mutating func note(_ kind: String, at place: String) {
    if places[kind] == nil { kinds.append(kind) }
    places[kind, default: []].append(place)
  }
}

extension Touch {
  /// What a transition is called.
  fileprivate var title: String { "transition \(parameters["style"]?.asText ?? "by a function")" }
}
