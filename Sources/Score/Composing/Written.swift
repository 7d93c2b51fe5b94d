/// A note on paper.
struct Written: Hashable {
  var part: Part
  var beat: Beat
  var length: Beat
  var pitch: Int
  var velocity: Double
}

/// The players of a composed piece, in the order of its tracks.
enum Part: Int, CaseIterable {
  case melody, harmony, figure, bass, drums
}

/// What all parts are written from.
struct Sketch {
  let key: Key
  let style: Style
  let sections: [Section]
  let harmony: Harmony
  /// The root that the bass has at the start of each bar, and at the end.
  let roots: [Int]
  let seed: UInt64

  init(bars: Int, key: Key, style: Style, seed: UInt64) {
    (self.key, self.style, self.seed) = (key, style, seed)
    sections = Form(bars: bars).sections
    harmony = Harmony(sections, style, key.mode, seed: seed)
    var roots: [Int] = []
    for bar in 0...bars { roots.append(Sketch.root(harmony[bar], key, near: roots.last ?? 38)) }
    self.roots = roots
  }

  /// The nearest of a chord's roots between E1 and the E above the next.
  private static func root(_ chord: Chord, _ key: Key, near last: Int) -> Int {
    let tone = (key.tonic + chord.root + 12) % 12
    let pitches = stride(from: tone + 24, through: 47, by: 12).filter { $0 >= 28 }
    return pitches.min { abs($0 - last) < abs($1 - last) } ?? 36
  }

  var bars: Int { roots.count - 1 }

  /// How loud a note at a place of a section is: by its energy, growing towards a fuller one.
  func dynamics(_ section: Section, bar: Int) -> Double {
    let level = 0.5 + 0.42 * section.energy
    let next = sections.first { $0.bars.lowerBound == section.bars.upperBound }
    guard let next, next.energy > section.energy, bar == section.bars.upperBound - 1 else { return level }
    return level + 0.21 * (next.energy - section.energy)
  }

  /// The pitch of a step of the ladder of a chord's scale; step 35 is the tonic nearest above C5 (60 to 71).
  func pitch(_ step: Int, _ chord: Chord) -> Int {
    let octave = (step - 35 >= 0 ? step - 35 : step - 41) / 7
    return 60 + key.tonic + 12 * octave + chord.scale[step - 35 - 7 * octave]
  }

  static func bar(_ bar: Int) -> Beat { Beat.bar * bar }
}
