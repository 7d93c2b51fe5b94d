package import Graph
package import Media

/// A node, read once into the form that is asked for every frame.
package enum Element: Sendable {
  case source
  /// Clips and when each starts, and when the last ends.
  case sequence(inputs: [Int], starts: [Time])
  /// Over one another; unless it has a base, none of them lies at the bottom of the picture.
  case stack(inputs: [Int], hasBase: Bool)
  case crossfade(first: Int, second: Int, start: Time, overlap: Time)
  /// The input's time is a function of this node's.
  case shifted(Int, by: Time)
  case delayed(Int, by: Time)
  case looped(Int, period: Time)
  case frozen(Int, at: Time)
  case faster(Int, factor: Double)
  case reversed(Int, length: Time)
  case fit(Int, FitMode)
  case crop(Int, x: Curve, y: Curve, size: Size)
  case at(Int, x: Curve, y: Curve, anchor: Anchor)
  case scale(Int, x: Curve, y: Curve)
  case rotate(Int, Curve)
  case opacity(Int, Curve)
  /// Sound only; pictures pass.
  case volume(Int, Curve)
  /// Picture and sound.
  case fade(Int, Curve)
}

extension Element {
  /// Whether its curves stay where they are.
  var isAtRest: Bool {
    switch self {
    case .crop(_, let x, let y, _), .at(_, let x, let y, _), .scale(_, let x, let y): x.isConstant && y.isConstant
    case .rotate(_, let curve), .opacity(_, let curve), .volume(_, let curve), .fade(_, let curve): curve.isConstant
    default: true
    }
  }
}

/// How a picture takes the canvas.
package enum FitMode: String, Sendable { case contain, cover, fill, none }

/// A point of a box, 0 to 1 from its left top corner.
package struct Anchor: Sendable {
  var x: Double
  var y: Double

  static let center = Anchor(x: 0.5, y: 0.5)

  /// Reads `center`, `top`, `bottom right`, and so on.
  init(_ name: String) {
    x = name.hasSuffix("left") ? 0 : name.hasSuffix("right") ? 1 : 0.5
    y = name.hasPrefix("top") ? 0 : name.hasPrefix("bottom") ? 1 : 0.5
  }

  init(x: Double, y: Double) {
    (self.x, self.y) = (x, y)
  }
}
