/// The words of SVG that are drawn here. What is in none of these lists says nothing of a picture's look and is left out.
enum SVGWords {
  static let space = "http://www.w3.org/2000/svg"
  static let linkSpace = "http://www.w3.org/1999/xlink"

  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "clipPath", "mask", "linearGradient", "radialGradient", "stop",
  ]

  /// Passed over with all that is in them.
  static let silent: Set<String> = ["title", "desc", "metadata"]

  /// Elements that are refused for a reason, and what to do instead.
  static let refused: [String: (reason: String, remedy: String)] = {
    let paths = "convert it to paths"
    let still = "save a picture that stands still, and move it in the recipe"
    let inRecipe = "take it out, and use the recipe's own effects"
    var words = [
      "script": ("a script", "take it out"),
      "foreignObject": ("a piece of another language", "take it out"),
      "image": ("a picture inside the picture", "put the picture beside the recipe, and layer it there"),
      "text": ("text, whose fonts differ between machines", "\(paths), or use text(…) in the recipe"),
      "a": ("a link", "take it out, and keep what is in it"),
      "switch": ("a choice by the viewer's language or program", "keep the part that is wanted"),
      "filter": ("a filter", inRecipe),
      "pattern": ("a pattern", "repeat the shapes with <use>"),
      "marker": ("a marker", paths),
    ]
    for name in ["animate", "animateMotion", "animateTransform", "animateColor", "set"] {
      words[name] = ("an animation", still)
    }
    return words
  }()

  /// Attributes that are no properties of CSS.
  static let attributes: Set<String> = [
    "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height",
    "points", "pathLength", "viewBox", "preserveAspectRatio", "offset", "gradientUnits", "gradientTransform",
    "spreadMethod", "clipPathUnits", "maskUnits", "maskContentUnits",
  ]

  static let properties: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "display",
    "visibility", "overflow", "clip-path", "clip-rule", "mask", "mask-type", "stop-color", "stop-opacity",
    "paint-order", "mix-blend-mode", "isolation", "vector-effect", "shape-rendering", "transform",
  ]

  /// Words that would change the look, if they were drawn: refused unless they say `none`.
  static let missing: Set<String> = [
    "filter", "backdrop-filter", "marker", "marker-start", "marker-mid", "marker-end", "transform-origin",
    "transform-box", "clip", "mask-image", "rotate", "translate", "scale", "offset-path", "all",
  ]

  /// Attributes that show an element to some viewers only.
  static let choices: Set<String> = ["systemLanguage", "requiredExtensions", "requiredFeatures"]
}
