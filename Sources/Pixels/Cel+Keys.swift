import CPixels
package import Media

extension Cel {
  /// Without what has the colour of a screen.
  ///
  /// - Parameters:
  ///   - tolerance: How far chroma may be from the key's and still be nothing, 0 to 1.
  ///   - softness: How much farther it is everything.
  ///   - spill: How much of the key's hue is taken from what stays, 0 to 1.
  package func keyed(_ color: Color, tolerance: Double, softness: Double, spill: Double) -> Cel {
    let key = pixels_chroma_key(
      r: Float(color.red), g: Float(color.green), b: Float(color.blue), tolerance: Float(tolerance),
      pace: Float(1 / max(softness, 1e-3)), spill: Float(spill))
    return Cel(
      PointRows(self, keepsAlpha: false) { pixels, _, columns in
        withUnsafePointer(to: key) { pixels_key_chroma(pixels.kernelRow, $0, columns.count) }
      })
  }

  /// What is as light as from `low` to `high`, and fades over `softness` beyond.
  package func keyed(low: Double, high: Double, softness: Double) -> Cel {
    let memory = RowMemory(width: bounds.width, rowCount: 2)
    let pace = Float(1 / max(softness, 1e-3))
    return Cel(
      PointRows(self, keepsAlpha: false) { pixels, _, columns in
        let (luma, weights) = (memory.row(0), memory.row(1))
        pixels_luma(luma, pixels.kernelRow, columns.count)
        pixels_key_luma(weights, luma, pixels.alpha, Float(low), Float(high), pace, columns.count)
        pixels.scale(by: weights, columns.count)
      })
  }

  /// What is not on a clean plate.
  ///
  /// - Parameter tolerance: How far colours may be apart and still be the plate's: 0 to 1.73, from black to white.
  package func keyed(against plate: Cel, tolerance: Double, softness: Double) -> Cel {
    Cel(DifferenceKeyRows(self, plate: plate, tolerance: tolerance, softness: softness))
  }
}
