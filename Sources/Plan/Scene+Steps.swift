import Graph
import Media

extension Scene {
  /// A layer with everything that is asked of it besides where it lies.
  func finished(_ layer: Layer, _ look: Look) -> Layer {
    var layer = layer
    layer.blend = look.blend
    layer.corners = look.corners
    layer.resampling = look.resampling ?? .bicubic
    let box = layer.corners?.affine(from: layer.box) ?? layer.transform
    layer.steps = look.steps.reversed().compactMap { step($0, box: box, look) }
    layer.isConstant = layer.isConstant && layer.steps.allSatisfy { $0.others.joined().allSatisfy(\.isConstant) }
    return layer
  }

  /// - Parameter box: From the box of the source to the output.
  private func step(_ asked: Look.Asked, box: Affine, _ look: Look) -> Step? {
    let node = graph.nodes[asked.place]
    guard let effect = Effect(node, at: asked.time, shader: shaders[asked.place]),
      let size = graph.nodes[node.inputs[0]].size
    else { return nil }
    // What is cut away between the source and the step moves the step's corner.
    let (corner, inner) = (asked.corner, look.corner)
    let frame = Affine.translation(inner.x - corner.x, inner.y - corner.y).then(box)
    var ground = Look(isBase: false, canvas: size, ground: frame)
    (ground.isStill, ground.isSteady) = (look.isStill, look.isSteady)
    let others = node.inputs.dropFirst().map { input in
      var layers: [Layer] = []
      visit(input, at: asked.time, ground, &layers)
      return layers
    }
    return Step(effect: effect, frame: frame, box: size, scale: look.scale, others: others)
  }
}
