import CPixels
import Media

extension Band {
  /// Writes the band where it lies on the canvas.
  ///
  /// YUV: codes are rounded to nearest and held to what the bits can say, not to the limited range; chroma is the mean of
  /// its block, and so is alpha where the chroma is divided by it. What is not opaque lies on black, or, where the picture
  /// keeps alpha, has straight colours beside it. RGBA: the same.
  ///
  /// - Precondition: for shared chroma, the band's edges lie on even lines or at the picture's end.
  package func store(into picture: OutputPicture) {
    let shared = picture.checked(area)
    guard !shared.isEmpty else { return }
    guard picture.format != .rgba8 else { return storeParts(shared, picture) }
    storeLuma(shared, picture)
    storeChroma(shared, picture)
    if picture.keepsAlpha { storeAlpha(shared, picture) }
  }

  private func storeParts(_ shared: Area, _ picture: OutputPicture) {
    let x = shared.columns.lowerBound
    let convert = picture.keepsAlpha ? pixels_rgba8 : pixels_rgbx8
    for y in shared.rows {
      let row = row(y, from: x)
      convert(picture.bytes(0, row: y, column: x), row.red, row.green, row.blue, row.alpha, shared.width)
    }
  }

  private func storeLuma(_ shared: Area, _ picture: OutputPicture) {
    let x = shared.columns.lowerBound
    for y in shared.rows {
      var row = row(y, from: x)
      if picture.keepsAlpha { row = straight(row, shared.width) }
      row.writeCodes(.luma, into: picture, 0, row: y, column: x, shared.width)
    }
  }

  private func storeChroma(_ shared: Area, _ picture: OutputPicture) {
    let (x, chroma) = (shared.columns.lowerBound, picture.format.chroma)
    let height = 1 << chroma.log2Height
    let count = (shared.width + chroma.log2Width) >> chroma.log2Width
    for y in stride(from: shared.rows.lowerBound, to: shared.rows.upperBound, by: height) {
      var row = row(y, from: x)
      if chroma.log2Width > 0 {
        row = mean(row, self.row(min(y + height, shared.rows.upperBound) - 1, from: x), shared.width, picture)
      }
      if picture.keepsAlpha { row = straight(row, count) }
      for (plane, code) in [(1, pixels_code.blueDifference), (2, .redDifference)] {
        row.writeCodes(
          code, into: picture, plane, row: y >> chroma.log2Height, column: x >> chroma.log2Width, count)
      }
    }
  }

  private func mean(_ upper: PixelRow, _ lower: PixelRow, _ count: Int, _ picture: OutputPicture) -> PixelRow {
    let mean = means.pixels(0)
    // What is opaque or lies on black needs no alpha for its chroma.
    for channel in 0..<(picture.keepsAlpha ? 4 : 3) {
      pixels_mean(mean[channel], upper[channel], lower[channel], count)
    }
    return mean
  }

  /// Colours as they would be if the pixels were opaque.
  private func straight(_ row: PixelRow, _ count: Int) -> PixelRow {
    let straight = straights.pixels(0)
    for channel in 0..<3 { pixels_straight(straight[channel], row[channel], row.alpha, count) }
    straight.alpha.update(repeating: Int16(Opacity.one), count: count)
    return straight
  }

  private func storeAlpha(_ shared: Area, _ picture: OutputPicture) {
    let (x, bits) = (shared.columns.lowerBound, picture.format.bits)
    for y in shared.rows {
      let alpha = row(y, from: x).alpha
      if bits > 8 {
        pixels_alpha16(picture.words(3, row: y, column: x), alpha, shared.width, Int16(1 << bits - 1))
      } else {
        pixels_alpha8(picture.bytes(3, row: y, column: x), alpha, shared.width)
      }
    }
  }
}

extension PixelRow {
  fileprivate func writeCodes(
    _ code: pixels_code, into picture: OutputPicture, _ plane: Int, row: Int, column: Int, _ count: Int
  ) {
    let bits = picture.format.bits
    withUnsafePointer(to: code) { code in
      if bits > 8 {
        let codes = picture.words(plane, row: row, column: column)
        pixels_codes16(codes, red, green, blue, alpha, count, code, Int32(bits))
      } else {
        pixels_codes(picture.bytes(plane, row: row, column: column), red, green, blue, alpha, count, code)
      }
    }
  }
}
