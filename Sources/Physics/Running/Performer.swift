internal import Media
internal import World

/// A figure under way: how it moves by will, and whether it still does.
struct Performer {
  let name: String
  let performance: any Performance
  /// Its parts, as movers.
  let movers: Range<Int>
  /// Its bodies pass through one another, and through what it holds.
  let family: Int
  var hasFallen = false
  /// Where its parts and its hand are; kept, so that each time is asked for once.
  var poses: [Pose]
  var grip: Pose

  init(_ name: String, _ performance: any Performance, movers: Range<Int>, family: Int) {
    (self.name, self.performance, self.movers, self.family) = (name, performance, movers, family)
    poses = performance.poses(at: .zero)
    grip = performance.grip(at: .zero)
  }

  func cues(_ number: Int) -> [Cue] {
    func step(_ time: Time) -> Int { Pulse.step(notBefore: max(time, .zero)) }
    let fall = performance.fall.map { Cue(step: step($0), kind: .fall(figure: number)) }
    return [fall].compactMap { $0 }
      + performance.grasps.map { Cue(step: step($0.time), kind: .grasp(figure: number, thing: $0.thing)) }
      + performance.releases.map { Cue(step: step($0.time), kind: .release(figure: number, $0)) }
  }
}
