package import Media

extension Cel {
  /// What of a picture lets another through.
  package enum Matte: Sendable { case alpha, luma }

  /// As much of the cel as a matte lets through; where the matte is not, nothing, or with `isInverted` everything.
  package func masked(by matte: Cel, _ kind: Matte, isInverted: Bool) -> Cel {
    guard matte.rows != nil else { return isInverted ? self : Cel(nil) }
    return Cel(MaskedRows(self, matte, kind, isInverted: isInverted))
  }

  /// Under a gaussian of such standard deviations, in pixels of the output.
  ///
  /// - Parameter canvas: Beyond it, its edge goes on.
  package func blurred(across: Double, down: Double, in canvas: Area) -> Cel {
    guard across > 0.05 || down > 0.05 else { return self }
    return Cel(BlurRows(self, across: across, down: down, in: canvas))
  }
}

extension Cel {
  /// With finer detail: what a blur would take away, added `amount` times.
  package func sharpened(amount: Double, radius: Double, in canvas: Area) -> Cel {
    let source = kept(forBlur: radius)
    return Cel(
      SharpenedRows(
        source, soft: source.blurred(across: radius, down: radius, in: canvas), amount: amount.held(to: 0...100)))
  }

  /// In square cells.
  ///
  /// - Parameters:
  ///   - size: Of a cell, in pixels.
  ///   - left, top: A point at which cells meet.
  package func pixelated(size: Double, left: Double, top: Double) -> Cel {
    MosaicRows(self, cell: size, left: left, top: top).map { Cel($0) } ?? self
  }

  /// Moved pixel by pixel, as far as a map says: half red stays, full red is `x` pixels to the right; green is down.
  package func displaced(by map: Cel, x: Double, y: Double, in canvas: Area) -> Cel {
    Cel(DisplacedRows(self, by: map, x: x, y: y, in: canvas))
  }

  /// Only its outlines, white on black.
  package func outlined(amount: Double) -> Cel { Cel(EdgeRows(self, amount: amount.held(to: 0...100))) }
}
