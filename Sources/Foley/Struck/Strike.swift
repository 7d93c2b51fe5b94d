import Media

/// Two bodies meet: for how long they touch, and what is heard of it.
struct Strike {
  let body: Body
  /// What it hits; nil is something small and hard that is not heard itself.
  let other: Body?
  /// Between the two before they meet, in m/s.
  let speed: Double

  /// How long they touch: 2.87 · (m² / (R · E*² · v))^⅕ (Hertz 1882; Johnson, "Contact Mechanics", 11.24), with the
  /// smaller mass, and a corner's radius of a tenth of the smaller length. Soft or slow is long, and dull.
  var contact: Double {
    let (first, second) = (body.material.substance.stiffness, other?.material.substance.stiffness ?? 1e10)
    // Poisson's ratio is near 0.3 in all of them.
    let stiffness = first * second / (first + second) / 0.91
    let mass = min(body.mass, other?.mass ?? 0.05, 50)
    let radius = min(body.size, other?.size ?? 0.1) / 10
    let quotient = mass * mass / (radius * stiffness * stiffness * max(speed, 0.001))
    return min(max(2.87 * Elementary.power(quotient, 0.2), 0.000_02), 0.03)
  }

  /// Until all of it has fallen by 60 dB, at most 8 s.
  func seconds(_ dice: Dice) -> Double {
    var dice = dice
    let banks = bodies.map { $0.modes(&dice).seconds }
    let grains = bodies.compactMap { $0.material.grains?.ringing }
    return min((banks + grains).max() ?? 0, 8) + contact + 0.03
  }

  /// Adds it to a block from a sample on.
  func add(to block: inout AudioBlock, at place: Int, gain: Double, _ dice: Dice) {
    var dice = dice
    let force = Force(contact: contact)
    for (body, share) in zip(bodies, [1, 0.6]) {
      // What gives way in grains has little left to swing with.
      let loose = body.material.grains == nil ? 1 : 0.3
      body.modes(&dice).ring(under: force, into: &block, at: place, gain: gain * share * loose)
    }
    for grains in bodies.compactMap(\.material.grains) {
      grains.add(to: &block, at: place, gain: gain * 0.3, &dice)
    }
    // What is too small or too soft to ring is still pushed aside, and the air with it.
    block.add(force.jolt, at: place, gain: gain * 0.25, pan: 0)
  }

  private var bodies: [Body] { [body] + (other.map { [$0] } ?? []) }
}

extension Force {
  /// How the push changes: the sound of a body that is thrown back as a whole (acceleration noise; Chadwick, Zheng and
  /// James, "Precomputed acceleration noise", 2012). Its spectrum has its top where 1/contact lies.
  var jolt: [Float] {
    // The area under a push is 1, so its height goes as 1/length: as its slope to the power of ½ it is not lost for
    // long ones.
    let top = samples.max() ?? 1
    return samples.indices.map { index in
      (samples[index] - (index > 0 ? samples[index - 1] : 0)) / max(top, 1e-9).squareRoot()
    }
  }
}
