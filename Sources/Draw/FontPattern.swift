import CPango

/// Fontconfig's description of a font. A view: whoever owns the pattern must outlive it.
struct FontPattern {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// Nil if Pango's font did not come from fontconfig.
  init?(of font: UnsafeMutablePointer<PangoFont>) {
    // Safe because our font maps make no other fonts than fontconfig's.
    let font = UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self)
    guard let pointer = pango_fc_font_get_pattern(font) else { return nil }
    self.pointer = pointer
  }

  /// All values of a property that holds text.
  func strings(_ property: String) -> [String] {
    var found: [String] = []
    var value: UnsafeMutablePointer<FcChar8>?
    while FcPatternGetString(pointer, property, Int32(found.count), &value) == FcResultMatch, let text = value {
      found.append(String(cString: text))
    }
    return found
  }

  func integer(_ property: String) -> Int? {
    var value: Int32 = 0
    return FcPatternGetInteger(pointer, property, 0, &value) == FcResultMatch ? Int(value) : nil
  }
}
