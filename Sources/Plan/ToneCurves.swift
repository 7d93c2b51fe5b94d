package import Media

/// Curves for each colour by itself, and then one for all of them; nil where nothing is bent.
package struct ToneCurves: Hashable, Sendable {
  package var red, green, blue, master: ToneCurve?
}
