internal import CRays
package import Media
package import World

extension Tracer {
  /// The shot that is on at a time, and how far it is, 0 to 1.
  private func shot(at time: Time) -> (shot: Shot, part: Double)? {
    guard let index = scene.shots.lastIndex(where: { $0.start <= time }) ?? scene.shots.indices.first else {
      return nil
    }
    let shot = scene.shots[index]
    let end = index + 1 < scene.shots.count ? scene.shots[index + 1].start : scene.duration
    let length = (end - shot.start).seconds
    return (shot, length > 0 ? Double(((time - shot.start).seconds / length).held(0, 1)) : 0)
  }

  /// Where the camera is and where it looks: eased from the shot's first view to its last.
  package func view(at time: Time, followed: Vector?) -> Shot.View {
    guard let (shot, part) = shot(at: time) else { return Shot.View(eye: Vector(0, 1.6, 6), target: Vector(0, 1, 0)) }
    let eased = part * part * (3 - 2 * part)
    let shift = shot.follow == nil ? .zero : followed ?? .zero
    let sway = swayed(shot.sway, at: time)
    return Shot.View(
      eye: shot.from.eye + (shot.to.eye - shot.from.eye) * eased + sway,
      target: shot.from.target + (shot.to.target - shot.from.target) * eased + shift + sway * 0.4)
  }

  /// A hand's slow wandering: three sines to an axis whose periods never meet.
  private func swayed(_ amount: Double, at time: Time) -> Vector {
    let amount = Double(amount.held(0, 10)), seconds = Double(time.seconds.held(0, 1e5))
    guard amount > 0 else { return .zero }
    func wander(_ a: Double, _ b: Double) -> Double {
      (Elementary.sin(seconds * a) + 0.6 * Elementary.sin(seconds * b + 1.3) + 0.3 * Elementary.sin(seconds * a * 3.1))
        / 1.9
    }
    return Vector(wander(1.13, 2.03), wander(1.37, 2.41), wander(0.83, 1.71)) * amount
  }

  func camera(at time: Time, followed: Vector?, instant: Instant) -> CRCamera {
    let shot = shot(at: time)?.shot
    let followed = followed ?? shot?.follow.flatMap { place(of: $0, in: instant) }
    let view = view(at: time, followed: followed)
    let eye = view.eye.inSight, target = view.target.inSight
    let away = eye - target
    let back = away.length > 1e-6 ? away.normalized : Vector(0, 0, 1)
    // Straight up and straight down there is no horizon: the picture's top is then away from the viewer.
    let across = Vector.up.cross(back)
    let right = across.length > 1e-6 ? across.normalized : Vector(1, 0, 0)
    let half = Double((shot?.angle ?? 0.7).held(0.01, 3)) / 2
    return CRCamera(
      eye: CRVector(eye), right: CRVector(right), up: CRVector(back.cross(right)), back: CRVector(back),
      slope: Float(Elementary.sin(half) / Elementary.cos(half)), lens: (shot?.aperture ?? 0).held(0, 10) / 2,
      focus: away.length.held(0.01, 1e5))
  }
}

extension Vector {
  /// Held to where the world is drawn.
  fileprivate var inSight: Vector {
    Vector(Double(x.held(-9e4, 9e4)), Double(y.held(-9e4, 9e4)), Double(z.held(-9e4, 9e4)))
  }
}
