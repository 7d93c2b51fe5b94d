internal import Media

/// How legs carry a body at a speed: what of Alexander's observations on people, dogs and horses is needed to draw it.
///
/// Animals of unlike size move alike at equal Froude numbers v² / (g · hip height). Strides have 2.3 · Fr^0.3 hip heights
/// (Alexander, "Estimates of speeds of dinosaurs", Nature 261, 1976). People walk by choice at 0.2 or so, and
/// above 0.5 they run.
struct Gait: Hashable {
  enum Manner { case biped, quadruped, hopper }

  let manner: Manner
  let speed: Double
  let hipHeight: Double
  let froude: Double

  /// - Parameter speed: In m/s; those without a stride to speak of are taken as a slow walk.
  init(_ manner: Manner, speed: Double, hipHeight: Double, gravity: Double) {
    (self.manner, self.speed, self.hipHeight) = (manner, speed, hipHeight)
    froude = max(speed * speed / (gravity * hipHeight), 0.06)
    period = Gait.period(froude, hipHeight, gravity)
  }

  /// Seconds between a foot's landing and its next.
  let period: Double
  var stride: Double { 2.3 * Elementary.power(froude, 0.3) * hipHeight }
  var isRun: Bool { froude > 0.5 }

  private static func period(_ froude: Double, _ hipHeight: Double, _ gravity: Double) -> Double {
    2.3 * Elementary.power(froude, 0.3) * (hipHeight / (froude * gravity)).squareRoot()
  }

  /// The speed of a Froude number, in m/s.
  static func speed(froude: Double, hipHeight: Double, gravity: Double) -> Double {
    (froude * gravity * hipHeight).squareRoot()
  }
}

extension Gait {
  /// The part of a stride for which a foot is on the ground: 0.6 in a walk at Fr 0.2, from 0.4 on in a run.
  var duty: Double {
    switch manner {
    case .biped: isRun ? (0.42 - 0.045 * froude).held(0.22...0.40) : (0.645 - 0.22 * froude).held(0.52...0.65)
    case .quadruped: isRun ? (froude > 2 ? 0.26 : 0.42) : 0.64
    case .hopper: 0.55
    }
  }

  /// When in a stride each leg lands: left and right, or left fore, right fore, left hind, right hind.
  ///
  /// A walk goes left hind, left fore, right hind, right fore; a trot by diagonals; a gallop hind, then fore (Hildebrand, 1965).
  var phases: [Double] {
    switch manner {
    case .biped: [0.5, 1]
    case .hopper: [1, 1]
    case .quadruped where !isRun: [0.5, 1, 0.25, 0.75]
    case .quadruped where froude > 2: [0.86, 1, 0.45, 0.57]
    case .quadruped: [0.5, 1, 1, 0.5]
    }
  }

  /// How often in a stride the body rises.
  var beats: Double { manner == .hopper || (manner == .quadruped && froude > 2) ? 1 : 2 }

  /// Half of the way that the hip goes up and down. A walker vaults over its leg (2 cm), a runner bounces (4 cm).
  var bob: Double {
    switch manner {
    case .biped: isRun ? 0.036 * hipHeight : 0.019 * hipHeight * (froude / 0.2).held(0.2...1.6)
    case .quadruped: isRun ? 0.05 * hipHeight : 0.012 * hipHeight
    case .hopper: 0.3 * hipHeight
    }
  }

  /// When in a beat the hip is lowest: a walker's while both feet are down, a runner's in the middle of its stance.
  var lowest: Double { isRun || manner == .hopper ? duty : 0.1 }

  /// How far the heel is up when the toes leave, and how far the toes are up when the heel lands, in radians.
  var toeOff: Double { manner == .biped ? (isRun ? 1.25 : (0.75 + froude).held(0.4...1.05)) : isRun ? 1.0 : 0.7 }
  var heelStrike: Double { manner == .biped ? (isRun ? 0.12 : (1.3 * froude).held(0.1...0.36)) : 0 }

  /// How high the ball of the foot is lifted, in hip heights.
  var clearance: Double {
    switch manner {
    case .biped: isRun ? (0.16 + 0.06 * froude).held(0...0.34) : 0.045 + 0.1 * froude
    case .quadruped: isRun ? 0.2 : 0.1
    case .hopper: 0.25
    }
  }
}
