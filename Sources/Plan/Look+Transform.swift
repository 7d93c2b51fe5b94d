import Graph
import Media

extension Look {
  /// From a clip's own box to the output's pixels.
  func transform(of box: Size, preset: FitMode) -> Affine {
    let part = crop ?? Layer.Crop(box)
    let (fitX, fitY) = factors(fit ?? preset, of: part)
    let point = (x: part.x + anchor.x * part.width, y: part.y + anchor.y * part.height)
    let (toX, toY) = position(of: part, fitX * scaleX, fitY * scaleY)
    return Affine.translation(-point.x, -point.y).then(.scale(fitX * scaleX, fitY * scaleY)).then(lean).then(turn)
      .then(.translation(toX, toY)).then(ground)
  }

  private var lean: Affine { Affine(b: skewY, c: skewX) }

  private var turn: Affine {
    let radians = degrees * .pi / 180
    let (sin, cos) = (exact(Elementary.sin(radians)), exact(Elementary.cos(radians)))
    return Affine(a: cos, b: sin, c: -sin, d: cos)
  }

  /// Quarter turns come out as whole numbers, so that pictures keep to the pixel grid.
  private func exact(_ value: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 90) == 0 ? value.rounded() : value
  }

  /// Where the anchor is put, in pixels of the canvas. What is not placed, and larger than the canvas, is moved so that
  /// its focus comes as near to the middle as it can while no edge is bare.
  private func position(of part: Layer.Crop, _ scaleX: Double, _ scaleY: Double) -> (x: Double, y: Double) {
    func along(_ length: Double, _ size: Double, _ focus: Double) -> Double {
      let room = max(0, size - length) / 2
      return length / 2 + min(max(size * (0.5 - focus), -room), room)
    }
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    guard let x, let y else {
      return (along(width, part.width * scaleX, focus.x), along(height, part.height * scaleY, focus.y))
    }
    return (x * width, y * height)
  }

  private func factors(_ mode: FitMode, of part: Layer.Crop) -> (x: Double, y: Double) {
    guard part.width > 0, part.height > 0 else { return (1, 1) }
    let (x, y) = (Double(canvas.width) / part.width, Double(canvas.height) / part.height)
    switch mode {
    case .contain: return (min(x, y), min(x, y))
    case .cover: return (max(x, y), max(x, y))
    case .fill: return (x, y)
    case .none: return (1, 1)
    }
  }

  /// Output pixels to a pixel of the canvas.
  var scale: Double { abs(ground.determinant).squareRoot() }

  /// The corners to which the clip is pinned, in the output's pixels.
  var corners: Corners? {
    guard let pin else { return nil }
    let points = stride(from: 0, to: 8, by: 2).map { index in
      let (x, y) = ground(pin[index] * Double(canvas.width), pin[index + 1] * Double(canvas.height))
      return Corners.Point(x: x, y: y)
    }
    return Corners(points)
  }
}
