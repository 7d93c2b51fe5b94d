import CPixels
package import Media

extension Cel {
  /// With colours times a matrix whose rows add up to one, so that greys stay: red, green and blue of red, and so on.
  package func turned(by matrix: [Double]) -> Cel {
    precondition(matrix.count == 9, "a matrix of colours has nine numbers")
    let fixed = matrix.map { Int32(($0.held(to: -16...16) * 4096).rounded()) }
    return Cel(
      PointRows(self) { pixels, _, columns in
        pixels_matrix_colors(pixels.kernelRow, fixed, columns.count)
        for channel in 0..<3 { pixels_hold(pixels[channel], pixels.alpha, columns.count) }
      })
  }

  /// With each straight colour looked up in a cube, or as far on the way there as `amount` says.
  package func mapped(by cube: ColorCube, amount: Double) -> Cel {
    let pace = Float(cube.size - 1) / (cube.high - cube.low)
    return Cel(
      PointRows(self) { pixels, _, columns in
        cube.corners.withUnsafeBytes { corners in
          // Safe because a vector of four floats is laid out as those.
          var kernel = pixels_color_cube(
            corners: corners.bindMemory(to: Float.self).baseAddress, size: Int32(cube.size),
            low: (cube.low.x, cube.low.y, cube.low.z), pace: (pace.x, pace.y, pace.z))
          pixels_cube(pixels.kernelRow, &kernel, Float(amount.held(to: 0...1)), columns.count)
        }
      })
  }

  /// With each straight colour put through a table: one for red, green and blue each.
  package func mapped(_ red: ToneTable, _ green: ToneTable, _ blue: ToneTable) -> Cel {
    let tables = [red.values, green.values, blue.values]
    return Cel(
      PointRows(self) { pixels, _, columns in
        for channel in 0..<3 { pixels_table(pixels[channel], pixels.alpha, tables[channel], columns.count) }
      })
  }
}
