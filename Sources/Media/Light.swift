/// What the numbers of a picture count while it is put together with others.
package enum Light: String, Hashable, Sendable, CaseIterable {
  /// Codes, as they are stored: what most editors do, and what CSS does.
  case coded
  /// Light, so that half of a white and half of a black shine half as strong.
  case linear
}

extension Light {
  /// Light of a code by IEC 61966-2-1 (sRGB), which CSS and SVG call `linearRGB`.
  ///
  /// Beyond black and white, codes count as they are: every one of them comes back.
  package static func light(ofCode code: Double) -> Double {
    guard code > 0, code < 1 else { return code }
    return code <= 0.040_45 ? code / 12.92 : Elementary.power((code + 0.055) / 1.055, 2.4)
  }

  /// The other way round.
  package static func code(ofLight light: Double) -> Double {
    guard light > 0, light < 1 else { return light }
    return light <= 0.003_130_8 ? light * 12.92 : 1.055 * Elementary.power(light, 1 / 2.4) - 0.055
  }
}

extension Color {
  /// The colour with its light instead of its codes, where the light is to be added up.
  package func counted(in light: Light) -> Color {
    guard light == .linear else { return self }
    return Color(
      red: Light.light(ofCode: red), green: Light.light(ofCode: green), blue: Light.light(ofCode: blue), alpha: alpha)
  }
}
