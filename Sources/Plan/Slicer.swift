import Graph
import Media

/// Cuts out of a graph what shows, or sounds, during a stretch of time, and moves it to a clock that begins there.
///
/// Segments are drawn from their slices, so equal slices have equal bytes whatever they were cut from. That a slice looks
/// and sounds as its graph does, to the last bit, is what this type has to get right. So a node whose arithmetic depends
/// on its own clock (a curve, a change of speed) keeps that clock, or one moved by a step that changes no result.
struct Slicer {
  enum Aspect { case picture, sound }

  let scene: Scene
  let aspect: Aspect
  var builder = GraphBuilder()
  private var known: [Request: Piece?] = [:]

  /// A part of a node, made anew.
  struct Piece {
    /// In the builder.
    var place: Int
    /// What the new node's clock reads when the old node's reads 0.
    var offset: Time
    /// The part of the old node's time in which there is anything, on the old node's clock.
    var covered: TimeRange

    /// The same piece on a clock that reads `offset` when the old node's reads 0.
    func shifted(by offset: Time) -> Piece {
      Piece(place: place, offset: self.offset - offset, covered: covered.shifted(by: offset))
    }
  }

  /// What lies around a node and has a say in how it looks.
  struct Surroundings: Hashable {
    /// Whether it lies at the bottom of the picture, where clips are fitted to the canvas.
    var isBase = true
    /// Whether nothing but joins lies around it, so that a join of one clip may be left out.
    var isBare = true
  }

  private struct Request: Hashable {
    var place: Int
    var range: TimeRange
    var surroundings: Surroundings
  }

  init(_ scene: Scene, _ aspect: Aspect) {
    (self.scene, self.aspect) = (scene, aspect)
  }

  /// The part of the whole graph.
  mutating func slice(_ range: TimeRange, canvas: Canvas) -> Graph {
    let piece = cut(scene.graph.root, range, Surroundings())
    let root = piece.map { placed($0, from: range.start) } ?? nothing(range.duration)
    return builder.graph(root: root, canvas: canvas)
  }

  /// The part of a node inside a range of its own clock; nil if nothing of it shows or sounds.
  mutating func cut(_ place: Int, _ asked: TimeRange, _ surroundings: Surroundings) -> Piece? {
    let node = scene.graph.nodes[place]
    guard aspect == .picture ? node.size != nil : node.hasSound,
      let range = asked.intersection(TimeRange(.zero, node.duration))
    else { return nil }
    let request = Request(place: place, range: range, surroundings: surroundings)
    if let piece = known[request] { return piece }
    let piece = make(node, scene.elements[place], range, surroundings)
    known[request] = piece
    return piece
  }

  private mutating func make(_ node: Node, _ element: Element, _ range: TimeRange, _ around: Surroundings) -> Piece? {
    switch element {
    case .source: source(node, range)
    case .movingText(let text): movingText(node, text, range)
    case .sequence(let inputs, let starts): sequence(inputs, starts, range, around)
    case .stack(let inputs, let hasBase): stack(inputs, hasBase, range, around)
    case .transition(let transition): pass(node, transition, range, around)
    case .shifted(let input, let offset): cut(input, range.shifted(by: offset), around)?.shifted(by: -offset)
    case .delayed(let input, let offset): cut(input, range.shifted(by: -offset), around)?.shifted(by: offset)
    case .looped(let input, let period): loop(node, input, period, range, around)
    case .frozen(let input, let moment): freeze(node, input, moment, range, around)
    case .faster(let input, _, _) where node.kind == .pitch && aspect == .picture: cut(input, range, around)
    case .faster(let input, let travel, let pitch): speed(node, input, travel, pitch, range, around)
    case .reversed(let input, let length): reverse(node, input, length, range, around)
    case .stepped(let input, let rate, _):
      aspect == .sound ? cut(input, range, around) : step(node, input, rate, range, around)
    case .opacity(let input, let curve):
      aspect == .sound ? cut(input, range, around) : weigh(node, .opacity, input, curve, range, around)
    case .volume(let input, let curve):
      aspect == .picture ? cut(input, range, around) : weigh(node, .volume, input, curve, range, around)
    case .pan(let input, _):
      aspect == .picture ? cut(input, range, around) : adjust(node, input, range, around)
    case .processed(let inputs, let processor):
      aspect == .picture ? cut(inputs[0], range, around) : process(node, inputs, processor, range)
    case .fade(let input, let curve):
      weigh(node, aspect == .picture ? .opacity : .volume, input, curve, range, around)
    case .motionBlur(let input, _, _) where aspect == .picture: open(node, element, input, range, around)
    case .effect(let input, let others) where aspect == .picture: finish(node, input, others, range, around)
    default: element.said.flatMap { aspect == .sound ? cut($0, range, around) : adjust(node, $0, range, around) }
    }
  }

  /// What has no end of its own is made as long as it is needed, and keeps its clock if it reads it; a recording stays
  /// whole.
  private mutating func source(_ node: Node, _ range: TimeRange) -> Piece {
    if node.readsClock || node.kind.isMadeSound {
      return Piece(place: add(node, node.kind, node.parameters, [], range.end), offset: .zero, covered: range)
    }
    let isOpen = !node.kind.isRecorded
    let place = add(node, node.kind, node.parameters, [], isOpen ? range.duration : node.duration)
    return Piece(place: place, offset: isOpen ? -range.start : .zero, covered: range)
  }

  /// Keeps its clock for as long as it moves; from then on it is a text like any other.
  private mutating func movingText(_ node: Node, _ text: MovingText, _ range: TimeRange) -> Piece {
    if let settled = text.settled(at: range.start) { return source(settled, range) }
    return Piece(place: add(node, node.kind, node.parameters, [], range.end), offset: .zero, covered: range)
  }

  // MARK: New nodes

  mutating func add(
    _ old: Node, _ kind: NodeKind, _ parameters: [String: Setting], _ inputs: [Int], _ duration: Time
  ) -> Int {
    builder.add(
      Node(
        kind, version: old.kind == kind ? old.version : nil, parameters: parameters, inputs: inputs, duration: duration,
        size: aspect == .picture ? old.size : nil, hasSound: aspect == .sound))
  }

  /// A join of new clips.
  mutating func join(_ kind: NodeKind, _ parameters: [String: Setting], _ inputs: [Int], _ duration: Time) -> Int {
    builder.add(
      Node(
        kind, parameters: parameters, inputs: inputs, duration: duration,
        size: aspect == .picture ? scene.graph.canvas.size : nil, hasSound: aspect == .sound && !inputs.isEmpty))
  }

  /// A clip in which nothing shows or sounds.
  mutating func nothing(_ duration: Time) -> Int { join(.stack, [:], [], duration) }

  /// A node of just the covered part, which begins at 0.
  mutating func clipped(_ piece: Piece) -> Int {
    let start = piece.covered.start + piece.offset
    let node = builder[piece.place]
    guard start > .zero || node.duration != piece.covered.duration else { return piece.place }
    let parameters: [String: Setting] = ["from": .time(start), "to": .time(start + piece.covered.duration)]
    return add(node, .trim, parameters, [piece.place], piece.covered.duration)
  }

  /// A node whose clock reads 0 when the old one's reads `start`, which is not after the piece begins.
  mutating func placed(_ piece: Piece, from start: Time) -> Int {
    let clip = clipped(piece)
    let delay = piece.covered.start - start
    guard delay > .zero else { return clip }
    let node = builder[clip]
    return add(node, .delay, ["seconds": .time(delay)], [clip], delay + node.duration)
  }
}
