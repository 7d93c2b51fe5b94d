import Graph
import Media

extension Scene {
  /// Clips that are joined share a canvas; what is asked of the join is asked of that canvas.
  func join(_ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let canvas = graph.canvas.size
    // Pinned, it is drawn as large as the output first.
    let ground = look.pin != nil ? rootGround : look.transform(of: canvas, preset: look.crop == nil ? .contain : .none)
    var inner = Look(isBase: look.isBase, canvas: canvas, ground: ground)
    (inner.isStill, inner.isSteady) = (look.isStill, look.isSteady)
    inner.resampling = look.resampling
    var found: [Layer] = []
    visitInputs(of: place, at: time, inner, &found)
    guard !found.isEmpty else { return }
    if look.isSeparable, found.count == 1 || look.opacity == 1 {
      layers += found.map { $0.faded(by: look.opacity) }
    } else {
      layers.append(group(found, look, ground))
    }
  }

  /// One picture of several layers, which are where they should be already.
  private func group(_ found: [Layer], _ look: Look, _ ground: Affine) -> Layer {
    let canvas = graph.canvas.size
    let isConstant = look.isSteady && look.isStill && found.allSatisfy(\.isConstant)
    return finished(
      Layer(
        source: .group(found), box: canvas, crop: look.crop ?? Layer.Crop(canvas), transform: ground,
        opacity: look.opacity, isStill: look.isStill, isConstant: isConstant), look)
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
    case .transition(let transition): pass(transition, at: time, look, &layers)
    default: return
    }
  }

  /// A layer that covers the output, whose parts are where they should be already.
  func whole(_ source: Layer.Source, isConstant: Bool) -> Layer {
    let canvas = graph.canvas.size
    return Layer(
      source: source, box: canvas, crop: Layer.Crop(canvas), transform: rootGround, opacity: 1, isStill: true,
      isConstant: isConstant)
  }
}

extension Layer {
  fileprivate func faded(by opacity: Double) -> Layer {
    var layer = self
    layer.opacity *= opacity
    return layer
  }
}
