/// Writes the tune.
///
/// On the first and third quarter it has notes of the chord; between them it walks. Where the chord changes, it does not
/// move in parallel fifths or octaves with the bass.
struct Melody {
  let sketch: Sketch
  private(set) var notes: [Written] = []
  /// The step of the ladder that the last note is on, and whether it belonged to its chord.
  private var last: Int?
  private var isAtRest = true
  /// What the tune had where the last chord began, if it struck there.
  private var change: (bar: Int, pitch: Int)?
  private let middle: Int

  init(_ sketch: Sketch) {
    self.sketch = sketch
    let home = sketch.harmony.home
    middle =
      (7...63).min { a, b in
        abs(sketch.pitch(a, home) - sketch.style.register) < abs(sketch.pitch(b, home) - sketch.style.register)
      } ?? 42
    for section in sketch.sections { write(section) }
    writeEnding()
  }

  private mutating func write(_ section: Section) {
    guard section.kind != .intro else { return }
    let letter = section.kind == .b ? "B" : section.kind == .rest ? "C" : "A"
    let motif = Motif(sketch.style, letter: letter, seed: sketch.seed)
    let lift = section.kind == .b ? 2 : 0
    for bar in section.bars {
      let place = (bar - section.bars.lowerBound) % 4
      // A breath: quiet sections leave every second bar to the others.
      guard section.energy > 0.55 || place % 2 == 0 else { continue }
      let isLast = bar == section.bars.upperBound - 1
      write(bar, section, motif, isLast ? 3 : place, lift)
    }
  }

  private mutating func write(_ bar: Int, _ section: Section, _ motif: Motif, _ place: Int, _ lift: Int) {
    var rhythm = motif.bars[place]
    if section.kind == .varied, place != 3 {
      var dice = Dice(sketch.seed, "adorn", bar)
      rhythm = rhythm.adorned(&dice)
    }
    var target = middle + lift + motif.arch[place]
    for (index, hit) in rhythm.hits.enumerated() {
      target += motif.contours[place][index % motif.contours[place].count]
      // A tune stays within a singer's reach.
      target = min(max(target, middle - 5), middle + 8)
      let step = choose(near: target, hit, bar)
      add(step, hit, bar, section)
      target += (step - target) / 2
    }
  }

  private mutating func add(_ step: Int, _ hit: Pattern.Hit, _ bar: Int, _ section: Section) {
    let chord = sketch.harmony[bar]
    let pitch = sketch.pitch(step, chord)
    if hit.step == 0 { change = (bar, pitch) }
    (last, isAtRest) = (step, chord.holds(chord.scale[step % 7]))
    notes.append(
      Written(
        part: .melody, beat: Sketch.bar(bar) + hit.beat, length: Beat.step * hit.length, pitch: pitch,
        velocity: (hit.isStrong ? 0.95 : 0.82) * sketch.dynamics(section, bar: bar)))
  }

  private func choose(near target: Int, _ hit: Pattern.Hit, _ bar: Int) -> Int {
    let chord = sketch.harmony[bar]
    let near = target - 6...target + 6
    let allowed = near.filter { step in
      let isOfChord = chord.holds(chord.scale[step % 7])
      return (isOfChord || !hit.isStrong) && !(hit.step == 0 && isParallel(sketch.pitch(step, chord), bar))
    }
    return allowed.min { cost($0, target, chord) < cost($1, target, chord) } ?? target
  }

  /// How badly a step would sound here.
  private func cost(_ step: Int, _ target: Int, _ chord: Chord) -> Double {
    var cost = Double(abs(step - target))
    let isOfChord = chord.holds(chord.scale[step % 7])
    if !isOfChord { cost += 0.4 }
    guard let last else { return cost }
    let leap = abs(step - last)
    cost += Double(max(0, leap - 2)) * 0.8
    if leap == 0 { cost += 0.7 }
    // What does not belong to its chord is come to, and left, by a step.
    if leap > 1, !isOfChord || !isAtRest { cost += 2.5 }
    return cost
  }

  /// Whether the tune and the bass would go the same way from one fifth or octave to the next.
  private func isParallel(_ pitch: Int, _ bar: Int) -> Bool {
    guard let change, change.bar == bar - 1 else { return false }
    return Melody.isParallel(from: (sketch.roots[bar - 1], change.pitch), to: (sketch.roots[bar], pitch))
  }

  static func isParallel(from: (bass: Int, tune: Int), to: (bass: Int, tune: Int)) -> Bool {
    let interval = (to.tune - to.bass) % 12
    return (interval == 0 || interval == 7) && (from.tune - from.bass) % 12 == interval
      && (to.bass - from.bass).signum() * (to.tune - from.tune).signum() > 0
  }

  /// The last note is the tonic, or the third if that would go in parallel with the bass.
  private mutating func writeEnding() {
    let home = sketch.harmony.home
    let from = last ?? middle
    let steps = (from - 4...from + 4).filter { step in
      (step % 7 == 0 || step % 7 == 2) && !isParallel(sketch.pitch(step, home), sketch.bars)
    }
    guard let step = steps.min(by: { abs($0 - from) + $0 % 7 < abs($1 - from) + $1 % 7 }) else { return }
    notes.append(
      Written(
        part: .melody, beat: Sketch.bar(sketch.bars), length: .bar, pitch: sketch.pitch(step, home), velocity: 0.72))
  }
}
