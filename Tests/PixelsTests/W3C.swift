import Media

/// W3C Compositing and Blending Level 1, section by section, in double precision and straight colours.
enum W3C {
  typealias Pixel = (color: [Double], alpha: Double)

  /// Sections 5.6 and 8.2, and 9 for the mix. Colours of the result are premultiplied.
  static func composited(_ source: Pixel, over below: Pixel, _ blend: Blend) -> Pixel {
    let (fa, fb) = factors(blend.composite, source.alpha, below.alpha)
    let mixed = mix(blend.mode, below.color, source.color)
    let color = (0..<3).map { i in
      let seen = (1 - below.alpha) * source.color[i] + below.alpha * mixed[i]
      return source.alpha * fa * seen + below.alpha * fb * below.color[i]
    }
    let alpha = source.alpha * fa + below.alpha * fb
    return (color.map { min($0, 1) }, min(alpha, 1))
  }

  private static func factors(_ composite: Blend.Operator, _ s: Double, _ b: Double) -> (Double, Double) {
    switch composite {
    case .clear: (0, 0)
    case .copy: (1, 0)
    case .destination: (0, 1)
    case .sourceOver: (1, 1 - s)
    case .destinationOver: (1 - b, 1)
    case .sourceIn: (b, 0)
    case .destinationIn: (0, s)
    case .sourceOut: (1 - b, 0)
    case .destinationOut: (0, 1 - s)
    case .sourceAtop: (b, 1 - s)
    case .destinationAtop: (1 - b, s)
    case .xor: (1 - b, 1 - s)
    case .lighter: (1, 1)
    }
  }

  static func mix(_ mode: Blend.Mode, _ b: [Double], _ s: [Double]) -> [Double] {
    switch mode {
    case .hue: return setLum(setSat(s, sat(b)), lum(b))
    case .saturation: return setLum(setSat(b, sat(s)), lum(b))
    case .color: return setLum(s, lum(b))
    case .luminosity: return setLum(b, lum(s))
    default: return zip(b, s).map { separable(mode, $0, $1) }
    }
  }

  private static func separable(_ mode: Blend.Mode, _ b: Double, _ s: Double) -> Double {
    switch mode {
    case .multiply: b * s
    case .screen: b + s - b * s
    case .overlay: separable(.hardLight, s, b)
    case .darken: min(b, s)
    case .lighten: max(b, s)
    case .colorDodge: b == 0 ? 0 : s == 1 ? 1 : min(1, b / (1 - s))
    case .colorBurn: b == 1 ? 1 : s == 0 ? 0 : 1 - min(1, (1 - b) / s)
    case .hardLight: s <= 0.5 ? b * 2 * s : separable(.screen, b, 2 * s - 1)
    case .softLight: s <= 0.5 ? b - (1 - 2 * s) * b * (1 - b) : b + (2 * s - 1) * (curve(b) - b)
    case .difference: abs(b - s)
    case .exclusion: b + s - 2 * b * s
    default: s
    }
  }

  private static func curve(_ b: Double) -> Double { b <= 0.25 ? ((16 * b - 12) * b + 4) * b : b.squareRoot() }

  // Section 9.2.

  private static func lum(_ c: [Double]) -> Double { 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2] }
  private static func sat(_ c: [Double]) -> Double { (c.max() ?? 0) - (c.min() ?? 0) }

  private static func setLum(_ c: [Double], _ l: Double) -> [Double] {
    let moved = c.map { $0 + l - lum(c) }
    let (low, high) = (moved.min() ?? 0, moved.max() ?? 0)
    var color = moved
    if low < 0 { color = color.map { l + ($0 - l) * l / (l - low) } }
    if high > 1 { color = color.map { l + ($0 - l) * (1 - l) / (high - l) } }
    return color
  }

  private static func setSat(_ c: [Double], _ s: Double) -> [Double] {
    let (low, range) = (c.min() ?? 0, sat(c))
    return c.map { range > 0 ? ($0 - low) * s / range : 0 }
  }
}
