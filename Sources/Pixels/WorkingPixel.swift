import Media
/// One working pixel: see `Band` for what its numbers mean.
struct WorkingPixel: Hashable {
  /// Red, green, blue, alpha.
  let channels: [Int16]

  init(_ color: Color) {
    let one = Double(Opacity.one)
    let colors = [color.red, color.green, color.blue].map { ($0 - 0.5) * color.alpha * one }
    channels = (colors + [color.alpha * one]).map { Int16($0.rounded()) }
  }
}
