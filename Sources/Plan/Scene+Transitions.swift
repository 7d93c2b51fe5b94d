import Graph
import Media

extension Scene {
  /// What shows of a transition: the first clip, the second, or one picture of both.
  func pass(_ transition: Transition, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let passed = time - transition.start
    guard passed >= .zero else { return visit(transition.first, at: time, look, &layers) }
    guard passed < transition.overlap else { return visit(transition.second, at: passed, look, &layers) }
    if let shown = transition.shown { return visit(shown, at: passed, look, &layers) }
    let crossing = Crossing(scene: self, transition: transition, time: passed, look: look)
    let progress = transition.progress(at: passed)
    switch transition.style {
    case .crossfade:
      guard let source = crossing.dissolve(progress) else { return }
      layers.append(whole(source, isConstant: false))
    // Where it has not begun, or is over, the clip is just as it is without.
    case _ where progress <= 0: visit(transition.first, at: time, look, &layers)
    case _ where progress >= 1: visit(transition.second, at: passed, look, &layers)
    default:
      guard let source = crossing.source(at: progress) else { return }
      layers.append(whole(source, look.ground))
    }
  }

  /// A layer that covers the canvas of a join.
  func whole(_ source: Layer.Source, _ ground: Affine) -> Layer {
    var layer = whole(source, isConstant: false)
    layer.transform = ground
    return layer
  }
}

/// Both clips of a transition at one instant, and what lies around them.
private struct Crossing {
  let scene: Scene
  let transition: Transition
  /// Since the transition's start.
  let time: Time
  let look: Look

  private var width: Double { Double(look.canvas.width) }
  private var height: Double { Double(look.canvas.height) }

  /// The layers of a clip, with its canvas moved.
  private func layers(of clip: Int, at time: Time, _ move: Affine? = nil, isStill: Bool = true) -> [Layer] {
    var look = look
    look.ground = move ?? look.ground
    look.isStill = look.isStill && isStill
    var found: [Layer] = []
    scene.visit(clip, at: time, look, &found)
    return found
  }

  private func first(_ move: Affine? = nil, isStill: Bool = true) -> [Layer] {
    layers(of: transition.first, at: transition.start + time, move, isStill: isStill)
  }

  private func second(_ move: Affine? = nil, isStill: Bool = true) -> [Layer] {
    layers(of: transition.second, at: time, move, isStill: isStill)
  }

  func dissolve(_ progress: Double) -> Layer.Source? { .dissolve(first(), second(), progress).unlessEmpty }

  func source(at progress: Double) -> Layer.Source? {
    switch transition.style {
    case .crossfade, .shown: dissolve(progress)
    case .dip(let color): dip(color, progress)
    case .shift(let way, let movesFirst, let movesSecond): shift(way, movesFirst, movesSecond, progress).unlessEmpty
    case .zoom(let isOut): zoom(isOut: isOut, progress).unlessEmpty
    case .sweep(let sweep, let soft, let isReversed):
      veil(sweep, soft, isReversed, progress).flatMap { Layer.Source.reveal(first(), second(), $0).unlessEmpty }
    }
  }

  /// Where neither picture shows anything, there is nothing to dip.
  private func dip(_ color: Color, _ progress: Double) -> Layer.Source? {
    let (a, b) = (first(), second())
    guard !a.isEmpty || !b.isEmpty else { return nil }
    let color = scene.whole(.solid(color), look.ground)
    return progress < 0.5 ? .dissolve(a, [color], progress * 2) : .dissolve([color], b, progress * 2 - 1)
  }

  /// The old picture grows away from the new one, or the new one shrinks to its place over the old.
  private func zoom(isOut: Bool, _ progress: Double) -> Layer.Source {
    let scale = Elementary.exp2(1.5 * (isOut ? 1 - progress : progress))
    let grown = Affine.translation(-width / 2, -height / 2).then(.scale(scale, scale))
      .then(.translation(width / 2, height / 2)).then(look.ground)
    return isOut
      ? .reveal(first(), second(grown, isStill: false), .even(progress))
      : .reveal(first(grown, isStill: false), second(), .even(progress))
  }

  // MARK: Boxes

  /// What moves, moves by whole pixels: it is copied rather than filtered, and no seam shows between the two.
  private func shift(
    _ way: Transition.Direction, _ movesFirst: Bool, _ movesSecond: Bool, _ progress: Double
  ) -> Layer.Source {
    let (left, top) = offset(-way.x * width * (1 - progress), -way.y * height * (1 - progress))
    let (across, down) = offset(way.x * width, way.y * height)
    let coming = look.ground.then(.translation(left, top))
    let going = coming.then(.translation(across, down))
    return .reveal(
      first(movesFirst ? going : nil), second(movesSecond ? coming : nil), .box(look.canvas, coming))
  }

  /// A way on the canvas as one on the output.
  private func offset(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let ground = look.ground
    let way = (x: ground.a * x + ground.c * y, y: ground.b * x + ground.d * y)
    return ground.b == 0 && ground.c == 0 ? (way.x.rounded(), way.y.rounded()) : way
  }

  // MARK: Edges

  /// - Returns: Nil if the canvas is flattened, so that nothing shows.
  private func veil(
    _ sweep: Transition.Order, _ soft: Double, _ isReversed: Bool, _ progress: Double
  ) -> Veil? {
    guard let toCanvas = look.ground.inverse else { return nil }
    func edge(atLeast narrowest: Double) -> Sweep.Edge {
      let width = max(soft, narrowest)
      let progress = isReversed ? 1 - progress : progress
      return Sweep.Edge(start: progress * (1 + width) - width, width: width, isInverted: isReversed)
    }
    let middle = toCanvas.then(.translation(-width / 2, -height / 2))
    let radius = (width * width + height * height).squareRoot() / 2
    switch sweep {
    case .line(let way):
      let unit = toCanvas.then(along(way))
      // At least as wide as a pixel is, and so on.
      return .field(.line(unit), edge(atLeast: (unit.a * unit.a + unit.c * unit.c).squareRoot()))
    case .ring:
      return .field(.ring(middle.then(.scale(1 / radius, 1 / radius))), edge(atLeast: 1 / (radius * look.scale)))
    // A pixel half-way out from the middle.
    case .turn: return .field(.turn(middle), edge(atLeast: 1 / (.pi * radius * look.scale)))
    // Two steps of eight bits.
    case .light: return .light(transition.third.map { layers(of: $0, at: time) } ?? [], edge(atLeast: 2.0 / 255))
    }
  }

  /// From the canvas to a line on which x goes from 0 to 1 the way of the edge.
  private func along(_ way: Transition.Direction) -> Affine {
    let (x, y) = (way.x / width, way.y / height)
    return Affine(a: x, b: 0, c: y, d: 0, tx: way.x < 0 || way.y < 0 ? 1 : 0, ty: 0)
  }
}

extension Layer.Source {
  /// Nil where neither picture shows anything.
  fileprivate var unlessEmpty: Layer.Source? {
    switch self {
    case .dissolve(let a, let b, _), .reveal(let a, let b, _): a.isEmpty && b.isEmpty ? nil : self
    default: self
    }
  }
}
