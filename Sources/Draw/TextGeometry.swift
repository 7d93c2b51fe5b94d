/// Where a text's box and ink lie, in unscaled pixels, seen from the top left corner of its logical box.
struct TextGeometry {
  let padding: Double
  let box: Bounds
  /// Box where there is a background, letters, outline and shadow.
  let ink: Bounds
  let hasBackground: Bool

  /// - Parameter letters: The ink of those that are drawn, in unscaled pixels; all if left out.
  init(_ layout: TextLayout, _ style: TextStyle, letters: Bounds? = nil, hasBackground: Bool = true) {
    padding = style.background?.padding ?? 0
    box = Bounds(left: 0, top: 0, right: layout.width + 2 * padding, bottom: layout.height + 2 * padding)
    let letters = (letters ?? layout.ink).moved(x: padding, y: padding).grown(by: style.outline?.width ?? 0)
    self.hasBackground = hasBackground && style.background != nil
    var ink = self.hasBackground ? letters.union(box) : letters
    if let shadow = style.shadow {
      ink = ink.union(letters.moved(x: shadow.dx, y: shadow.dy).grown(by: GaussianBlur.reach(sigma: shadow.blur / 2)))
    }
    self.ink = ink
  }
}
