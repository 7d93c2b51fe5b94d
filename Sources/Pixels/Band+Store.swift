import CPixels
import Media

extension Band {
  /// Writes the band where it lies on the canvas.
  ///
  /// 4:2:0: what is not opaque lies on black; codes are rounded to nearest and held to 0...255, not to 16...235;
  /// chroma is the mean of its block. RGBA: straight colours beside alpha, or over black, as the picture was made.
  ///
  /// - Precondition: for 4:2:0, the band's edges lie on even lines or at the picture's end.
  package func store(into picture: OutputPicture) {
    let shared = picture.checked(area)
    guard !shared.isEmpty else { return }
    if picture.format == .rgba8 {
      storeParts(shared, picture)
    } else {
      storeLuma(shared, picture)
      storeChroma(shared, picture)
    }
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
      row(y, from: x).writeCodes(.luma, into: picture.bytes(0, row: y, column: x), shared.width)
    }
  }

  private func storeChroma(_ shared: Area, _ picture: OutputPicture) {
    let x = shared.columns.lowerBound
    let count = (shared.width + 1) / 2
    for y in stride(from: shared.rows.lowerBound, to: shared.rows.upperBound, by: 2) {
      let upper = row(y, from: x)
      let lower = row(min(y + 1, shared.rows.upperBound - 1), from: x)
      let mean = means.pixels(0)
      for channel in 0..<3 { pixels_mean(mean[channel], upper[channel], lower[channel], shared.width) }
      mean.writeCodes(.blueDifference, into: picture.bytes(1, row: y / 2, column: x / 2), count)
      mean.writeCodes(.redDifference, into: picture.bytes(2, row: y / 2, column: x / 2), count)
    }
  }
}

extension PixelRow {
  fileprivate func writeCodes(_ code: pixels_code, into bytes: UnsafeMutablePointer<UInt8>, _ count: Int) {
    withUnsafePointer(to: code) { pixels_codes(bytes, red, green, blue, alpha, count, $0) }
  }
}
