/// Where a text's box and ink lie, in unscaled pixels, seen from the top left corner of its logical box.
struct TextGeometry {
  let padding: Double
  let box: Bounds
  /// Box where there is a background, letters, outline and shadow.
  let ink: Bounds

  init(_ layout: TextLayout, _ style: TextStyle) {
    padding = style.background?.padding ?? 0
    box = Bounds(left: 0, top: 0, right: layout.width + 2 * padding, bottom: layout.height + 2 * padding)
    let letters = layout.ink.moved(x: padding, y: padding).grown(by: style.outline?.width ?? 0)
    var ink = style.background == nil ? letters : letters.union(box)
    if let shadow = style.shadow {
      ink = ink.union(letters.moved(x: shadow.dx, y: shadow.dy).grown(by: GaussianBlur.reach(sigma: shadow.blur / 2)))
    }
    self.ink = ink
  }
}
