package import Graph
package import Media

/// Says what shows at an instant: which layers, where, and how much of each. Pure; any thread may ask.
package struct Scene: Sendable {
  package let graph: Graph
  /// The size of the pictures that are drawn: the canvas's, or a scaled one.
  package let output: Size
  package let elements: [Element]
  /// What nodes of pixels make of each, by their places: read once.
  let shaders: [Int: Shader]
  /// Whether what each node says stays the same for as long as it shows.
  let isAtRest: [Bool]

  package init(_ graph: Graph, output: Size? = nil) {
    self.graph = graph
    self.output = output ?? graph.canvas.size
    let elements = graph.nodes.map { Element($0, in: graph) }
    self.elements = elements
    shaders = graph.nodes.enumerated().reduce(into: [:]) { $0[$1.offset] = $1.element.shader }
    isAtRest = zip(graph.nodes, elements).map { $0.isAtRest && $1.isAtRest }
  }

  /// The layers of a frame, the lowest first.
  package func layers(at time: Time) -> [Layer] {
    var layers: [Layer] = []
    let look = Look(isBase: true, canvas: graph.canvas.size, ground: rootGround)
    visit(graph.root, at: time, look, &layers)
    return layers
  }

  /// From the canvas to the output.
  var rootGround: Affine {
    let canvas = graph.canvas.size
    return .scale(Double(output.width) / Double(canvas.width), Double(output.height) / Double(canvas.height))
  }

  func visit(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let node = graph.nodes[place]
    guard node.size != nil, time >= .zero, time < node.duration, look.opacity > 0 else { return }
    switch elements[place] {
    case .source: show(node, place, at: time, look, &layers)
    case .movingText(let text): show(text, of: node, at: time, look, &layers)
    case .sequence, .stack, .transition: join(place, at: time, look, &layers)
    case .shifted(let input, let offset): visit(input, at: time + offset, look, &layers)
    case .delayed(let input, let offset): visit(input, at: time - offset, look, &layers)
    case .looped(let input, let period): visit(input, at: Time(flicks: time.flicks % period.flicks), look, &layers)
    case .frozen(let input, let moment): visit(input, at: moment, look, &layers)
    // Rounding must not lead past the last instant.
    case .faster(let input, let travel, _):
      visit(input, at: min(travel.instant(at: time), last(of: input)), look, &layers)
    // The last instant before the end comes first: ends do not belong to their clips.
    case .reversed(let input, let length): visit(input, at: length - time - Time(flicks: 1), look, &layers)
    case .stepped(let input, let rate, let blends): step(input, rate, blends, at: time, look, &layers)
    case .motionBlur(let input, _, let samples): expose(place, input, samples, at: time, look, &layers)
    default: adjust(place, at: time, look, &layers)
    }
  }

  /// The last instant of a clip.
  func last(of place: Int) -> Time { graph.nodes[place].duration - Time(flicks: 1) }

  /// Adds to the look what a word asks for.
  private func adjust(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    guard let input = elements[place].said else { return }
    var look = look
    look.add(elements[place], at: time)
    if case .effect = elements[place] {
      look.steps.append(Look.Asked(place: place, time: time, corner: look.corner))
    }
    if elements[place].isPlacing {
      look.isStill = look.isStill && isAtRest[place]
    } else {
      look.isSteady = look.isSteady && isAtRest[place]
    }
    visit(input, at: time, look, &layers)
  }
}

extension Look {
  /// What a word about place, size, angle or weight asks for at an instant.
  fileprivate mutating func add(_ element: Element, at time: Time) {
    switch element {
    case .fit(_, let mode, let focus): take(mode, focus: focus)
    case .crop(_, let x, let y, let size): cut(x: x.value(at: time), y: y.value(at: time), size: size)
    case .at(_, let x, let y, let anchor, let area):
      let point = (x: x.value(at: time), y: y.value(at: time))
      place(x: area?.whole(point.x) ?? point.x, y: area?.whole(point.y) ?? point.y, anchor: anchor)
    case .scale(_, let x, let y): (scaleX, scaleY) = (scaleX * x.value(at: time), scaleY * y.value(at: time))
    case .rotate(_, let curve): degrees += curve.value(at: time)
    case .skew(_, let x, let y): (skewX, skewY) = (skewX + x.tangent(at: time), skewY + y.tangent(at: time))
    case .pin(_, let curves): pin = pin ?? curves.map { $0.value(at: time) }
    case .resample(_, let kind): resampling = resampling ?? kind
    case .opacity(_, let curve), .fade(_, let curve): opacity *= min(max(curve.value(at: time), 0), 1)
    case .blend(_, let kind): mode = mode ?? kind
    case .composite(_, let kind): composite = composite ?? kind
    case .isolate: isIsolated = true
    default: return
    }
  }
}

extension Curve {
  /// Of an angle in degrees.
  fileprivate func tangent(at time: Time) -> Double {
    let radians = value(at: time) * .pi / 180
    return Elementary.sin(radians) / Elementary.cos(radians)
  }
}

extension Element {
  /// Says where a clip is, rather than how much of it there is or what it looks like.
  fileprivate var isPlacing: Bool {
    switch self {
    case .crop, .at, .scale, .rotate, .skew, .pin: true
    default: false
    }
  }

  fileprivate var isAtRest: Bool {
    if case .fade(_, let curve) = self { curve.isConstant } else { true }
  }
}

extension Node {
  /// Whether what it says stays as it is.
  fileprivate var isAtRest: Bool {
    guard !readsClock, !flag("moves") else { return false }
    return parameters.values.allSatisfy { if case .curve(let curve) = $0 { curve.isConstant } else { true } }
  }
}
