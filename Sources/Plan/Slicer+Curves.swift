import Graph
import Media

extension Slicer {
  /// The mixer asks for a gain every 64 samples of a clip's clock: by as much a clock may be moved.
  static let gainStep = Time(flicks: 64 * (Time.flicksPerSecond / AudioBlock.sampleRate))

  /// A word about place, size or turning.
  mutating func adjust(_ node: Node, _ input: Int, _ range: TimeRange, _ around: Surroundings) -> Piece? {
    guard let piece = cut(input, range, Surroundings(isBase: around.isBase, isBare: false)) else { return nil }
    return moving(node, node.kind, node.parameters, piece)
  }

  /// A word about how much of a clip there is.
  mutating func weigh(
    _ node: Node, _ kind: NodeKind, _ input: Int, _ curve: Curve, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let weight = curve.cut(to: asked(for: range), startingAt: .zero)
    if weight == .constant(1) { return cut(input, range, around) }
    if case .constant(let value) = weight, aspect == .picture ? value <= 0 : value == 0 { return nil }
    guard let piece = cut(input, range, Surroundings(isBase: around.isBase, isBare: false)) else { return nil }
    return moving(node, kind, ["value": .curve(curve)], piece)
  }

  /// A shutter: it sees beyond the last instant that is asked for, and sees where there is nothing.
  mutating func open(
    _ node: Node, _ element: Element, _ input: Int, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let end = min(range.end + (element.exposure(at: scene.graph.canvas.frameRate) ?? .zero), node.duration)
    let seen = TimeRange(range.start, end)
    guard let piece = cut(input, seen, Surroundings(isBase: around.isBase, isBare: false)) else { return nil }
    let clip = filled(piece, over: seen)
    let place = add(node, node.kind, node.parameters, [clip], range.duration)
    return Piece(place: place, offset: -range.start, covered: range)
  }

  /// An effect. Where it needs other clips or reads the clock, all keep to one clock.
  mutating func finish(
    _ node: Node, _ input: Int, _ others: [Int], _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let inner = Surroundings(isBase: around.isBase, isBare: false)
    guard let piece = cut(input, range, inner) else { return nil }
    guard !others.isEmpty || node.readsClock else { return moving(node, node.kind, node.parameters, piece) }
    let range = piece.covered
    let curves = node.parameters.compactMapValues { if case .curve(let curve) = $0 { curve } else { nil } }
    let start = node.readsClock ? .zero : floor(range.start, to: step(of: Array(curves.values)))
    let cut = curves.mapValues { Setting.curve($0.cut(to: range, startingAt: start)) }
    var inputs = [placed(piece, from: start)]
    for other in others {
      let piece = self.cut(other, range, Surroundings(isBase: false, isBare: false))
      inputs.append(piece.map { placed($0, from: start) } ?? nothing(range.end - start))
    }
    let place = add(node, node.kind, node.parameters.merging(cut) { $1 }, inputs, range.end - start)
    return Piece(place: place, offset: -start, covered: range)
  }

  /// A piece under a word whose parameters may move.
  private mutating func moving(
    _ node: Node, _ kind: NodeKind, _ parameters: [String: Setting], _ piece: Piece
  ) -> Piece {
    let curves = parameters.compactMapValues { if case .curve(let curve) = $0 { curve } else { nil } }
    let range = piece.covered
    let asked = asked(for: range)
    let cut = curves.mapValues { $0.cut(to: asked, startingAt: .zero) }
    guard cut.values.contains(where: { !$0.isAtRest }) else {
      var settled = parameters.merging(cut.mapValues(Setting.curve)) { $1 }
      // What rests here but moves elsewhere is not put on whole pixels, or it would jump where the two meet.
      if kind.isPlacing, curves.values.contains(where: { !$0.isConstant }) { settled["moves"] = .flag(true) }
      let place = add(node, kind, settled, [piece.place], builder[piece.place].duration)
      return Piece(place: place, offset: piece.offset, covered: range)
    }
    let start = floor(range.start, to: step(of: Array(curves.values)))
    let moved = curves.mapValues { Setting.curve($0.cut(to: asked, startingAt: start)) }
    let input = placed(piece, from: start)
    let place = add(node, kind, parameters.merging(moved) { $1 }, [input], range.end - start)
    return Piece(place: place, offset: -start, covered: range)
  }

  /// When curves are asked for values: the mixer asks at both ends of its steps.
  private func asked(for range: TimeRange) -> TimeRange {
    guard aspect == .sound else { return range }
    return TimeRange(range.start - Slicer.gainStep, range.end + Slicer.gainStep)
  }

  /// By multiples of which a clock may be moved without a change of any result; nil if there are none.
  private func step(of curves: [Curve]) -> Time? {
    var step: Int64? = aspect == .sound ? Slicer.gainStep.flicks : 1
    for curve in curves where !curve.isConstant {
      step = step.flatMap { step in curve.step.flatMap { Slicer.leastCommonMultiple(step, $0.flicks) } }
    }
    return step.map(Time.init(flicks:))
  }

  private static func leastCommonMultiple(_ a: Int64, _ b: Int64) -> Int64? {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    let (product, overflow) = (a / x).multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }

  /// The last multiple of a step that is not after a time; 0 if there is no step.
  func floor(_ time: Time, to step: Time?) -> Time {
    step.map { $0 * (time.flicks / $0.flicks) } ?? .zero
  }
}

extension Curve {
  fileprivate var isAtRest: Bool {
    if case .constant = self { true } else { false }
  }
}

extension NodeKind {
  /// Says where a clip is, rather than how much of it there is or what it looks like.
  fileprivate var isPlacing: Bool { [.crop, .at, .scale, .rotate, .skew, .pin].contains(self) }
}
