import Graph
import Media

/// What the words around a clip ask of it, gathered on the way down to its source.
///
/// Position, size and turning are properties, not steps: their order in the recipe does not matter. Scales multiply,
/// turnings add up, and of positions and fits the outermost counts.
struct Look {
  var opacity = 1.0
  var x: Double?
  var y: Double?
  var anchor = Anchor.center
  var scaleX = 1.0
  var scaleY = 1.0
  var degrees = 0.0
  var fit: FitMode?
  var crop: Layer.Crop?
  /// Whether it lies at the bottom of the picture, where clips are fitted to the canvas.
  var isBase: Bool
  /// Whether it stays where it is.
  var isStill = true
  /// Whether it covers as much all the time.
  var isSteady = true
  /// From the canvas that it lies on to the output's pixels.
  var ground: Affine

  init(isBase: Bool, ground: Affine) {
    (self.isBase, self.ground) = (isBase, ground)
  }

  /// Whether clips inside may be drawn as if nothing were asked.
  var isPlain: Bool {
    crop == nil && x == nil && y == nil && fit == nil && scaleX == 1 && scaleY == 1 && degrees == 0
  }

  mutating func place(x: Double, y: Double, anchor: Anchor) {
    guard self.x == nil else { return }
    (self.x, self.y, self.anchor) = (x, y, anchor)
  }

  /// A part of the clip; what was asked for so far counts from the part's corner.
  mutating func cut(x: Double, y: Double, size: Size) {
    guard let outer = crop else {
      crop = Layer.Crop(x: x, y: y, width: Double(size.width), height: Double(size.height))
      return
    }
    crop = Layer.Crop(x: outer.x + x, y: outer.y + y, width: outer.width, height: outer.height)
  }

  /// From a clip's own box to the output's pixels.
  func transform(of box: Size, on canvas: Size, preset: FitMode) -> Affine {
    let part = crop ?? Layer.Crop(box)
    let (fitX, fitY) = Look.factors(fit ?? preset, of: part, in: canvas)
    let radians = degrees * .pi / 180
    let (sin, cos) = (exact(Elementary.sin(radians)), exact(Elementary.cos(radians)))
    let center = Affine.translation(-(part.x + anchor.x * part.width), -(part.y + anchor.y * part.height))
    let turn = Affine(a: cos, b: sin, c: -sin, d: cos, tx: 0, ty: 0)
    let put = Affine.translation((x ?? 0.5) * Double(canvas.width), (y ?? 0.5) * Double(canvas.height))
    return center.then(.scale(fitX * scaleX, fitY * scaleY)).then(turn).then(put).then(ground)
  }

  /// Quarter turns come out as whole numbers, so that pictures keep to the pixel grid.
  private func exact(_ value: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 90) == 0 ? value.rounded() : value
  }

  private static func factors(_ mode: FitMode, of part: Layer.Crop, in canvas: Size) -> (x: Double, y: Double) {
    guard part.width > 0, part.height > 0 else { return (1, 1) }
    let (x, y) = (Double(canvas.width) / part.width, Double(canvas.height) / part.height)
    switch mode {
    case .contain: return (min(x, y), min(x, y))
    case .cover: return (max(x, y), max(x, y))
    case .fill: return (x, y)
    case .none: return (1, 1)
    }
  }
}
