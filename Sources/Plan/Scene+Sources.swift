import Graph
import Media

extension Scene {
  func show(_ node: Node, _ place: Int, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    guard let source = source(of: node, place, at: time) else { return }
    show(node, source, look, isConstant: !node.kind.isRecorded && !node.readsClock, &layers)
  }

  /// Once all its pieces have come, a text is one like any other.
  func show(_ text: MovingText, of node: Node, at time: Time, _ look: Look, _ layers: inout [Layer]) {
    let settled = text.settled(at: time)
    let source = settled.map(Layer.Source.text) ?? .movingText(text, at: time)
    show(node, source, look, isConstant: settled != nil, &layers)
  }

  private func show(
    _ node: Node, _ source: Layer.Source, _ look: Look, isConstant: Bool, _ layers: inout [Layer]
  ) {
    guard let box = node.size else { return }
    let transform = look.transform(of: box, preset: presetFit(of: node, look))
    let layer = Layer(
      source: source, box: box, crop: look.crop ?? Layer.Crop(box), transform: transform, opacity: look.opacity,
      isStill: look.isStill, isConstant: isConstant && look.isStill && look.isSteady)
    layers.append(finished(layer, look))
  }

  private func source(of node: Node, _ place: Int, at time: Time) -> Layer.Source? {
    switch node.kind {
    case .video, .world: node.digest("asset").map { .video($0, at: time) }
    case .image: node.digest("asset").map { .image($0) }
    case .text: .text(node)
    case .subtitles: .subtitles(node, at: node.instant(drawnAt: time))
    case .shape: .shape(node)
    case .solid: node.color("color").map { .solid($0) }
    case .gradient: .gradient(node)
    case .shade: shaders[place].map { .shade($0, at: $0.readsTime ? time : .zero) }
    default: nil
    }
  }

  /// Videos fill the canvas as far as their shape allows. Pictures do so at the bottom; as layers they keep their size
  /// unless they are larger than the canvas. Texts keep their size, and fills cover whatever they lie on.
  private func presetFit(of node: Node, _ look: Look) -> FitMode {
    switch node.kind {
    case .video, .world: .contain
    case .image where look.isBase: .contain
    case .image: isLarger(node, than: look) ? .contain : .none
    case .solid, .gradient, .shade, .subtitles: look.canvas == graph.canvas.size ? .none : .fill
    default: .none
    }
  }

  private func isLarger(_ node: Node, than look: Look) -> Bool {
    guard let part = look.crop ?? node.size.map(Layer.Crop.init) else { return false }
    return part.width > Double(look.canvas.width) || part.height > Double(look.canvas.height)
  }
}

extension Node {
  /// The instant whose picture is on show: where pictures stay for a while, that at which this one came. libass counts in
  /// milliseconds.
  fileprivate func instant(drawnAt time: Time) -> Time {
    guard let changes else {
      let millisecond = Time.flicksPerSecond / 1000
      return Time(flicks: time.flicks / millisecond * millisecond)
    }
    return changes.last { $0 <= time } ?? .zero
  }
}
