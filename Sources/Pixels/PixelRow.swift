import Media
import CPixels

/// A row of working pixels: red, green, blue and alpha, each in a run of its own.
///
/// It borrows memory; whoever holds it keeps the owner alive.
struct PixelRow {
  let base: UnsafeMutablePointer<Int16>
  /// From one channel to the next.
  let stride: Int

  var red: UnsafeMutablePointer<Int16> { base }
  var green: UnsafeMutablePointer<Int16> { base + stride }
  var blue: UnsafeMutablePointer<Int16> { base + 2 * stride }
  var alpha: UnsafeMutablePointer<Int16> { base + 3 * stride }

  subscript(channel: Int) -> UnsafeMutablePointer<Int16> { base + channel * stride }

  func dropping(_ columns: Int) -> PixelRow { PixelRow(base: base + columns, stride: stride) }

  func clear(_ count: Int) {
    for channel in 0..<4 { self[channel].update(repeating: 0, count: count) }
  }

  func fill(_ pixel: WorkingPixel, _ count: Int) {
    for channel in 0..<4 { self[channel].update(repeating: pixel.channels[channel], count: count) }
  }

  func copy(_ source: PixelRow, _ count: Int) {
    for channel in 0..<4 { self[channel].update(from: source[channel], count: count) }
  }

  func scale(by opacity: Opacity, _ count: Int) {
    guard !opacity.isFull else { return }
    for channel in 0..<4 { pixels_scale(self[channel], count, opacity.weight) }
  }

  /// Multiplies each pixel by a weight of its own.
  func scale(by weights: UnsafePointer<Int16>, _ count: Int) {
    for channel in 0..<4 { pixels_scale_each(self[channel], weights, count) }
  }

  /// Takes back what a filter's overshoot made of colours and alpha.
  func hold(_ count: Int) {
    for x in 0..<count { alpha[x] = min(max(alpha[x], 0), Int16(Opacity.one)) }
    for channel in 0..<3 { pixels_hold(self[channel], alpha, count) }
  }

  /// Source-over: the source times `opacity` lies on top.
  func over(_ source: PixelRow, opacity: Opacity = .full, _ count: Int) {
    for channel in 0..<4 {
      if opacity.isFull {
        pixels_over(self[channel], source[channel], source.alpha, count)
      } else {
        pixels_over_weighted(self[channel], source[channel], source.alpha, count, opacity.weight)
      }
    }
  }

  func mix(_ source: PixelRow, weight: Opacity, _ count: Int) {
    for channel in 0..<4 { pixels_mix(self[channel], source[channel], count, weight.weight) }
  }

  /// The same with a weight of its own for each pixel.
  func mix(_ source: PixelRow, weights: UnsafePointer<Int16>, _ count: Int) {
    for channel in 0..<4 { pixels_mix_each(self[channel], source[channel], weights, count) }
  }
}
