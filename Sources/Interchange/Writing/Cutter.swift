import Graph
import Media

/// Tells a graph as a cut: once for pictures and once for sound, since editing programs keep the two in tracks of their own.
///
/// A clip with everything that is said of it becomes one piece, as long as that changes nothing. Where it would, because
/// something moves on the clock of an inner clip, the inner one becomes a cut of its own inside the piece.
struct Cutter {
  let graph: Graph
  let kind: Track.Kind
  let footage: (Digest) -> Footage?
  /// How much more may be said. A graph names a clip once however often it shows; a cut says it each time.
  var budget: Int

  /// Tells a whole graph.
  ///
  /// - Parameter footage: What is known of a file, by its digest.
  /// - Throws: if there would be more pieces than anybody can use.
  static func cut(
    _ graph: Graph, name: String, footage: @escaping (Digest) -> Footage?
  ) throws(CutError) -> Cut {
    var tracks: [Track] = []
    var budget = mostPieces
    for kind in [Track.Kind.picture, .sound] {
      var cutter = Cutter(graph: graph, kind: kind, footage: footage, budget: budget)
      if cutter.has(graph.nodes[graph.root]) { tracks += try cutter.tracks(of: graph.root) }
      budget = cutter.budget
    }
    return Cut(name: name, canvas: graph.canvas, tracks: tracks)
  }

  /// Some 60 MB of JSON.
  static let mostPieces = 100_000

  /// Whether a node has anything for these tracks.
  func has(_ node: Node) -> Bool { kind == .picture ? node.size != nil && !node.isInvisible : node.hasSound }

  mutating func spend(_ count: Int) throws(CutError) {
    budget -= count
    guard budget >= 0 else {
      throw CutError(
        .tooLarge, "the cut has more than \(Cutter.mostPieces) pieces",
        remedy: "export a part of it, or let fewer clips repeat")
    }
  }

  // MARK: Lanes

  /// The tracks that show a node: those of a stack, or one.
  mutating func tracks(of place: Int) throws(CutError) -> [Track] {
    let node = graph.nodes[place]
    let inputs = node.kind == .stack ? node.inputs : [place]
    var tracks: [Track] = []
    for input in inputs {
      let elements = try elements(of: input)
      tracks.append(Track(kind, elements.cut(to: node.duration, kind)))
    }
    // What lies at the bottom is fitted to the canvas, also if it is nothing.
    let base = kind == .picture ? tracks.prefix(1) : []
    return base + tracks.dropFirst(base.count).filter { !$0.isEmpty }
  }

  /// What a node is, one after another.
  mutating func elements(of place: Int) throws(CutError) -> [Track.Element] {
    let node = graph.nodes[place]
    guard has(node) else { return try gap(node.duration) }
    switch node.kind {
    case .sequence:
      var elements: [Track.Element] = []
      for input in node.inputs { elements += try self.elements(of: input) }
      return elements
    case .crossfade, .transition: return try crossed(node)
    case .delay: return try gap(node.time("seconds") ?? .zero) + elements(of: node.inputs[0])
    case .loop: return try rounds(node)
    // Only the end is cut off: a layer that would stay too long keeps its gap before it.
    case .trim where node.time("from") == .zero: return try elements(of: node.inputs[0]).cut(to: node.duration, kind)
    default: return [.piece(try piece(of: place))]
    }
  }

  private mutating func gap(_ duration: Time) throws(CutError) -> [Track.Element] {
    try spend(1)
    return [.piece(.gap(duration))]
  }

  /// A loop, unrolled: there is no word for it.
  private mutating func rounds(_ node: Node) throws(CutError) -> [Track.Element] {
    let period = graph.nodes[node.inputs[0]].duration
    let count = Int((node.duration.flicks + period.flicks - 1) / period.flicks)
    let round = try elements(of: node.inputs[0])
    let (total, isTooMuch) = count.multipliedReportingOverflow(by: round.count)
    try spend(isTooMuch ? Int.max : total)
    return Array(repeatElement(round, count: count).joined()).cut(to: node.duration, kind)
  }

  // MARK: Transitions

  private mutating func crossed(_ node: Node) throws(CutError) -> [Track.Element] {
    let overlap = node.time("seconds") ?? .zero
    var first = try elements(of: node.inputs[0]), second = try elements(of: node.inputs[1])
    if !first.hasTail(of: overlap) { first = [.piece(first.joined(kind))] }
    if !second.hasHead(of: overlap) { second = [.piece(second.joined(kind))] }
    guard let a = first.popLast()?.piece, let b = second.first?.piece else { return first + second }
    let frame = graph.canvas.frameRate
    let half = frame.time(ofFrame: frame.frame(at: Time(flicks: overlap.flicks / 2)))
    let crossing = Crossing(before: half, after: overlap - half, style: try style(of: node))
    return first
      + [.piece(a.shortened(back: crossing.after)), .crossing(crossing), .piece(b.shortened(front: crossing.before))]
      + second.dropFirst()
  }

  /// What of a transition is not an even dissolve. In sound they all are.
  private mutating func style(of node: Node) throws(CutError) -> Touch? {
    let isEven = node.inputs.count == 2 && node.text("ease") == nil && node.text("style") ?? "crossfade" == "crossfade"
    return isEven || kind == .sound ? nil : try touch(of: node, others: node.inputs.dropFirst(2))
  }
}

extension Node {
  /// Whether it shows nothing at all, as a gap does.
  fileprivate var isInvisible: Bool { kind == .opacity && parameters["value"] == .number(0) }
}
