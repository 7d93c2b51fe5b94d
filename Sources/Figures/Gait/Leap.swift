internal import World

/// A jump as the height of the body goes: down to gather, up, through the air as gravity has it, down to catch itself, up.
struct Leap {
  var start: Double
  /// The rise of the body's centre after the feet have left, in metres.
  let height: Double
  let gravity: Double
  /// How far it crouches before and after.
  let depth: Double
  let gathering = 0.45
  let recovering = 0.55

  /// When the feet leave the ground with no more than their own strength: v = √(2gh).
  var speed: Double { (2 * gravity * height).squareRoot() }
  /// Pushed evenly from the lowest point: the mean speed is half of the last.
  var pushing: Double { 2 * depth / speed }
  var flying: Double { 2 * speed / gravity }

  var push: Double { start + gathering }
  var takeOff: Double { push + pushing }
  var landing: Double { takeOff + flying }
  var lowest: Double { landing + pushing * 1.2 }
  var end: Double { lowest + recovering }

  func rise(at time: Double) -> Double {
    switch time {
    case ..<start: 0
    case ..<push: -depth * Ease.gentle((time - start) / gathering)
    case ..<takeOff: Ease.cubic((time - push) / pushing, from: -depth, 0, to: 0, speed, seconds: pushing)
    case ..<landing: (time - takeOff) * (speed - gravity * (time - takeOff) / 2)
    case ..<lowest:
      Ease.cubic((time - landing) / (lowest - landing), from: 0, -speed, to: -depth, 0, seconds: lowest - landing)
    case ..<end: -depth * (1 - Ease.gentle((time - lowest) / recovering))
    default: 0
    }
  }
}
