import Graph
import Media

extension Slicer {
  /// Outside of the overlap one clip is left, and knows nothing of the other.
  mutating func pass(
    _ node: Node, _ transition: Transition, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let (start, inner) = (transition.start, Surroundings(isBase: around.isBase))
    guard range.start < transition.end else {
      return cut(transition.second, range.shifted(by: -start), inner)
        .flatMap { joined($0.shifted(by: start), around) }
    }
    guard range.end > start else { return cut(transition.first, range, inner).flatMap { joined($0, around) } }
    guard let shown = transition.shown else { return overlap(node, transition, range, around) }
    return aspect == .picture
      ? turns(transition, shown, range, around) : sound(node, transition, shown, range, around)
  }

  /// Both sides are kept to the end of the overlap, and the clock runs from its start at the latest: how far it has come
  /// follows from where the overlap lies, and that from the first side's length.
  private mutating func overlap(
    _ node: Node, _ transition: Transition, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let (start, end, inner) = (transition.start, transition.end, Surroundings(isBase: around.isBase))
    let zero = floor(min(range.start, start), to: aspect == .sound ? Slicer.gainStep : nil)
    let late = TimeRange(max(range.start, start), range.end)
    let a = cut(transition.first, TimeRange(range.start, end), inner)
    let b = cut(transition.second, late.shifted(by: -start), inner)?.shifted(by: start)
    guard a != nil || b != nil else { return nil }
    var inputs = [filled(a, over: TimeRange(zero, end)), filled(b, over: TimeRange(start, range.end))]
    let isPicture = aspect == .picture
    if isPicture, let third = transition.third {
      let matte = TimeRange(late.start, min(range.end, end))
      let piece = cut(third, matte.shifted(by: -start), inner)?.shifted(by: start)
      inputs.append(filled(piece, over: TimeRange(start, matte.end)))
    }
    // What it looks like makes no difference to sound.
    let kind = isPicture ? node.kind : .crossfade
    let parameters = isPicture ? node.parameters : ["seconds": .time(transition.overlap)]
    return Piece(
      place: join(kind, parameters, inputs, range.end - zero), offset: -zero, covered: range)
  }

  /// Pictures take turns: the first clip's, those that show meanwhile, and the second's.
  private mutating func turns(
    _ transition: Transition, _ shown: Int, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let (start, end, inner) = (transition.start, transition.end, Surroundings(isBase: around.isBase))
    var pieces: [Piece] = []
    func part(_ whole: TimeRange) -> TimeRange? { range.intersection(whole) }
    if let part = part(TimeRange(.zero, start)), let piece = cut(transition.first, part, inner) {
      pieces.append(piece)
    }
    for (clip, whole) in [(shown, TimeRange(start, end)), (transition.second, TimeRange(end, max(end, range.end)))] {
      guard let part = part(whole), let piece = cut(clip, part.shifted(by: -start), inner) else { continue }
      pieces.append(piece.shifted(by: start))
    }
    return sequence(pieces, around)
  }

  /// Sound crosses over, and what sounds meanwhile is added.
  private mutating func sound(
    _ node: Node, _ transition: Transition, _ shown: Int, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let start = transition.start
    let own = range.intersection(TimeRange(start, transition.end))
      .flatMap { cut(shown, $0.shifted(by: -start), Surroundings(isBase: around.isBase)) }?.shifted(by: start)
    return stacked([overlap(node, transition, range, around), own].compactMap(\.self), hasBase: around.isBase, around)
  }
}
