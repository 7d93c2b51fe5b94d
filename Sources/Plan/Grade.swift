/// Corrections of colour that look at one pixel at a time, in the order in which they are made.
package struct Grade: Hashable, Sendable {
  /// In stops: 1 is twice the light.
  package var exposure = 0.0
  /// −1 to 1: towards blue or orange, and towards green or magenta.
  package var temperature = 0.0
  package var tint = 0.0
  /// About the middle grey of the coded picture; 1 changes nothing.
  package var contrast = 1.0
  /// Added to black, its gamma, and times white (ASC CDL's offset, power and slope by their colourists' names).
  package var lift = 0.0
  package var gamma = 1.0
  package var gain = 1.0
  /// In degrees about the axis of greys.
  package var hue = 0.0
  /// 0 is grey, 1 changes nothing.
  package var saturation = 1.0

  package init() {}
}
