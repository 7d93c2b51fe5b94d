/// Chords, broken chords and bass.
struct Accompaniment {
  let sketch: Sketch

  var notes: [Written] { chords + figures + bass }

  private var style: Style { sketch.style }

  private var chords: [Written] {
    var voicing = Voicing(around: 59)
    let comp = Pattern(style.comp)
    return sketch.sections.flatMap { section in
      section.bars.flatMap { bar in
        let pitches = voicing.next(sketch.harmony[bar], tonic: sketch.key.tonic)
        return comp.hits.flatMap { hit in
          pitches.map { note(.harmony, bar, hit, $0, section, hit.step == 0 ? 0.8 : 0.7) }
        }
      }
    }
  }

  private var figures: [Written] {
    var dice = Dice(sketch.seed, "figure")
    let first = dice.index(style.broken.count)
    return sketch.sections.flatMap { section -> [Written] in
      guard section.energy > 0.5 || section.kind == .intro || section.kind == .outro else { return [] }
      let pattern = Pattern(style.broken[(first + (section.kind == .b ? 1 : 0)) % style.broken.count])
      return section.bars.flatMap { bar in
        pattern.hits.map { hit in
          note(.figure, bar, hit, sketch.rung(hit.digit ?? 0, bar: bar), section, hit.step % 4 == 0 ? 0.75 : 0.6)
        }
      }
    }
  }

  private var bass: [Written] {
    var dice = Dice(sketch.seed, "bass")
    let first = dice.index(style.walk.count)
    return sketch.sections.flatMap { section -> [Written] in
      guard section.kind != .intro || section.bars.count > 2 else { return [] }
      // Quiet sections have long notes only.
      let walk = style.walk[(first + (section.kind == .b ? 1 : 0)) % style.walk.count]
      let pattern = Pattern(section.energy < 0.5 ? "1---------------" : walk)
      return section.bars.flatMap { bar in
        pattern.hits.map { hit in
          note(.bass, bar, hit, sketch.bassTone(hit.sign, bar: bar), section, hit.step == 0 ? 0.9 : 0.75)
        }
      }
    }
  }

  private func note(_ part: Part, _ bar: Int, _ hit: Pattern.Hit, _ pitch: Int, _ section: Section, _ weight: Double)
    -> Written
  {
    Written(
      part: part, beat: Sketch.bar(bar) + hit.beat, length: Beat.step * hit.length, pitch: pitch,
      velocity: weight * sketch.dynamics(section, bar: bar))
  }
}

extension Sketch {
  /// A note of the chord, counted from below: what broken chords climb.
  func rung(_ index: Int, bar: Int) -> Int {
    let tones = harmony[bar].tones.prefix(4).map { (key.tonic + $0) % 12 }.sorted()
    let base = max(style.register - 12, 60)
    let rungs = (0..<12).flatMap { octave in tones.map { $0 + 12 * octave } }.filter { $0 >= base }
    return rungs[min(index, rungs.count - 1)]
  }

  /// A note of the bass by its sign in a pattern.
  func bassTone(_ sign: Character, bar: Int) -> Int {
    let (root, chord) = (roots[bar], harmony[bar])
    let fifth = root + chord.tones[2] - chord.root
    switch sign {
    case "3": return root + chord.tones[1] - chord.root
    case "5": return fifth > 48 ? fifth - 12 : fifth
    case "8": return root + 12
    case "a": return approach(bar)
    default: return root
    }
  }

  /// A step of the scale beside the next bar's root, on the side that the bass comes from.
  private func approach(_ bar: Int) -> Int {
    let (from, to) = (roots[bar], roots[bar + 1])
    guard from != to else { return bassTone("5", bar: bar) }
    let steps = (7...40).map { pitch($0, harmony[bar]) }
    return from < to ? steps.last { $0 < to } ?? from : steps.first { $0 > to } ?? from
  }
}
