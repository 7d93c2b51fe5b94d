package import Media

/// Makes a piece of music from a few words, the same one every time.
///
/// It is in common time, with a form, functional harmony with led voices, a tune from a motif that is said, answered and
/// brought back, bass, broken chords and drums, and a last chord that rings until the length is over.
package struct Composer: Hashable, Sendable {
  package let key: Key
  package let tempo: Double
  package let mood: Mood
  package let length: Time
  package let seed: UInt64

  package static let tempi = 40.0...240.0
  package static let seconds = 1.0...600.0

  /// - Parameters:
  ///   - tempo: Quarters a minute, 40 to 240; the mood's own if nil. It bends by at most 3 % so that whole bars fit.
  ///   - length: 1 to 600 s.
  /// - Precondition: `tempo` and `length` are inside their ranges.
  package init(key: Key? = nil, tempo: Double? = nil, mood: Mood, length: Time, seed: UInt64) {
    let tempo = tempo ?? mood.tempo
    precondition(Composer.tempi.contains(tempo), "a tempo is 40 to 240")
    precondition(Composer.seconds.contains(length.seconds), "a piece is 1 to 600 s long")
    self.key = key ?? mood.key
    (self.tempo, self.mood, self.length, self.seed) = (tempo, mood, length, seed)
  }

  package func piece() -> Piece {
    let layout = Layout(length: length, tempo: tempo)
    let sketch = Sketch(bars: layout.bars, key: key, style: mood.style, seed: seed)
    let ring = Beat(ticks: Int64((length - layout.ending).seconds * layout.tempo / 60 * Double(Beat.perQuarter)))
    let written =
      lead(layout, sketch) + Melody(sketch).notes.map { $0.moved(to: layout.body, after: sketch.bars) }
      + Accompaniment(sketch: sketch).notes
      + Drums(sketch: sketch).notes.map { $0.moved(to: layout.body, after: sketch.bars) }
      + Ending(sketch: sketch, beat: layout.body, length: ring).notes
    var piece = Piece(
      length: length, tempo: layout.tempo, tracks: mood.style.tracks,
      notes: Performance(layout: layout, sketch: sketch).notes(written))
    piece.chords = chords(layout, sketch)
    piece.sections = sections(layout, sketch)
    piece.beats = beats(layout)
    piece.fade = (length - layout.ending).scaled(by: 0.6)
    return piece
  }

  /// Where there is no room for a bar, the chord that leads home fills the quarters before the last.
  private func lead(_ layout: Layout, _ sketch: Sketch) -> [Written] {
    guard layout.bars == 0, layout.body > .zero else { return [] }
    var voicing = Voicing(around: 59)
    return voicing.next(turn, tonic: key.tonic).map {
      Written(part: .harmony, beat: .zero, length: layout.body, pitch: $0, velocity: 0.6)
    }
  }

  private var turn: Chord { Chord(mood.style.turn(in: key.mode), in: key.mode) }

  private func chords(_ layout: Layout, _ sketch: Sketch) -> [Piece.ChordSpan] {
    var starts = sketch.harmony.bars.enumerated().map { ($0.element, Sketch.bar($0.offset)) }
    if starts.isEmpty, layout.body > .zero { starts = [(turn, .zero)] }
    starts.append((sketch.harmony.home, layout.body))
    return starts.indices.map { index in
      let (chord, beat) = starts[index]
      let end = index + 1 < starts.count ? layout.time(of: starts[index + 1].1) : length
      return Piece.ChordSpan(
        chord: chord, name: chord.name(in: key), beat: beat, range: TimeRange(layout.time(of: beat), end))
    }
  }

  private func sections(_ layout: Layout, _ sketch: Sketch) -> [Section] {
    let whole = sketch.sections.map { section in
      var section = section
      section.range = TimeRange(
        layout.time(of: Sketch.bar(section.bars.lowerBound)), layout.time(of: Sketch.bar(section.bars.upperBound)))
      return section
    }
    let start = layout.bars == 0 ? .zero : layout.ending
    let bars = layout.bars..<layout.bars + 1
    return whole + [Section(kind: .ending, bars: bars, energy: 0.4, range: TimeRange(start, length))]
  }

  private func beats(_ layout: Layout) -> [Piece.BeatMark] {
    (0...Int(layout.body.ticks / Beat.perQuarter)).map { index in
      let isEnding = index == Int(layout.body.ticks / Beat.perQuarter)
      return Piece.BeatMark(
        time: layout.time(of: Beat(ticks: Int64(index) * Beat.perQuarter)), bar: index / 4,
        beat: isEnding ? 0 : index % 4)
    }
  }
}

extension Written {
  /// The note of the last chord lies at the body's end, which is not a bar line if there is no whole bar.
  fileprivate func moved(to body: Beat, after bars: Int) -> Written {
    guard beat >= Sketch.bar(bars) else { return self }
    var moved = self
    moved.beat = body
    return moved
  }
}

extension Style {
  /// A track for each part, in the parts' order.
  fileprivate var tracks: [Track] {
    Part.allCases.map { part in
      Track(
        name: "\(part)", instrument: instrument(of: part), level: levels[part.rawValue],
        pan: part == .figure ? -0.3 : part == .harmony ? 0.1 : 0)
    }
  }
}
