/// What it takes to draw an element, with all that is in it and all that it refers to.
struct SVGWeight {
  /// Elements, each as often as it is drawn.
  var drawn = 1
  /// Elements within one another.
  var nesting = 1
  /// Pictures that are in memory at once.
  var layers = 0
}
