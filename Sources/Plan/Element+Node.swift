import Graph
import Media

extension Element {
  /// Reads a node of a graph. Its parameters were checked when the graph was made.
  init(_ node: Node, in graph: Graph) {
    switch node.kind {
    case .text: self = MovingText(node).map(Element.movingText) ?? .source
    case .video, .image, .audio, .subtitles, .shape, .solid, .gradient, .shade, .world, .speech, .music, .midi, .foley:
      self = .source
    case .sequence: self = Element.sequence(node, in: graph)
    case .stack: self = .stack(inputs: node.inputs, hasBase: node.parameters["base"] != .flag(false))
    case .crossfade, .transition: self = .transition(Transition(node, in: graph))
    case .delay: self = .delayed(node.inputs[0], by: node.time("seconds") ?? .zero)
    case .trim: self = .shifted(node.inputs[0], by: node.time("from") ?? .zero)
    case .loop: self = .looped(node.inputs[0], period: graph.nodes[node.inputs[0]].duration)
    case .freeze: self = .frozen(node.inputs[0], at: node.time("at") ?? .zero)
    case .speed:
      self = .faster(
        node.inputs[0], Travel(node.curve("factor") ?? .one), node.text("pitch") == "keep" ? .shifted(0) : .along)
    case .pitch: self = .faster(node.inputs[0], Travel(.one), .shifted(node.number("semitones") ?? 0))
    case .reverse: self = .reversed(node.inputs[0], length: node.duration)
    case .frameRate:
      let rate = node.number("rate").flatMap(FrameRate.init) ?? graph.canvas.frameRate
      self = .stepped(node.inputs[0], rate, blends: node.text("mode") == "blend")
    case .fit:
      self = .fit(node.inputs[0], node.text("mode").flatMap(FitMode.init) ?? .contain, focus: Element.focus(node))
    case .crop: self = Element.crop(node)
    case .at:
      self = .at(
        node.inputs[0], x: node.curve("x") ?? .half, y: node.curve("y") ?? .half,
        anchor: Anchor(node.text("anchor") ?? ""), within: node.text("within").flatMap(SafeArea.init))
    case .scale:
      let x = node.curve("x") ?? .one
      self = .scale(node.inputs[0], x: x, y: node.curve("y") ?? x)
    case .rotate: self = .rotate(node.inputs[0], node.curve("degrees") ?? .zero)
    case .skew: self = .skew(node.inputs[0], x: node.curve("x") ?? .zero, y: node.curve("y") ?? .zero)
    case .pin: self = .pin(node.inputs[0], Element.corners.map { node.curve($0) ?? .zero })
    case .resample: self = .resample(node.inputs[0], node.text("filter").flatMap(Resampling.init) ?? .bicubic)
    case .motionblur:
      let (shutter, samples) = (node.number("shutter") ?? 180, node.number("samples") ?? 16)
      self = .motionBlur(node.inputs[0], shutter: shutter / 360, samples: Int(samples))
    case .blend: self = .blend(node.inputs[0], node.text("mode").flatMap(Blend.Mode.init) ?? .normal)
    case .composite:
      self = .composite(node.inputs[0], node.text("operator").flatMap(Blend.Operator.init) ?? .sourceOver)
    case .isolate: self = .isolate(node.inputs[0])
    case .mask, .blur, .sharpen, .glow, .shadow, .vignette, .grain, .pixelate, .displace, .edge, .reshade, .chromaKey,
      .lumaKey, .differenceKey, .adjust, .curves, .grade:
      self = .effect(node.inputs[0], others: Array(node.inputs.dropFirst()))
    case .opacity: self = .opacity(node.inputs[0], node.curve("value") ?? .one)
    case .volume: self = .volume(node.inputs[0], node.curve("value") ?? .one)
    case .pan: self = .pan(node.inputs[0], node.curve("value") ?? .zero)
    case .filter, .eq, .compress, .limit, .reverb, .echo, .duck:
      self = node.processor.map { .processed(node.inputs, $0) } ?? .shifted(node.inputs[0], by: .zero)
    case .fade: self = .fade(node.inputs[0], Element.fadeCurve(node))
    }
  }

  private static func focus(_ node: Node) -> Anchor {
    let point = node.record("focus")
    return Anchor(x: point?["x"]?.number ?? 0.5, y: point?["y"]?.number ?? 0.5)
  }

  /// Parameters of `pin`, clockwise from the left top corner.
  private static let corners = ["x1", "y1", "x2", "y2", "x3", "y3", "x4", "y4"]

  private static func sequence(_ node: Node, in graph: Graph) -> Element {
    var starts: [Time] = []
    var start = Time.zero
    for input in node.inputs {
      starts.append(start)
      start += graph.nodes[input].duration
    }
    return .sequence(inputs: node.inputs, starts: starts)
  }

  private static func crop(_ node: Node) -> Element {
    let size = Size(width: Int(node.number("width") ?? 0), height: Int(node.number("height") ?? 0))
    return .crop(node.inputs[0], x: node.curve("x") ?? .zero, y: node.curve("y") ?? .zero, size: size)
  }

  /// Up from nothing, and down to nothing again.
  private static func fadeCurve(_ node: Node) -> Curve {
    let (coming, going) = (node.time("in") ?? .zero, node.time("out") ?? .zero)
    var keys: [Curve.Keyframe] = []
    if coming > .zero { keys = [.init(time: .zero, value: 0), .init(time: coming, value: 1)] }
    if going > .zero {
      let start = node.duration - going
      if keys.last?.time != start { keys.append(.init(time: start, value: 1)) }
      keys.append(.init(time: node.duration, value: 0))
    }
    return keys.isEmpty ? .one : .keyframes(keys)
  }
}

extension Curve {
  static let zero = Curve.constant(0)
  static let half = Curve.constant(0.5)
  static let one = Curve.constant(1)
}
