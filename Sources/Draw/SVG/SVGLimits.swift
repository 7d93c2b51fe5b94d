/// What a picture may have: wide enough for maps and for what drawing programs write.
package enum SVGLimits {
  package static let bytes = 8 << 20
  static let elements = 50_000
  static let attributes = 100
  /// Elements within one another, those that are referred to included.
  static let nesting = 64
  /// Elements that are drawn, each as often as it is referred to. librsvg stops at as many.
  static let drawn = 500_000
  /// Pictures that are in memory at once because something is done to a group as a whole.
  static let layers = 12
  static let rules = 5_000
  /// Classes and ids of one selector.
  static let selectorParts = 16
  /// Rules of style times elements.
  static let matches = 2_000_000
  /// Bytes of the text that is drawn, once style sheets are written out.
  static let written = 4 * bytes
  /// Pixels along a side, in its own size.
  static let side = 16_384.0
  /// Pixels of a drawing at whatever scale: 8K and a little more. What would have more is drawn smaller and stretched.
  static let area = 1 << 25
}
