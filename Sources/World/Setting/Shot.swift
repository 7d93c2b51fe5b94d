package import Media

/// What the camera does from a time on, until the next shot.
package struct Shot: Hashable, Sendable {
  package var start: Time
  /// Where the camera is at the shot's beginning, and at its end. Between them it eases.
  package var from: View
  package var to: View
  /// The thing or figure it keeps in the picture: its place is added to the views' targets.
  package var follow: String?
  /// The full angle from the top of the picture to the bottom, in radians.
  package var angle: Double
  /// The lens's opening as a diameter in metres; 0: all is sharp.
  package var aperture: Double
  /// In metres: how far a hand-held camera sways.
  package var sway: Double

  package init(
    start: Time = .zero, from: View, to: View? = nil, follow: String? = nil, angle: Double = 0.7, aperture: Double = 0,
    sway: Double = 0
  ) {
    self.start = start
    self.from = from
    self.to = to ?? from
    self.follow = follow
    self.angle = angle
    self.aperture = aperture
    self.sway = sway
  }

  package struct View: Hashable, Sendable {
    package var eye: Vector
    package var target: Vector

    package init(eye: Vector, target: Vector) {
      self.eye = eye
      self.target = target
    }
  }
}
