internal import World

extension Script {
  /// A step to each side with a tap, arms and shoulders against the hips, 116 beats a minute.
  mutating func dance(for seconds: Double, at time: Double) {
    let start = ready(at: time)
    let beats = Int((seconds.held(1...(max(1, horizon - start) + 2)) / Script.beat).rounded())
    guard start < horizon else { return }
    let count = max(4, beats - beats % 4)
    let keys = (0...count).map { (Double($0) * Script.beat, Script.danced($0 == count ? 0 : $0)) }
    let between = (0..<count).map { ((Double($0) + 0.5) * Script.beat, Posture(hips: Vector(0, -0.035, 0))) }
    let all = zip(keys, between).flatMap { key, down -> [(time: Double, value: Posture)] in
      [key, (down.0, key.1.mixed(with: keys[0].1, 0.15) + down.1)]
    }
    moves.add(Gesture(at: start, lasting: Double(count) * Script.beat, rise: 0.4, fall: 0.5, all))
    if anatomy.plan == .upright { tap(count, at: start) }
    clock = start + Double(count) * Script.beat
  }

  private static let beat = 60 / 116.0

  /// Four poses, the last two with the sides exchanged.
  private static func danced(_ beat: Int) -> Posture {
    let up = Posture(
      trunk: Vector(0.05, 0.28, -0.10), head: Vector(-0.05, -0.15, 0.10), tilt: Vector(0, -0.22, 0.07),
      hips: Vector(0.035, -0.012, 0), left: .init(ahead: 2.2, spread: 0.55, bent: 0.6),
      right: .init(ahead: 0.35, spread: 0.45, bent: 1.7))
    let in_ = Posture(
      trunk: Vector(0.10, -0.12, 0), head: Vector(0.08, 0.05, -0.06), tilt: Vector(0, 0.12, -0.03),
      hips: Vector(0, -0.03, 0), left: .init(ahead: 0.7, spread: 0.3, bent: 2.0),
      right: .init(ahead: 0.7, spread: 0.3, bent: 2.0))
    return [in_, up, in_.mirrored, up.mirrored][beat % 4]
  }

  /// Each foot goes out on its beat, and comes back on the next.
  private mutating func tap(_ count: Int, at start: Double) {
    let aside = Rotation(yaw: heading, pitch: 0, roll: 0)(Vector(0.07, 0, 0.01)) * anatomy.height
    for beat in 1..<count {
      let side: Side = beat % 4 < 2 ? .left : .right
      let (isOut, land) = (beat % 2 == 1, start + Double(beat) * Script.beat)
      let place = home(side, at: ground) + (isOut ? aside * side.sign : .zero)
      guard isOut || beat > 1 else { continue }
      let foot: Side = isOut ? side : side.other
      let back = isOut ? place : home(foot, at: ground)
      plant(
        foot, rise: land - 0.34, lift: land - 0.28, land: land - 0.02, at: back, clearance: 0.04 * anatomy.height,
        toeOff: 0.3)
    }
    let end = start + Double(count) * Script.beat
    for side in Side.allCases where (footings[side == .left ? 0 : 1].last.place - home(side, at: ground)).length > 0.01
    {
      plant(
        side, rise: end - 0.2, lift: end - 0.16, land: end + 0.1, at: home(side, at: ground),
        clearance: 0.03 * anatomy.height, toeOff: 0.3)
    }
  }
}
