internal import Media
internal import World

extension Script {
  /// Goes to the thing, bends as far as it lies low, and has it from the touch on.
  mutating func take(_ thing: String, at time: Double) {
    let start = ready(at: time)
    guard let place = surroundings.place(of: thing, at: start) else { return }
    let (size, radius) = (anatomy.height, surroundings.radius(of: thing))
    attend(to: place, from: start)
    let way = (place - ground).level
    let reach = size * (anatomy.plan == .upright ? 0.27 : 0.62) + radius * 0.5
    if way.length > reach * 1.15 || way.length < reach * 0.6 {
      travel(to: place.level - way.normalized * reach, at: start, runs: false)
    }
    turn(towards: place, at: clock)
    let begin = ready(at: start)
    guard begin < horizon else { return }
    if let held { letGo(nil, at: max(begin, held.from)) }
    let touch = begin + 0.85
    bend(to: place, at: begin)
    stretchHands(to: place, radius, begin...begin + 1.9, touch)
    hold(thing, from: touch)
    attend(to: nil, from: touch + 0.5)
    clock = begin + 1.9
  }

  private mutating func bend(to place: Vector, at begin: Double) {
    let down = lowEnough(for: place)
    moves.add(
      Gesture(
        at: begin, lasting: 1.9, rise: 0.2, fall: 0.3, arms: [],
        [(0, Posture()), (0.68, down), (0.85, down), (1.02, down), (1.8, Posture())]))
  }

  /// People go down in the knees, animals with the neck.
  private func bent(_ low: Double) -> Posture {
    switch anatomy.plan {
    case .upright:
      Posture(
        trunk: Vector(0.68 * low, 0, 0), head: Vector(0.1 - 0.25 * low, 0, 0), tilt: Vector(0.66 * low, 0, 0),
        hips: Vector(0, -0.31 * low, -0.05 * low))
    case .fourLegged:
      Posture(trunk: Vector(0.2, 0, 0) * low, head: Vector(1.5 * low, 0, 0), hips: Vector(0, -0.03 * low, 0))
    case .winged: Posture(head: Vector(0.3 * low, 0, 0), tilt: Vector(0.75 * low, 0, 0))
    }
  }

  /// The least bend with which the shoulder comes near enough; who has no hands bends as the place is low.
  private func lowEnough(for place: Vector) -> Posture {
    guard anatomy.plan == .upright else {
      return bent((1 - (place.y - ground.y) / (0.7 * anatomy.height)).held(0...1))
    }
    let near = (anatomy.joints.arm.reach + anatomy.joints.palm) * 0.98
    let feet = footings.map { $0.foot(at: clock + 1) }
    let skeleton = Skeleton(anatomy: anatomy)
    for step in 0...24 {
      let posture = bent(Double(step) / 20)
      let frames = skeleton.frames(Stance(ground: ground, heading: heading, posture: posture, feet: feet))
      if (frames[.rightUpperArm].position - place).length < near { return posture }
    }
    return bent(1.2)
  }

  private mutating func stretchHands(to place: Vector, _ radius: Double, _ span: ClosedRange<Double>, _ touch: Double) {
    guard anatomy.plan == .upright else { return }
    let isLarge = radius > 0.05 * anatomy.height
    let left = Rotation(yaw: heading, pitch: 0, roll: 0)(Vector(1, 0, 0))
    for side in isLarge ? Side.allCases : [.right] {
      let near = isLarge ? left * (side.sign * (radius + 0.008 * anatomy.height)) : .zero
      let palm = anatomy.joints.palm + (isLarge ? 0 : 0.6 * (radius + 0.012 * anatomy.height))
      grasps.append(Reach(span: span, touch: touch, place: place + near, side: side, palm: palm))
    }
  }
}
