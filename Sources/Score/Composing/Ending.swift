/// What the players have from the last chord on: the tonic, which rings until all is over.
struct Ending {
  let sketch: Sketch
  /// Where it is struck.
  let beat: Beat
  /// How long the ring is in the score.
  let length: Beat

  var notes: [Written] {
    let tones = sketch.harmony.home.tones
    let root = sketch.roots[sketch.bars]
    var voicing = Voicing(around: 59)
    let chord = voicing.next(sketch.harmony.home, tonic: sketch.key.tonic)
    return chord.map { note(.harmony, $0, 0.62) } + [note(.bass, root, 0.75)] + climb(tones.count)
  }

  /// The broken chord goes up once more.
  private func climb(_ count: Int) -> [Written] {
    guard sketch.bars > 0 else { return [] }
    return (0..<4).map { index in
      var note = note(.figure, sketch.rung(index, bar: sketch.bars), 0.5 - 0.05 * Double(index))
      note.beat = beat + Beat(ticks: Beat.step.ticks * Int64(index))
      note.length = length - Beat.step * index
      return note
    }
  }

  private func note(_ part: Part, _ pitch: Int, _ velocity: Double) -> Written {
    Written(part: part, beat: beat, length: length, pitch: pitch, velocity: velocity)
  }
}
