import CPixels
import Media

extension PixelRow {
  /// Lays the source times `opacity` over the row, as `blend` says.
  func lay(_ source: PixelRow, opacity: Opacity, blend: Blend, _ count: Int) {
    guard !blend.isPlain else { return over(source, opacity: opacity, count) }
    pixels_blend(kernelRow, source.kernelRow, count, opacity.weight, blend.mode.kernel, blend.composite.kernel)
  }

  var kernelRow: pixels_row { pixels_row(r: red, g: green, b: blue, a: alpha) }
}

extension Blend.Mode {
  fileprivate var kernel: pixels_mode {
    switch self {
    case .normal: pixels_normal
    case .multiply: pixels_multiply
    case .screen: pixels_screen
    case .overlay: pixels_overlay
    case .darken: pixels_darken
    case .lighten: pixels_lighten
    case .colorDodge: pixels_color_dodge
    case .colorBurn: pixels_color_burn
    case .hardLight: pixels_hard_light
    case .softLight: pixels_soft_light
    case .difference: pixels_difference
    case .exclusion: pixels_exclusion
    case .hue: pixels_hue
    case .saturation: pixels_saturation
    case .color: pixels_color
    case .luminosity: pixels_luminosity
    }
  }
}

extension Blend.Operator {
  fileprivate var kernel: pixels_operator {
    switch self {
    case .clear: pixels_clear
    case .copy: pixels_copy
    case .destination: pixels_destination
    case .sourceOver: pixels_source_over
    case .destinationOver: pixels_destination_over
    case .sourceIn: pixels_source_in
    case .destinationIn: pixels_destination_in
    case .sourceOut: pixels_source_out
    case .destinationOut: pixels_destination_out
    case .sourceAtop: pixels_source_atop
    case .destinationAtop: pixels_destination_atop
    case .xor: pixels_xor
    case .lighter: pixels_lighter
    }
  }
}
