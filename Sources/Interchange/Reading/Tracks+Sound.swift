import Graph
import Media

// Editing programs keep the sound of a film in a track of its own, although it is in the same file. Where a track of sound
// says just what a track of pictures says, the two become one again, as a person would write them.
extension [Track] {
  /// With tracks of sound taken into those of pictures that they belong to; what then has none is muted.
  var voiced: [Track] {
    var sounds = filter { $0.kind == .sound }
    let pictures = filter { $0.kind == .picture }.map { track in
      for (index, sound) in sounds.enumerated() {
        guard let whole = track.voiced(by: sound) else { continue }
        sounds.remove(at: index)
        return whole
      }
      return Track(.picture, track.elements.map(\.muted))
    }
    return pictures + sounds
  }
}

extension Track {
  /// Both as one; nil if they do not go together from beginning to end.
  fileprivate func voiced(by sound: Track) -> Track? {
    guard elements.count == sound.elements.count else { return nil }
    let whole = zip(elements, sound.elements).compactMap { $0.voiced(by: $1) }
    return whole.count == elements.count ? Track(.picture, whole) : nil
  }
}

extension Track.Element {
  fileprivate func voiced(by sound: Track.Element) -> Track.Element? {
    switch (self, sound) {
    case (.piece(let piece), .piece(let sound)): piece.voiced(by: sound).map(Track.Element.piece)
    case (.crossing(let crossing), .crossing(let other)):
      crossing.before == other.before && crossing.after == other.after ? self : nil
    default: nil
    }
  }

  fileprivate var muted: Track.Element { piece.map { .piece($0.muted) } ?? self }
}

extension Piece {
  fileprivate func voiced(by sound: Piece) -> Piece? {
    if sound.isGap, sound.touches.isEmpty { return duration == sound.duration ? muted : nil }
    let volumes = sound.touches.filter { $0.kind == "volume" }, others = sound.touches.filter { $0.kind != "volume" }
    guard let url = content.url, url == sound.content.url, touches.filter({ $0.kind == "fade" }) == others,
      (start, duration, pace) == (sound.start, sound.duration, sound.pace)
    else { return nil }
    var whole = self
    whole.touches += volumes
    return whole
  }

  /// Without the sound of its file.
  fileprivate var muted: Piece {
    guard content.url != nil, pace != 0 else { return self }
    var piece = self
    piece.touches.append(Touch(kind: "volume", parameters: ["value": .number(0)]))
    return piece
  }
}

extension Piece.Content {
  /// Of a film.
  fileprivate var url: String? {
    guard case .reference(.file(let file)) = self, file.kind != .image else { return nil }
    return file.url
  }
}
