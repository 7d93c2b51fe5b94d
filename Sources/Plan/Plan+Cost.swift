import Graph
import Media

// An estimate from the sizes of pictures, before anything is drawn. The rates were measured at 1080p on one core of a
// server of 2020; on another machine all are off by the same factor, so that shares hold.
extension Plan {
  /// Seconds of one core.
  package struct Cost: Sendable {
    package var drawing: Double
    package var encoding: Double

    package init(drawing: Double = 0, encoding: Double = 0) {
      (self.drawing, self.encoding) = (drawing, encoding)
    }

    package var total: Double { drawing + encoding }

    package static func + (a: Cost, b: Cost) -> Cost {
      Cost(drawing: a.drawing + b.drawing, encoding: a.encoding + b.encoding)
    }
  }

  /// What a segment takes to draw and encode.
  ///
  /// - Parameter effort: Of the encoder, 1 for x264's `veryfast`.
  package func cost(of segment: Segment, effort: Double) -> Cost {
    let slice = Scene(picture(of: segment), output: scene.output)
    let middle = segment.frames.lowerBound + Int64(segment.frames.count / 2)
    let output = Double(scene.output.width * scene.output.height)
    let drawn = Plan.cost(of: slice.layers(at: time(ofFrame: middle, in: segment)), output)
    let seconds = Double(segment.frames.count) / 1e9
    return Cost(drawing: seconds * drawn, encoding: seconds * Plan.encoding * effort * output)
  }

  /// Nanoseconds a pixel.
  private static let (encoding, decoding, painting) = (10.0, 3.0, 1.5)

  private static func cost(of layer: Layer, _ output: Double) -> Double {
    let painted = min(output, abs(layer.transform.determinant) * layer.crop.width * layer.crop.height) * painting
    // Each step goes once more over the picture.
    let steps = layer.steps.reduce(0) { $0 + painted * passes(of: $1.effect) + cost(of: $1.others.joined(), output) }
    switch layer.source {
    case .video: return steps + painted + decoding * Double(layer.box.width * layer.box.height)
    case .image, .text, .shape, .solid, .gradient: return layer.isConstant ? 0 : steps + painted
    case .movingText, .subtitles: return steps + painted
    case .shade(let shader, _): return layer.isConstant ? 0 : steps + painted * shading(shader)
    case .group(let layers): return steps + painted + cost(of: layers, output)
    case .dissolve(let a, let b, _): return steps + painted + cost(of: a + b, output)
    case .reveal(let a, let b, .light(let matte, _)): return steps + painted + cost(of: a + b + matte, output)
    case .reveal(let a, let b, _): return steps + painted + cost(of: a + b, output)
    case .mean(let moments): return steps + painted + cost(of: moments.joined(), output)
    }
  }

  /// How often a step goes over the picture.
  private static func passes(of effect: Effect) -> Double {
    if case .shade(let shader, _) = effect { shading(shader) } else { 1 }
  }

  /// Ten operations of a shader take as long as painting.
  private static func shading(_ shader: Shader) -> Double { 1 + Double(shader.steps.count) / 10 }

  private static func cost(of layers: some Sequence<Layer>, _ output: Double) -> Double {
    layers.reduce(0) { $0 + cost(of: $1, output) }
  }
}
