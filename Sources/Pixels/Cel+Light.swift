import CPixels
package import Media

extension Cel {
  /// With what is light shining beyond its edges.
  ///
  /// - Parameters:
  ///   - radius: The standard deviation of the glow, in pixels.
  ///   - amount: 0 to 1.
  ///   - threshold: How light it must be to shine, 0 to 1.
  package func glowing(radius: Double, amount: Double, threshold: Double, in canvas: Area) -> Cel {
    let memory = RowMemory(width: bounds.width, rowCount: 2)
    let source = kept(forBlur: radius)
    let bright = Cel(
      PointRows(source, keepsAlpha: false) { pixels, _, columns in
        let (luma, weights) = (memory.row(0), memory.row(1))
        pixels_luma(luma, pixels.kernelRow, columns.count)
        pixels_above(weights, luma, Float((threshold - 0.1) * 16_384), 1 / 1638.4 / 2, columns.count)
        pixels.scale(by: weights, columns.count)
      })
    let glow = bright.blurred(across: radius, down: radius, in: canvas)
    return Cel(group: [
      Painter(source, clip: canvas), Painter(glow, opacity: Opacity(amount), blend: Blend(mode: .screen), clip: canvas),
    ])
  }

  /// With its shadow below it.
  ///
  /// - Parameters:
  ///   - x, y: How far to the right and down the shadow falls, in pixels; rounded to whole ones.
  ///   - blur: The standard deviation of its edges.
  package func shadowed(x: Double, y: Double, blur: Double, _ color: Color, in canvas: Area) -> Cel {
    let (dx, dy) = (Int(x.held(to: -1e5...1e5).rounded()), Int(y.held(to: -1e5...1e5).rounded()))
    let source = kept(forBlur: blur, offset: abs(dy))
    let pixel = WorkingPixel(color).channels
    let flat = Cel(
      PointRows(source, keepsAlpha: false) { pixels, _, columns in
        pixels_tint(pixels.kernelRow, pixel, columns.count)
      })
    let shadow = Cel(ShiftedRows(flat, x: dx, y: dy, in: canvas)).blurred(across: blur, down: blur, in: canvas)
    return Cel(group: [Painter(shadow, clip: canvas), Painter(source, clip: canvas)])
  }

  /// Darker towards the edges of a box.
  ///
  /// - Parameters:
  ///   - frame: From the box to the canvas.
  ///   - size: Where it begins: 1 is the ellipse that touches the box's sides.
  ///   - softness: How much farther out it is as dark as it gets.
  package func vignetted(amount: Double, size: Double, softness: Double, box: Size, frame: Affine) -> Cel {
    guard let inverse = frame.inverse else { return self }
    let memory = RowMemory(width: bounds.width, rowCount: 3)
    let (sx, sy) = (2 / Double(max(box.width, 1)), 2 / Double(max(box.height, 1)))
    return Cel(
      PointRows(self) { pixels, row, columns in
        let (weights, count) = (memory.row(0), columns.count)
        memory.row(1).withMemoryRebound(to: Float.self, capacity: count) { distances in
          // Middles of pixels, from the middle of the box.
          let (x, y) = inverse(0.5, Double(row) + 0.5)
          pixels_ramp(
            distances, Float(x * sx - 1), Float(inverse.a * sx), Float(y * sy - 1), Float(inverse.b * sy),
            columns.lowerBound, 1, count)
          pixels_falloff(
            weights, distances, Float(size), Float(1 / max(softness, 1e-3)), Float(amount.held(to: 0...1)), count)
        }
        for channel in 0..<3 { pixels_dim(pixels[channel], pixels.alpha, weights, count) }
      })
  }

  /// With noise that is the same for the same seed: grain of film.
  ///
  /// - Parameter amount: The noise's standard deviation, of the way from black to white.
  package func grained(amount: Double, seed: UInt32) -> Cel {
    let memory = RowMemory(width: bounds.width, rowCount: 1)
    let scale = Float(amount.held(to: 0...1) * 2)
    return Cel(
      PointRows(self) { pixels, row, columns in
        let noise = memory.row(0)
        pixels_noise(
          noise, seed, UInt32(truncatingIfNeeded: row), UInt32(truncatingIfNeeded: columns.lowerBound), columns.count)
        pixels_add_gray(pixels.kernelRow, noise, scale, columns.count)
        for channel in 0..<3 { pixels_hold(pixels[channel], pixels.alpha, columns.count) }
      })
  }
}
