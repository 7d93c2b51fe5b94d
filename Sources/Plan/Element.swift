package import Graph
package import Media
package import Signal

/// A node, read once into the form that is asked for every frame.
package enum Element: Sendable {
  case source
  case movingText(MovingText)
  /// Clips and when each starts, and when the last ends.
  case sequence(inputs: [Int], starts: [Time])
  /// Over one another; unless it has a base, none of them lies at the bottom of the picture.
  case stack(inputs: [Int], hasBase: Bool)
  case transition(Transition)
  /// The input's time is a function of this node's.
  case shifted(Int, by: Time)
  case delayed(Int, by: Time)
  case looped(Int, period: Time)
  case frozen(Int, at: Time)
  case faster(Int, Travel, Pitch)
  case reversed(Int, length: Time)
  /// So many pictures a second, and whether those between are mixed.
  case stepped(Int, FrameRate, blends: Bool)
  /// The focus is the point of the picture that stays in sight, 0 to 1 of its width and height.
  case fit(Int, FitMode, focus: Anchor)
  case crop(Int, x: Curve, y: Curve, size: Size)
  case at(Int, x: Curve, y: Curve, anchor: Anchor, within: SafeArea?)
  case scale(Int, x: Curve, y: Curve)
  case rotate(Int, Curve)
  case skew(Int, x: Curve, y: Curve)
  /// Where the corners of the picture are on the canvas, clockwise from the left top one: x and y of each.
  case pin(Int, [Curve])
  case resample(Int, Resampling)
  /// How far the shutter is open, of a whole turn, and how many moments it sees at most.
  case motionBlur(Int, shutter: Double, samples: Int)
  case opacity(Int, Curve)
  case blend(Int, Blend.Mode)
  case composite(Int, Blend.Operator)
  case isolate(Int)
  /// What is done to a picture that is placed already, and the other clips that it needs.
  case effect(Int, others: [Int])
  /// Sound only; pictures pass.
  case volume(Int, Curve)
  /// Where between left and right, −1 to 1.
  case pan(Int, Curve)
  /// Sound through something that remembers what went before; of several inputs, the first is changed by the others.
  case processed([Int], any SoundProcessor)
  /// Picture and sound.
  case fade(Int, Curve)
}

extension Element {
  /// The clip that a word of one clip is said of; nil for sources and joins, and where time is not the clip's own.
  package var said: Int? {
    switch self {
    case .fit(let input, _, _), .crop(let input, _, _, _), .at(let input, _, _, _, _), .scale(let input, _, _),
      .rotate(let input, _), .skew(let input, _, _), .pin(let input, _), .resample(let input, _),
      .motionBlur(let input, _, _), .opacity(let input, _), .blend(let input, _), .composite(let input, _),
      .isolate(let input), .effect(let input, _), .volume(let input, _), .pan(let input, _), .fade(let input, _):
      input
    case .processed(let inputs, _): inputs[0]
    default: nil
    }
  }
}

/// What becomes of a sound's pitch where its pace changes.
package enum Pitch: Hashable, Sendable {
  /// It goes along.
  case along
  /// It goes so many semitones up, whatever the pace.
  case shifted(Double)
}

extension Element {
  /// How long a shutter is open, if it is one.
  func exposure(at rate: FrameRate) -> Time? {
    guard case .motionBlur(_, let shutter, _) = self else { return nil }
    return rate.frameDuration.scaled(by: shutter)
  }
}

/// How a picture takes the canvas.
package enum FitMode: String, Sendable { case contain, cover, fill, none }

/// A point of a box, 0 to 1 from its left top corner.
package struct Anchor: Hashable, Sendable {
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
