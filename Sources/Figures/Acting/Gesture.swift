internal import Media
internal import World

/// A movement that a body makes over what it does anyway: postures at times, with a rise and a fall.
struct Gesture {
  var span: ClosedRange<Double>
  var rise: Double
  var fall: Double
  var track: Track<Posture>
  /// Whose angles it decides; of the others it leaves what there was.
  var arms: Set<Side> = [.left, .right]
  /// Whether both hands hold what it says.
  var clasps = false

  /// - Parameter keys: Times after the start.
  init(
    at start: Double, lasting seconds: Double, rise: Double = 0.3, fall: Double = 0.4,
    arms: Set<Side> = [.left, .right],
    clasps: Bool = false, _ keys: [(time: Double, value: Posture)]
  ) {
    span = start...start + seconds
    (self.rise, self.fall) = (min(rise, seconds / 2), min(fall, seconds / 2))
    track = Track(keys.map { (start + $0.time, $0.value) })
    (self.arms, self.clasps) = (arms, clasps)
  }

  func weight(at time: Double) -> Double { Ease.envelope(time, span, rise: rise, fall: fall) }

  func apply(to stance: inout Stance, at time: Double) {
    let (weight, posture) = (weight(at: time), track.value(at: time))
    let arms = stance.posture
    stance.posture = stance.posture + posture * weight
    for side in Side.allCases {
      stance.posture[side] =
        self.arms.contains(side) ? arms[side].mixed(with: posture[side], weight) : arms[side]
    }
    stance.posture.clasp = clasps ? arms.clasp.mixed(with: posture.clasp, weight) : arms.clasp
    if clasps { stance.clasping = max(stance.clasping, weight) }
  }
}

/// Gestures one after another.
struct Channel {
  private(set) var gestures: [Gesture] = []

  var busy: Double { gestures.last?.span.upperBound ?? -1_000 }

  /// - Precondition: It begins when the one before is over.
  mutating func add(_ gesture: Gesture) {
    precondition(gesture.span.lowerBound >= busy, "gestures of one channel follow each other")
    gestures.append(gesture)
  }

  /// Ends what lasts without an end.
  mutating func close(at time: Double) {
    guard let last = gestures.last, last.span.upperBound > time else { return }
    gestures[gestures.count - 1].span = last.span.lowerBound...max(time, last.span.lowerBound + last.rise)
  }

  func apply(to stance: inout Stance, at time: Double) {
    guard let gesture = gestures.latest(at: time, \.span.lowerBound), gesture.span.contains(time) else { return }
    gesture.apply(to: &stance, at: time)
  }
}
