import Graph
import Media

extension Cutter {
  /// A node as one piece.
  mutating func piece(of place: Int) throws(CutError) -> Piece {
    let node = graph.nodes[place]
    guard has(node) else { return .gap(node.duration) }
    switch node.kind {
    case .video, .image, .audio, .text, .subtitles, .shape, .solid, .gradient, .shade, .world:
      return try source(node)
    case .sequence, .crossfade, .transition, .delay, .loop: return try elements(of: place).joined(kind)
    case .stack:
      try spend(1)
      return Piece(.tracks(try tracks(of: place)), duration: node.duration)
    case .trim:
      let from = node.time("from") ?? .zero
      let input = try piece(of: node.inputs[0]).steady(in: kind)
      return input.shortened(front: from, back: input.duration - from - node.duration)
    case .freeze: return try frozen(node)
    case .speed: return try faster(node)
    case .reverse:
      var input = try piece(of: node.inputs[0]).steady(in: kind)
      if input.pace == 0 { return input }
      input.pace = -input.pace
      return input
    default: return try touched(node)
    }
  }

  private mutating func source(_ node: Node) throws(CutError) -> Piece {
    try spend(node.weight)
    guard let kind = Reference.Kind(rawValue: node.kind.rawValue), let digest = node.digest("asset") else {
      return Piece(
        .reference(.generator(kind: node.kind.rawValue, parameters: naming(node).mapValues(\.json))),
        duration: node.duration)
    }
    guard let footage = footage(digest) else {
      return Piece(.reference(.missing("sha256:\(digest)")), duration: node.duration)
    }
    let file = Reference.File(
      name: footage.name, url: footage.url, kind: kind,
      available: kind == .image ? nil : TimeRange(.zero, node.duration), frameRate: footage.frameRate, digest: digest)
    return Piece(.reference(.file(file)), duration: node.duration)
  }

  /// What a node says, with the fonts that it brings along by their files.
  private func naming(_ node: Node) -> [String: Setting] {
    let files = node.parameters.broughtFonts.map { (BroughtFont.family($0), footage($0)?.name) }
    return node.parameters.renamingFamilies(Dictionary(uniqueKeysWithValues: files).compactMapValues(\.self))
  }

  private mutating func frozen(_ node: Node) throws(CutError) -> Piece {
    var input = try piece(of: node.inputs[0]).steady(in: kind)
    if input.pace < 0 { input = input.nested(in: kind) }
    input.start += (node.time("at") ?? .zero).scaled(by: input.pace)
    (input.pace, input.duration) = (0, node.duration)
    return input
  }

  private mutating func faster(_ node: Node) throws(CutError) -> Piece {
    guard let factor = node.number("factor") else { return try touched(node) }
    var input = try piece(of: node.inputs[0]).steady(in: kind)
    if input.pace != 0, !Travel.speeds.contains(abs(input.pace * factor)) { input = input.nested(in: kind) }
    (input.pace, input.duration) = (input.pace * factor, node.duration)
    return input
  }

  /// A piece with something done to it that there are no words for.
  private mutating func touched(_ node: Node) throws(CutError) -> Piece {
    var input = try piece(of: node.inputs[0])
    guard node.kind.isFor(kind) else { return input }
    // Time that goes by in another way is told from outside, as that of a cut of its own.
    if node.kind == .speed || input.isGap { input = input.nested(in: kind) }
    input.duration = node.duration
    input.touches.append(try touch(of: node, others: node.inputs.dropFirst()))
    return input
  }

  mutating func touch(of node: Node, others places: ArraySlice<Int>) throws(CutError) -> Touch {
    try spend(node.weight)
    var others: [Piece] = []
    for place in places { others.append(try piece(of: place)) }
    return Touch(
      kind: node.kind.rawValue, parameters: node.own, others: others, isMoving: node.isMoving || !others.isEmpty)
  }
}

extension NodeKind {
  /// Whether it does anything to pictures, or to sound.
  fileprivate func isFor(_ kind: Track.Kind) -> Bool {
    self == .fade || self == .speed || (self == .volume) == (kind == .sound)
  }
}

extension Piece {
  /// One whose clock may be changed without a change of what is done to it.
  func steady(in kind: Track.Kind) -> Piece {
    touches.contains(where: \.isMoving) ? nested(in: kind) : self
  }
}

extension Node {
  /// What it says, without its kind.
  fileprivate var own: [String: CanonicalJSON] { parameters.mapValues(\.json) }

  /// Whether what it says depends on its own clock or length.
  fileprivate var isMoving: Bool {
    [.fade, .frameRate, .motionblur, .speed].contains(kind) || readsClock
      || parameters.values.contains { $0.curve?.isConstant == false }
  }

  /// What it costs to say, in pieces.
  fileprivate var weight: Int {
    1 + parameters.values.reduce(0) { $0 + ($1.curve?.corners.count ?? 0) / 32 }
  }
}
