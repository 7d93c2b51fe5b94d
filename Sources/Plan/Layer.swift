package import Graph
package import Media

/// One thing to be drawn on a frame.
package struct Layer: Hashable, Sendable {
  package indirect enum Source: Hashable, Sendable {
    /// The picture of a video at an instant of its own clock.
    case video(Digest, at: Time)
    case image(Digest)
    /// The text of a node.
    case text(Node)
    /// A text whose pieces move, at an instant of its own clock.
    case movingText(MovingText, at: Time)
    /// The subtitles of a node, at an instant of its own clock.
    case subtitles(Node, at: Time)
    /// The shape of a node.
    case shape(Node)
    case solid(Color)
    case gradient(Node)
    /// A formula, at an instant of its own clock, if it reads it.
    case shade(Shader, at: Time)
    /// Layers that are drawn together first, because what follows applies to them as one picture.
    case group([Layer])
    /// From the first to the second, by a weight from 0 to 1.
    case dissolve([Layer], [Layer], Double)
    /// From the first to the second, where a veil lets it through.
    case reveal([Layer], [Layer], Veil)
    /// What was seen at several moments, alike.
    case mean([[Layer]])
  }

  package var source: Source
  /// The size of the source in its own units; pictures of any resolution are stretched over it.
  package var box: Size
  /// The part of the box that shows.
  package var crop: Crop
  /// From the box to the output's pixels.
  package var transform: Affine
  /// Where its corners are, if no affine transform says it.
  package var corners: Corners?
  package var resampling = Resampling.bicubic
  /// What is done to it once it lies on the output, in order.
  package var steps: [Step] = []
  /// 0 to 1.
  package var opacity: Double
  package var blend = Blend.plain
  /// Whether it stays where it is, so that it may be put on whole pixels.
  package var isStill: Bool
  /// Whether it looks the same for as long as it shows, so that it need be drawn only once.
  package var isConstant: Bool

  /// Whether its picture is shown as it is, on top of what lies below.
  package var isPlain: Bool { steps.isEmpty && opacity == 1 && blend.isPlain && corners == nil }

  /// A part of a box, in the box's units.
  package struct Crop: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// All of a box.
    package init(_ box: Size) {
      self.init(x: 0, y: 0, width: Double(box.width), height: Double(box.height))
    }
  }
}
