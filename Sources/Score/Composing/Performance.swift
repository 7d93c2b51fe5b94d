import Media

/// Plays what is written: gives notes their times, a little off the beat and a little uneven, as people play.
struct Performance {
  let layout: Layout
  let sketch: Sketch

  private var style: Style { sketch.style }

  /// The notes in order. Those of the last chord are held until the end.
  func notes(_ written: [Written]) -> [Note] {
    var dice = Dice(sketch.seed, "hands")
    let ordered = written.sorted { ($0.beat, $0.part.rawValue, $0.pitch) < ($1.beat, $1.part.rawValue, $1.pitch) }
    var notes = ordered.map { play($0, &dice) }
    notes.sort(by: Note.precedes)
    for part in Part.allCases where style.instrument(of: part).isMonophonic { part.separate(&notes) }
    return notes
  }

  private func play(_ written: Written, _ dice: inout Dice) -> Note {
    let loose = style.looseness * (written.part == .drums ? 0.4 : 1)
    let (late, uneven) = (dice.spread() * loose / 2000, dice.spread() * style.looseness * 0.006)
    let start = max(.zero, layout.time(of: swung(written.beat)) + (Time(seconds: late) ?? .zero))
    let end =
      written.beat + written.length > layout.body ? layout.length : layout.time(of: written.beat + written.length)
    return Note(
      track: written.part.rawValue, pitch: written.pitch, velocity: min(max(written.velocity + uneven, 0.05), 1),
      beat: written.beat, beats: written.length, start: start, length: max(end - start, Time(ticks: 1, rate: 100)),
      isAltered: written.part != .drums && !sketch.key.holds(written.pitch))
  }

  /// Every second sixteenth comes late.
  private func swung(_ beat: Beat) -> Beat {
    guard beat.ticks / Beat.step.ticks % 2 == 1 else { return beat }
    return beat + Beat(ticks: Int64(style.swing * Double(Beat.step.ticks)))
  }
}

extension Part {
  /// Ends each note of a player with one voice where the next begins.
  fileprivate func separate(_ notes: inout [Note]) {
    var last: Int?
    for index in notes.indices where notes[index].track == rawValue {
      if let last, notes[last].end > notes[index].start { notes[last].length = notes[index].start - notes[last].start }
      last = index
    }
  }
}

extension Style {
  func instrument(of part: Part) -> Instrument {
    switch part {
    case .melody: melody
    case .harmony: harmony
    case .figure: figure
    case .bass: bass
    case .drums: .drums
    }
  }
}
