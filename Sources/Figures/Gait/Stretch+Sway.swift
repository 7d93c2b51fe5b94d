internal import Media
internal import World

extension Stretch {
  /// Adds what a body does while its legs carry it: it rises and sinks, leans, turns hips against shoulders, and swings its arms.
  func sway(_ stance: inout Stance, at time: Double, _ body: Anatomy) {
    guard let gait, strides > 0 else { return }
    let vigour = vigour(at: time) * min(1, gait.froude / 0.15 * Ease.smooth(gait.speed / 0.4))
    let beat = phase(at: time) * gait.beats
    let bob = -gait.bob / body.height * Elementary.cos(2 * .pi * (beat - gait.lowest))
    // A hopper and a runner bounce about where they stand; who walks sinks a little, as legs ahead and behind are slant.
    stance.posture.hips.y += vigour * (gait.manner == .hopper ? bob + gait.bob / body.height : bob - 0.006)
    switch body.plan {
    case .upright: walk(&stance, vigour, gait, at: time)
    case .fourLegged: trot(&stance, vigour, gait, at: time)
    case .winged: stance.posture.head.x += -0.25 * vigour * Elementary.sin(2 * .pi * beat)
    }
  }

  /// The left foot lands at a half of each stride, the right one at its end.
  private func walk(_ stance: inout Stance, _ vigour: Double, _ gait: Gait, at time: Double) {
    let angle = 2 * .pi * phase(at: time)
    // Ahead is 1 when the left leg is: that leg and the right arm.
    let (ahead, over) = (-Elementary.cos(angle), -Elementary.cos(angle - 2 * .pi * (gait.duty / 2)))
    let run = gait.isRun ? 1.0 : 0.0
    let lean = gait.isRun ? 0.13 : 0.035
    stance.posture.tilt += Vector(lean * 0.6, -0.10 * ahead, 0.035 * over) * vigour
    stance.posture.trunk += Vector(lean * 0.4, (0.20 + 0.1 * run) * ahead, -0.05 * over) * vigour
    stance.posture.head += Vector(-lean * 0.7, -0.09 * ahead, 0.01 * over) * vigour
    stance.posture.hips.x += 0.010 * over * vigour * (1 - 0.5 * run)
    for side in Side.allCases {
      let swing = -ahead * side.sign
      let arm =
        gait.isRun
        ? ArmAngles(ahead: 0.05 + 0.72 * swing, spread: 0.22, turned: -0.35, bent: 1.55 + 0.25 * swing)
        : ArmAngles(ahead: 0.02 + 0.40 * swing, spread: 0.13, turned: -0.1, bent: 0.36 + 0.22 * swing)
      stance.posture[side] = stance.posture[side].mixed(with: arm, vigour)
    }
  }

  private func trot(_ stance: inout Stance, _ vigour: Double, _ gait: Gait, at time: Double) {
    let angle = 2 * .pi * phase(at: time)
    let isGallop = gait.beats == 1
    let rock = isGallop ? 0.13 * Elementary.sin(angle - 0.6) : 0.012 * Elementary.sin(2 * angle)
    stance.posture.tilt.x += rock * vigour
    stance.posture.trunk.x += (isGallop ? 0.10 * Elementary.cos(angle) : 0) * vigour
    stance.posture.tilt.y += (isGallop ? 0 : 0.04 * Elementary.sin(angle)) * vigour
    stance.posture.head.x +=
      ((isGallop ? -0.8 * rock : 0.06 * Elementary.sin(2 * angle)) + (isGallop ? 0.2 : 0.05)) * vigour
    stance.wag += 0.1 * Elementary.sin(angle) * vigour
  }
}
