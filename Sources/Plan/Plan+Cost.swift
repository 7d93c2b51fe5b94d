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
    let drawn = slice.layers(at: time(ofFrame: middle, in: segment)).reduce(0) { $0 + Plan.cost(of: $1, output) }
    let seconds = Double(segment.frames.count) / 1e9
    return Cost(drawing: seconds * drawn, encoding: seconds * Plan.encoding * effort * output)
  }

  /// Nanoseconds a pixel.
  private static let (encoding, decoding, painting) = (10.0, 3.0, 1.5)

  private static func cost(of layer: Layer, _ output: Double) -> Double {
    let painted = min(output, abs(layer.transform.determinant) * layer.crop.width * layer.crop.height) * painting
    switch layer.source {
    case .video: return painted + decoding * Double(layer.box.width * layer.box.height)
    case .movingText: return painted
    case .image, .text, .shape, .solid, .gradient: return layer.isConstant ? 0 : painted
    case .group(let layers): return painted + layers.reduce(0) { $0 + cost(of: $1, output) }
    case .dissolve(let a, let b, _): return painted + (a + b).reduce(0) { $0 + cost(of: $1, output) }
    case .mean(let moments): return painted + moments.joined().reduce(0) { $0 + cost(of: $1, output) }
    }
  }
}
