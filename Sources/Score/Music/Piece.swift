package import Media

/// Music as data: who plays what when, and how it is made up.
package struct Piece: Hashable, Sendable {
  package var length: Time
  /// Beats a minute at the start, as they are; a composer may have bent what was asked for.
  package var tempo: Double
  package var tracks: [Track]
  /// By start, then track, then pitch.
  package var notes: [Note]
  package var chords: [ChordSpan] = []
  package var sections: [Section] = []
  package var beats: [BeatMark] = []
  /// How long the end fades; it is silent from `length` on.
  package var fade: Time = .zero

  package struct ChordSpan: Hashable, Sendable {
    package var chord: Chord
    /// As musicians write it in this key: `Am7`.
    package var name: String
    package var beat: Beat
    package var range: TimeRange
  }

  package struct BeatMark: Hashable, Sendable {
    package var time: Time
    package var bar: Int
    /// 0 is the first beat of the bar.
    package var beat: Int
  }

  /// Something that starts, and how strongly, for those who cut or pulse by it.
  package struct Onset: Hashable, Sendable {
    package var time: Time
    /// Above 0, to 1: the strongest of the notes that start together.
    package var strength: Double
  }

  /// Where notes start, in order; those within a thirtieth of a second are one.
  package func onsets(of track: Int? = nil) -> [Onset] {
    var found: [Onset] = []
    for note in notes where track == nil || note.track == track {
      if let last = found.last, note.start - last.time < Piece.together {
        found[found.count - 1].strength = max(last.strength, note.velocity)
      } else {
        found.append(Onset(time: note.start, strength: note.velocity))
      }
    }
    return found
  }

  private static let together = Time(ticks: 1, rate: 30)
}

extension Note {
  /// The order of a piece.
  static func precedes(_ a: Note, _ b: Note) -> Bool {
    (a.start, a.track, a.pitch, a.length) < (b.start, b.track, b.pitch, b.length)
  }
}
