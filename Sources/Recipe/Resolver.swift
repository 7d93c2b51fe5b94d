import Graph
import Media
import Worker

/// Turns drafts into a graph once the recipe has returned: gives every open clip the end that its surroundings set, and
/// samples functions of time over just the time that then remains.
struct Resolver {
  let drafts: [Draft]
  let canvas: Canvas
  /// Asks the worker for a function's values: one list of components for each frame.
  let sample: (MovingFunction, _ count: Int) throws -> [[Double]]
  let limits: GraphLimits

  private var builder = GraphBuilder()
  private var resolved: [Request: Int] = [:]
  /// Values that functions were sampled to so far.
  var sampleCount = 0
  private var linkCount = 0
  /// Nodes of both clips of a transition of which the second is open, while what its function returned is made.
  private var heads: [Int: Int] = [:]
  /// How many clips read each draft.
  private let uses: [Int]

  /// A clip, and where it ends if it has no end of its own.
  private struct Request: Hashable {
    var draft: Int
    var end: Time?
    var heads: [Int: Int]
  }

  init(
    drafts: [Draft], canvas: Canvas, limits: GraphLimits,
    sample: @escaping (MovingFunction, _ count: Int) throws -> [[Double]]
  ) {
    (self.drafts, self.canvas, self.limits, self.sample) = (drafts, canvas, limits, sample)
    uses = drafts.reduce(into: Array(repeating: 0, count: drafts.count)) { uses, draft in
      for input in draft.inputs { uses[input] += 1 }
    }
  }

  /// The graph that leads to a draft with an end.
  mutating func graph(of root: Int) throws -> Graph {
    try checkCanvas()
    let place = try resolve(root, end: drafts[root].duration ?? .zero)
    let graph = builder.graph(root: place, canvas: canvas)
    try checkLayers(of: graph)
    return graph
  }

  /// The node of a draft that ends at `end`.
  private mutating func resolve(_ index: Int, end: Time) throws -> Int {
    if drafts[index].duration != nil, let known = heads[index] { return known }
    let request = Request(draft: index, end: drafts[index].duration == nil ? end : nil, heads: heads)
    if let known = resolved[request] { return known }
    let place = try make(drafts[index], duration: drafts[index].duration ?? end)
    linkCount += builder[place].inputs.count
    try checkSize(links: linkCount)
    resolved[request] = place
    return place
  }

  private mutating func make(_ draft: Draft, duration: Time) throws -> Int {
    switch draft.kind {
    case .sequence: return try makeSequence(draft, duration)
    case .stack: return try makeStack(draft, duration)
    case .trim: return try makeTrim(draft, duration)
    default: break
    }
    var inputs: [Int] = []
    let outer = heads
    for (index, input) in draft.inputs.enumerated() {
      if index == 2, drafts[draft.inputs[1]].duration == nil {
        heads = [draft.inputs[0]: inputs[0], draft.inputs[1]: inputs[1]]
      }
      inputs.append(try resolve(input, end: inputEnd(index, of: draft, duration)))
    }
    heads = outer
    var parameters = draft.parameters
    if draft.mustSayLength { parameters["seconds"] = .time(duration) }
    if draft.kind == .fade { try checkFade(draft, duration) }
    for (name, curve) in try curves(draft, over: duration) { parameters[name] = curve }
    return builder.add(node(draft, parameters, inputs, duration))
  }

  /// Where an open input of a clip ends, on the input's own clock.
  private func inputEnd(_ index: Int, of draft: Draft, _ duration: Time) -> Time {
    func time(_ name: String) -> Time { draft.parameters[name]?.time ?? .zero }
    switch draft.kind {
    case .delay: return max(.zero, duration - time("seconds"))
    case .freeze: return time("at") + duration
    case .speed: return Travel(draft.parameters["factor"]?.curve ?? .constant(1)).instant(at: duration)
    case .crossfade, .transition:
      guard index == 1, let first = drafts[draft.inputs[0]].duration else {
        return index == 2 ? time("seconds") : duration
      }
      return duration - first + time("seconds")
    default: return duration
    }
  }

  // MARK: Joins

  private mutating func makeSequence(_ draft: Draft, _ duration: Time) throws -> Int {
    var inputs: [Int] = []
    var rest = duration
    for input in clips(inSequence: draft) {
      inputs.append(try resolve(input, end: rest))
      rest = max(.zero, rest - builder[inputs[inputs.count - 1]].duration)
    }
    return builder.add(node(draft, [:], inputs, duration))
  }

  /// The clips of a sequence, with sequences among them taken apart: those in first place, which a recipe may build one
  /// clip at a time, and those that nothing else uses, since Lua reads `a .. b .. c` from the right.
  private func clips(inSequence draft: Draft) -> [Int] {
    var clips: [Int] = []
    var waiting = Array(draft.inputs.enumerated().reversed())
    while let (index, input) = waiting.popLast() {
      guard drafts[input].kind == .sequence, index == 0 || uses[input] == 1 else {
        clips.append(input)
        continue
      }
      waiting += drafts[input].inputs.enumerated().reversed()
    }
    return clips
  }

  private mutating func makeStack(_ draft: Draft, _ duration: Time) throws -> Int {
    var inputs: [Int] = []
    for (input, end) in stackChain(draft) {
      let end = min(end ?? duration, duration)
      inputs.append(shortened(try resolve(input, end: end), to: end))
    }
    return builder.add(node(draft, [:], inputs, duration))
  }

  /// The clips of a stack, with stacks in first place taken apart, each with the end that such an inner stack sets.
  /// Flat, because a recipe may lay on one clip at a time.
  private func stackChain(_ draft: Draft) -> [(input: Int, end: Time?)] {
    var reversed: [(input: Int, end: Time?)] = []
    var draft = draft
    var end: Time?
    while true {
      reversed += draft.inputs.dropFirst().reversed().map { ($0, end) }
      let inner = drafts[draft.inputs[0]]
      guard inner.kind == .stack else {
        reversed.append((draft.inputs[0], end))
        return reversed.reversed()
      }
      draft = inner
      end = [end, inner.duration].compactMap(\.self).min()
    }
  }

  /// A layer that outlasts its base is cut.
  private mutating func shortened(_ place: Int, to end: Time) -> Int {
    let input = builder[place]
    guard input.duration > end else { return place }
    return builder.add(
      Node(
        .trim, parameters: ["from": .time(.zero), "to": .time(end)], inputs: [place], duration: end, size: input.size,
        hasSound: input.hasSound))
  }

  /// A trim that only gives an open clip its end leaves no trace.
  private mutating func makeTrim(_ draft: Draft, _ duration: Time) throws -> Int {
    let from = draft.parameters["from"]?.time ?? .zero
    let head = draft.isHead ? heads[draft.inputs[0]] : nil
    let input = try head ?? resolve(draft.inputs[0], end: from + duration)
    guard from > .zero || builder[input].duration > duration else { return input }
    return builder.add(node(draft, ["from": .time(from), "to": .time(from + duration)], [input], duration))
  }

  private func node(_ draft: Draft, _ parameters: [String: Setting], _ inputs: [Int], _ duration: Time) -> Node {
    let size: Size?
    switch draft.picture {
    case .none: size = nil
    case .pixels(let pixels): size = pixels
    case .canvas: size = canvas.size
    }
    return Node(
      draft.kind, parameters: parameters, inputs: inputs, duration: duration, size: size,
      hasSound: isHeard(draft, parameters, inputs))
  }

  /// Follows from what the node says and reads, so that graphs of one text have one sound: `mute()` and `volume(0)`.
  private func isHeard(_ draft: Draft, _ parameters: [String: Setting], _ inputs: [Int]) -> Bool {
    if draft.kind.isSource { return draft.hasSound }
    if draft.kind == .freeze || (draft.kind == .volume && parameters["value"] == .number(0)) { return false }
    // Other clips of an effect lend it their picture alone.
    return (draft.kind.isEffect || draft.kind.isSound ? inputs.prefix(1) : inputs[...]).contains {
      builder[$0].hasSound
    }
  }

  private func checkFade(_ draft: Draft, _ duration: Time) throws(RecipeError) {
    guard let coming = draft.parameters["in"]?.time, let going = draft.parameters["out"]?.time,
      coming + going > duration
    else { return }
    throw RecipeError(
      .outOfRange, "coming for \(coming) and going for \(going) is longer than the clip's \(duration)",
      remedy: "use at most \(duration.scaled(by: 0.5)) each", operation: "fade", place: draft.place)
  }
}

extension Draft {
  /// Whether the node must say how long it plays, because its inputs and its other parameters do not.
  fileprivate var mustSayLength: Bool {
    kind == .loop || kind == .freeze || (kind == .speed && duration == nil)
  }
}
