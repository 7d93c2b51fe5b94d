import Graph
import Media

/// What the words around a clip ask of it, gathered on the way down to its source.
///
/// Position, size and turning are properties, not steps: their order in the recipe does not matter. Scales multiply,
/// turnings add up, and of positions and fits the outermost counts. Effects and masks are steps, and keep their order.
struct Look {
  var opacity = 1.0
  var x: Double?
  var y: Double?
  var anchor = Anchor.center
  var scaleX = 1.0
  var scaleY = 1.0
  var degrees = 0.0
  /// Tangents of the angles by which uprights and levels lean.
  var skewX = 0.0
  var skewY = 0.0
  var fit: FitMode?
  var focus = Anchor.center
  var crop: Layer.Crop?
  /// Corners on the canvas, 0 to 1, which then count alone.
  var pin: [Double]?
  var resampling: Resampling?
  var mode: Blend.Mode?
  var composite: Blend.Operator?
  var isIsolated = false
  /// The outermost first.
  var steps: [Asked] = []
  /// Whether it lies at the bottom of the picture, where clips are fitted to the canvas.
  var isBase: Bool
  /// Whether it stays where it is.
  var isStill = true
  /// Whether it covers as much, and is finished alike, all the time.
  var isSteady = true
  /// The canvas that it lies on.
  var canvas: Size
  /// From that canvas to the output's pixels.
  var ground: Affine

  /// A step, before it is known where the clip will lie.
  struct Asked {
    var place: Int
    var time: Time
    /// The corner of what is cut out of the result of the step.
    var corner: (x: Double, y: Double)
  }

  init(isBase: Bool, canvas: Size, ground: Affine) {
    (self.isBase, self.canvas, self.ground) = (isBase, canvas, ground)
  }

  var blend: Blend { Blend(mode: mode ?? .normal, composite: composite ?? .sourceOver) }
  /// Whether clips inside may be drawn as if each were asked alone, when opacity is left aside.
  var isSeparable: Bool { crop == nil && pin == nil && steps.isEmpty && blend.isPlain && !isIsolated }
  var corner: (x: Double, y: Double) { (crop?.x ?? 0, crop?.y ?? 0) }

  mutating func place(x: Double, y: Double, anchor: Anchor) {
    guard self.x == nil else { return }
    (self.x, self.y, self.anchor) = (x, y, anchor)
  }

  mutating func take(_ mode: FitMode, focus: Anchor) {
    guard fit == nil else { return }
    (fit, self.focus) = (mode, focus)
  }

  /// A part of the clip; what was asked for so far counts from the part's corner.
  mutating func cut(x: Double, y: Double, size: Size) {
    guard let outer = crop else {
      crop = Layer.Crop(x: x, y: y, width: Double(size.width), height: Double(size.height))
      return
    }
    crop = Layer.Crop(x: outer.x + x, y: outer.y + y, width: outer.width, height: outer.height)
  }
}
