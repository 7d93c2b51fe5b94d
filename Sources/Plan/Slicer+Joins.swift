import Graph
import Media

extension Slicer {
  mutating func sequence(_ inputs: [Int], _ starts: [Time], _ range: TimeRange, _ around: Surroundings) -> Piece? {
    let inner = Surroundings(isBase: around.isBase)
    var pieces: [Piece] = []
    for index in max(0, starts.partitioningIndex { $0 > range.start } - 1)..<inputs.count {
      guard starts[index] < range.end else { break }
      let piece = cut(inputs[index], range.shifted(by: -starts[index]), inner)
      if let piece { pieces.append(piece.shifted(by: starts[index])) }
    }
    return sequence(pieces, around)
  }

  /// Pieces one after another.
  mutating func sequence(_ pieces: [Piece], _ around: Surroundings) -> Piece? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    if pieces.count == 1, around.isBare { return first }
    let covered = TimeRange(first.covered.start, last.covered.end)
    let place = join(.sequence, [:], row(of: pieces, from: covered.start), covered.duration)
    return Piece(place: place, offset: -covered.start, covered: covered)
  }

  mutating func stack(_ inputs: [Int], _ hasBase: Bool, _ range: TimeRange, _ around: Surroundings) -> Piece? {
    var pieces: [Piece] = []
    var isFirstSeen = false
    for (index, input) in inputs.enumerated() {
      let isBase = around.isBase && hasBase && index == 0
      guard let piece = cut(input, range, Surroundings(isBase: isBase)) else { continue }
      pieces.append(piece)
      isFirstSeen = isFirstSeen || isBase
    }
    return stacked(pieces, hasBase: isFirstSeen, around)
  }

  /// Pieces over one another; where the one at the bottom of the picture is gone, none takes its place.
  mutating func stacked(_ pieces: [Piece], hasBase: Bool, _ around: Surroundings) -> Piece? {
    guard let first = pieces.first else { return nil }
    let needsFlag = aspect == .picture && around.isBase && !hasBase
    if pieces.count == 1, around.isBare, !needsFlag { return first }
    let covered = pieces.dropFirst().reduce(first.covered) { $0.union($1.covered) }
    let clips = pieces.map { placed($0, from: covered.start) }
    let place = join(.stack, needsFlag ? ["base": .flag(false)] : [:], clips, covered.duration)
    return Piece(place: place, offset: -covered.start, covered: covered)
  }

  /// A join of one, kept where what lies around it asks something of the join.
  mutating func joined(_ piece: Piece, _ around: Surroundings) -> Piece? {
    stacked([piece], hasBase: around.isBase, around)
  }

  /// Clips one after another, with nothing where there is no piece.
  private mutating func row(of pieces: [Piece], from start: Time) -> [Int] {
    var row: [Int] = []
    var end = start
    for piece in pieces {
      if piece.covered.start > end { row.append(nothing(piece.covered.start - end)) }
      row.append(clipped(piece))
      end = piece.covered.end
    }
    return row
  }

  /// A clip that lasts exactly as long as a range. No join, since what lies around may ask something of the clip.
  mutating func filled(_ piece: Piece?, over range: TimeRange) -> Int {
    guard let piece else { return nothing(range.duration) }
    let clip = placed(piece, from: range.start)
    let node = builder[clip]
    guard node.duration < range.duration else { return clip }
    return add(node, .trim, ["from": .time(.zero), "to": .time(range.duration)], [clip], range.duration)
  }
}
