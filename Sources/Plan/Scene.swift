package import Graph
package import Media

/// Says what shows at an instant: which layers, where, and how much of each. Pure; any thread may ask.
package struct Scene: Sendable {
  package let graph: Graph
  /// The size of the pictures that are drawn: the canvas's, or a scaled one.
  package let output: Size
  package let elements: [Element]
  /// Whether what each node says stays the same for as long as it shows.
  private let isAtRest: [Bool]

  package init(_ graph: Graph, output: Size? = nil) {
    self.graph = graph
    self.output = output ?? graph.canvas.size
    let elements = graph.nodes.map { Element($0, in: graph) }
    self.elements = elements
    self.isAtRest = zip(graph.nodes, elements).map { $1.isAtRest && $0.parameters["moves"] != .flag(true) }
  }

  /// The layers of a frame, the lowest first.
  package func layers(at time: Time) -> [Layer] {
    let canvas = graph.canvas.size
    let ground = Affine.scale(
      Double(output.width) / Double(canvas.width), Double(output.height) / Double(canvas.height))
    var layers: [Layer] = []
    visit(graph.root, at: time, Look(isBase: true, ground: ground), &layers)
    return layers
  }

  private func visit(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let node = graph.nodes[place]
    guard node.size != nil, time >= .zero, time < node.duration, look.opacity > 0 else { return }
    switch elements[place] {
    case .source: show(node, at: time, look, &layers)
    case .sequence, .stack, .crossfade: join(place, at: time, look, &layers)
    case .shifted(let input, let offset): visit(input, at: time + offset, look, &layers)
    case .delayed(let input, let offset): visit(input, at: time - offset, look, &layers)
    case .looped(let input, let period): visit(input, at: Time(flicks: time.flicks % period.flicks), look, &layers)
    case .frozen(let input, let moment): visit(input, at: moment, look, &layers)
    case .faster(let input, let factor):
      // Rounding must not lead past the last instant.
      let last = graph.nodes[input].duration - Time(flicks: 1)
      visit(input, at: min(time.scaled(by: factor), last), look, &layers)
    // The last instant before the end comes first: ends do not belong to their clips.
    case .reversed(let input, let length): visit(input, at: length - time - Time(flicks: 1), look, &layers)
    case .volume(let input, _): visit(input, at: time, look, &layers)
    default: adjust(place, at: time, look, &layers)
    }
  }

  /// Adds to the look what a word asks for.
  private func adjust(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    var look = look
    var input = place
    switch elements[place] {
    case .fit(let inner, let mode): (input, look.fit) = (inner, look.fit ?? mode)
    case .crop(let inner, let x, let y, let size):
      look.cut(x: x.value(at: time), y: y.value(at: time), size: size)
      (input, look.isStill) = (inner, look.isStill && isAtRest[place])
    case .at(let inner, let x, let y, let anchor):
      look.place(x: x.value(at: time), y: y.value(at: time), anchor: anchor)
      (input, look.isStill) = (inner, look.isStill && isAtRest[place])
    case .scale(let inner, let x, let y):
      (look.scaleX, look.scaleY) = (look.scaleX * x.value(at: time), look.scaleY * y.value(at: time))
      (input, look.isStill) = (inner, look.isStill && isAtRest[place])
    case .rotate(let inner, let degrees):
      look.degrees += degrees.value(at: time)
      (input, look.isStill) = (inner, look.isStill && isAtRest[place])
    case .opacity(let inner, let curve), .fade(let inner, let curve):
      look.opacity *= min(max(curve.value(at: time), 0), 1)
      (input, look.isSteady) = (inner, look.isSteady && isAtRest[place])
    default: return
    }
    visit(input, at: time, look, &layers)
  }

  // MARK: Joins

  /// Clips that are joined share a canvas; what is asked of the join is asked of that canvas.
  private func join(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let canvas = graph.canvas.size
    let isOne = look.crop == nil
    var inner = Look(isBase: look.isBase, ground: look.ground)
    (inner.isStill, inner.isSteady) = (look.isStill, look.isSteady)
    if isOne, !look.isPlain { inner.ground = look.transform(of: canvas, on: canvas, preset: .contain) }
    if !isOne { inner.ground = rootGround }
    var found: [Layer] = []
    visitInputs(of: place, at: time, inner, &found)
    if isOne, found.count <= 1 || look.opacity == 1 {
      layers += found.map { $0.faded(by: look.opacity) }
    } else if !found.isEmpty {
      layers.append(isOne ? group(found, look, ground: rootGround) : group(found, look, ground: nil))
    }
  }

  private var rootGround: Affine {
    let canvas = graph.canvas.size
    return .scale(Double(output.width) / Double(canvas.width), Double(output.height) / Double(canvas.height))
  }

  /// One picture of several layers. With a ground, they are where they should be already.
  private func group(_ found: [Layer], _ look: Look, ground: Affine?) -> Layer {
    let canvas = graph.canvas.size
    let whole = Layer.Crop(canvas)
    return Layer(
      source: .group(found), box: canvas, crop: ground == nil ? look.crop ?? whole : whole,
      transform: ground ?? look.transform(of: canvas, on: canvas, preset: .none), opacity: look.opacity,
      isStill: look.isStill, isConstant: look.isSteady && found.allSatisfy(\.isConstant))
  }

  private func visitInputs(of place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    switch elements[place] {
    case .sequence(let inputs, let starts):
      let index = max(0, starts.partitioningIndex { $0 > time } - 1)
      visit(inputs[index], at: time - starts[index], look, &layers)
    case .stack(let inputs, let hasBase):
      for (index, input) in inputs.enumerated() {
        var look = look
        look.isBase = look.isBase && hasBase && index == 0
        visit(input, at: time, look, &layers)
      }
    case .crossfade(let first, let second, let start, let overlap):
      guard time >= start else { return visit(first, at: time, look, &layers) }
      guard time < start + overlap else { return visit(second, at: time - start, look, &layers) }
      var (a, b): ([Layer], [Layer]) = ([], [])
      visit(first, at: time, look, &a)
      visit(second, at: time - start, look, &b)
      guard !a.isEmpty || !b.isEmpty else { return }
      layers.append(dissolve(a, b, Double((time - start).flicks) / Double(overlap.flicks)))
    default: return
    }
  }

  private func dissolve(_ a: [Layer], _ b: [Layer], _ weight: Double) -> Layer {
    let canvas = graph.canvas.size
    let whole = Layer.Crop(canvas)
    return Layer(
      source: .dissolve(a, b, weight), box: canvas, crop: whole, transform: rootGround, opacity: 1, isStill: true,
      isConstant: false)
  }

  // MARK: Sources

  private func show(_ node: Node, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    guard let box = node.size, let source = source(of: node, at: time) else { return }
    let transform = look.transform(of: box, on: graph.canvas.size, preset: presetFit(of: node, look))
    let crop = look.crop ?? Layer.Crop(box)
    layers.append(
      Layer(
        source: source, box: box, crop: crop, transform: transform, opacity: look.opacity, isStill: look.isStill,
        isConstant: look.isStill && look.isSteady && node.kind != .video))
  }

  private func source(of node: Node, at time: Time) -> Layer.Source? {
    switch node.kind {
    case .video: return node.digest("asset").map { .video($0, at: time) }
    case .image: return node.digest("asset").map { .image($0) }
    case .text: return .text(node)
    case .solid:
      guard case .color(let color)? = node.parameters["color"] else { return nil }
      return .solid(color)
    case .gradient: return .gradient(node)
    default: return nil
    }
  }

  /// Videos fill the canvas as far as their shape allows. Pictures do so at the bottom; as layers they keep their size
  /// unless they are larger than the canvas. Texts keep their size.
  private func presetFit(of node: Node, _ look: Look) -> FitMode {
    switch node.kind {
    case .video: return .contain
    case .image where look.isBase: return .contain
    case .image:
      let part = look.crop.map { ($0.width, $0.height) } ?? node.size.map { (Double($0.width), Double($0.height)) }
      guard let (width, height) = part else { return .none }
      let canvas = graph.canvas.size
      return width > Double(canvas.width) || height > Double(canvas.height) ? .contain : .none
    default: return .none
    }
  }
}

extension Layer {
  fileprivate func faded(by opacity: Double) -> Layer {
    var layer = self
    layer.opacity *= opacity
    return layer
  }
}
