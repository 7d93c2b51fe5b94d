internal import Media
internal import World

/// What a figure does when: its acts put in order, each with the time that it takes.
///
/// Whole-body acts follow each other, and one that comes too soon waits. Waving, nodding, looking and talking go along with them.
/// Everything later than the scene's end is left out, so that no list of acts is too long.
struct Script {
  let anatomy: Anatomy
  let surroundings: Surroundings
  /// Nothing begins after this, in seconds.
  let horizon: Double

  /// From when on the legs are free, and where the figure is then.
  var clock = 0.0
  var ground: Vector
  var heading: Double

  var route: [Stretch] = []
  var footings: [Footing]
  var leaps: [Leap] = []
  var flights: [Flight] = []
  var moves = Channel()
  var seats = Channel()
  var waves = Channel()
  var nods = Channel()
  var looks: [Look] = []
  var talks: [Talk] = []
  var grasps: [Reach] = []
  var holds: [Hold] = []
  var partings: [Parting] = []
  var fall: Double?
  var sits = false

  init(_ figure: Figure, _ anatomy: Anatomy, in scene: Scene) {
    (self.anatomy, surroundings) = (anatomy, Surroundings(scene))
    // An hour: more steps than anybody watches.
    horizon = scene.duration.seconds.held(0...3600)
    (ground, heading) = (figure.place.near, figure.heading.turned)
    let (place, heading) = (ground, heading)
    let turn = Rotation(yaw: heading, pitch: 0, roll: 0)
    footings = anatomy.legs.map { Footing($0.sole, at: Print(place: place + turn($0.home), heading: heading)) }
    if let held = scene.things.first(where: { $0.holder == figure.name }) { hold(held.name, from: -10) }
  }

  /// - Precondition: The acts of all calls come in order of time.
  mutating func perform(_ act: Act, at time: Double) {
    guard fall == nil, time >= 0, max(time, isUpper(act) ? 0 : clock) < horizon else { return }
    switch act {
    case .walk(let place): travel(to: place.near, at: time, runs: false)
    case .run(let place): travel(to: place.near, at: time, runs: true)
    case .turn(let heading): turn(to: heading.turned, at: time)
    case .jump(let height, let length): jump(height: height, length: length, at: time)
    case .throw(let aim): throwHeld(aim, at: time)
    case .kick(let thing, let aim): kick(thing, aim, at: time)
    case .take(let thing): take(thing, at: time)
    case .drop: drop(at: max(time, holds.last?.from ?? 0))
    case .sit: sit(at: time)
    case .stand: rise(at: time)
    case .dance(let length): dance(for: length.seconds, at: time)
    case .wave(let length): wave(for: length.seconds, at: time)
    case .nod: nod(at: time)
    case .look(let place): look(at: place.near, from: time)
    case .say(let text): say(text, at: time)
    case .fall: limp(at: time)
    }
  }

  private func isUpper(_ act: Act) -> Bool {
    switch act {
    case .wave, .nod, .look, .say, .fall, .drop: true
    default: false
    }
  }

  /// When a whole-body act can begin that is wanted at a time: not before the last is over, and standing.
  mutating func ready(at time: Double) -> Double {
    if sits { rise(at: time) }
    return footings.reduce(max(time, clock)) { max($0, $1.busy) }
  }

  /// Physics has it from here on; what it held falls.
  private mutating func limp(at time: Double) {
    drop(at: max(time, holds.last?.from ?? 0))
    fall = time
  }
}

/// A thing in a hand.
struct Hold {
  var thing: String
  var radius: Double
  var from: Double
  var to: Double
  /// Whether it takes both hands.
  var isLarge: Bool
}

/// A thing that leaves a hand or a foot.
struct Parting {
  var time: Double
  var thing: String
  var aim: Aim?
  /// Where it is met, of a kick.
  var place: Vector?
}

/// A hand that goes to a place and comes back.
struct Reach {
  var span: ClosedRange<Double>
  var touch: Double
  var place: Vector
  var side: Side
  /// How far beyond the wrist the hand meets it.
  var palm: Double

  func weight(at time: Double) -> Double {
    Ease.gentle((time - span.lowerBound) / (touch - span.lowerBound))
      * Ease.gentle((span.upperBound - time) / (span.upperBound - touch))
  }
}

/// Something that eyes and head turn to from a time on.
struct Look {
  var time: Double
  /// Nil: ahead.
  var place: Vector?

  /// How long head and eyes take, in seconds.
  static let length = 0.45
}

/// Through the air with wings.
struct Flight {
  var span: ClosedRange<Double>
  var height: Double

  func rise(at time: Double) -> Double { height * Ease.envelope(time, span, rise: ramp, fall: ramp) }
  private var ramp: Double { min(1.2, (span.upperBound - span.lowerBound) / 2) }
}
