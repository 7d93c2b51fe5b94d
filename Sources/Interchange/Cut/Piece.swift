package import Media

/// A stretch of a track: a part of a clip, of nothing, or of a cut inside this one.
package struct Piece: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case reference(Reference)
    case gap
    /// Over one another, the lowest first.
    case tracks([Track])
  }

  package var content: Content
  /// Where on the content's clock it begins; of one that runs backwards, where it ends.
  package var start: Time
  /// How long it plays.
  package var duration: Time
  /// How fast the content's clock goes: below zero backwards, at zero not at all.
  package var pace = 1.0
  /// What is done to it, in order.
  package var touches: [Touch] = []

  package init(_ content: Content, start: Time = .zero, duration: Time) {
    (self.content, self.start, self.duration) = (content, start, duration)
  }

  package static func gap(_ duration: Time) -> Piece { Piece(.gap, duration: duration) }

  package var isGap: Bool { content == .gap }

  /// How much of the content's clock goes by.
  package var length: Time { duration.scaled(by: abs(pace)) }

  /// Shorter, or with numbers below zero longer, at its beginning and its end.
  package func shortened(front: Time = .zero, back: Time = .zero) -> Piece {
    var piece = self
    piece.start += (pace < 0 ? back : front).scaled(by: abs(pace))
    piece.duration -= front + back
    return piece
  }

  /// The whole piece as the content of another, whose clock begins with it.
  package func nested(in kind: Track.Kind) -> Piece {
    Piece(.tracks([Track(kind, [.piece(self)])]), duration: duration)
  }
}
