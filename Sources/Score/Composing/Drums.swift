/// The drum part: a groove by how full a section is, fills before the next, and a cymbal where that begins.
struct Drums {
  let sketch: Sketch

  private var groove: Groove { sketch.style.groove }

  var notes: [Written] {
    sketch.sections.flatMap { section in section.bars.flatMap { bar(section, $0) } + opening(section) } + ending
  }

  private func bar(_ section: Section, _ bar: Int) -> [Written] {
    lines(section, bar).flatMap { line in
      Pattern(line.pattern).hits.map { hit in
        note(line.drum, Sketch.bar(bar) + hit.beat, Drums.weight(hit.sign) * sketch.dynamics(section, bar: bar))
      }
    }
  }

  private func lines(_ section: Section, _ bar: Int) -> [Groove.Line] {
    let isLast = bar == section.bars.upperBound - 1
    if isLast, section.energy >= 0.6, !groove.fill.isEmpty { return groove.fill }
    return section.energy >= 0.72 ? groove.full : section.energy >= 0.5 ? groove.light : []
  }

  private func opening(_ section: Section) -> [Written] {
    guard groove.crashes, section.energy >= 0.72 else { return [] }
    return [note(Groove.crash, Sketch.bar(section.bars.lowerBound), 0.75 * section.energy)]
  }

  private var ending: [Written] {
    let end = Sketch.bar(sketch.bars)
    guard let last = groove.full.first, sketch.bars > 3 else { return [] }
    return [note(last.drum, end, 0.6)] + (groove.crashes ? [note(Groove.crash, end, 0.7)] : [])
  }

  private func note(_ drum: Int, _ beat: Beat, _ velocity: Double) -> Written {
    Written(part: .drums, beat: beat, length: .step, pitch: drum, velocity: velocity)
  }

  private static func weight(_ sign: Character) -> Double {
    sign == "X" ? 1 : sign == "o" ? 0.45 : 0.75
  }
}
