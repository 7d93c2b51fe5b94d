import Media

/// What a body is like, for its modes: how high they lie above the lowest, and where they are struck.
enum Shape: CaseIterable {
  /// Long and free at both ends: a chime, a plank, a bottle's neck.
  case bar
  /// A rectangle that rests on its edges, 4 : 3.
  case plate
  /// A thin ring: a glass, a mug, a can.
  case ring
  /// A box that is full: a stone, a block of rubber.
  case block
  /// A church bell, tuned.
  case bell

  /// Frequencies as multiples of the first, which is 1, in rising order; with the strength of each under a blow at a
  /// place from 0 to 1 along the body.
  func partials(struckAt place: Double) -> [(ratio: Double, gain: Double)] {
    switch self {
    case .bar: return bar(place)
    case .plate: return plate(place)
    case .ring: return ring(place)
    case .block: return block(place)
    case .bell: return bell
    }
  }

  /// Euler and Bernoulli's beam, free at both ends: the roots of cosh x · cos x = 1, squared. 1 : 2.756 : 5.404 : 8.933 …
  private func bar(_ place: Double) -> [(ratio: Double, gain: Double)] {
    let roots = [4.730_041, 7.853_205, 10.995_608, 14.137_165, 17.278_760, 20.420_352, 23.561_945]
    return roots.enumerated().map { order, root in
      // Away from the ends a mode is nearly a cosine.
      let swing = Elementary.cos(root * (place - 0.5) + (order.isMultiple(of: 2) ? 0 : .pi / 2))
      return (root * root / (roots[0] * roots[0]), heard(swing, order))
    }
  }

  /// Rayleigh's plate on supported edges: m² + (4n/3)².
  private func plate(_ place: Double) -> [(ratio: Double, gain: Double)] {
    let lowest = 1 + 16.0 / 9
    var partials: [(ratio: Double, gain: Double)] = []
    for m in 1...6 {
      for n in 1...4 {
        let swing = Elementary.sin(.pi * Double(m) * place) * Elementary.sin(.pi * Double(n) * (0.2 + 0.5 * place))
        let ratio = (Double(m * m) + 16.0 / 9 * Double(n * n)) / lowest
        partials.append((ratio, heard(swing, (m + n) / 2 - 1)))
      }
    }
    return partials.sorted { $0.ratio < $1.ratio }
  }

  /// Hoppe's thin ring, n waves around: n(n² − 1) / √(n² + 1). Each comes twice, a hair apart since no ring is quite
  /// round, and the two beat.
  private func ring(_ place: Double) -> [(ratio: Double, gain: Double)] {
    let lowest = 6 / 5.0.squareRoot()
    return (2...8).flatMap { waves -> [(ratio: Double, gain: Double)] in
      let n = Double(waves)
      let ratio = n * (n * n - 1) / (n * n + 1).squareRoot() / lowest
      let angle = n * .pi * place
      return [
        (ratio, heard(Elementary.cos(angle), waves - 2)),
        (ratio * (1.002 + 0.003 * place), heard(Elementary.sin(angle), waves - 2)),
      ]
    }
  }

  /// Standing waves in a box of 1 : 0.8 : 0.62, as a stand-in for what has no closed form.
  private func block(_ place: Double) -> [(ratio: Double, gain: Double)] {
    let partials = (1..<27).map { number -> (ratio: Double, gain: Double) in
      let (l, m, n) = (Double(number / 9), Double(number / 3 % 3), Double(number % 3))
      let square: Double = l * l + m * m / 0.64 + n * n / 0.3844
      let swing = Elementary.cos(.pi * l * place) * Elementary.cos(.pi * m * (place + 0.2))
      return (square.squareRoot(), heard(swing, Int(l + m + n) - 1))
    }
    return partials.sorted { $0.ratio < $1.ratio }
  }

  /// Hum, prime, tierce, quint, nominal and what lies above (Rossing, "The Acoustics of Bells", 1984), over the hum.
  private var bell: [(ratio: Double, gain: Double)] {
    [
      (1, 0.5), (2, 0.6), (2.4, 0.8), (3, 0.35), (4, 1), (4.002, 0.4), (5, 0.35), (5.33, 0.4), (6, 0.55), (8, 0.45),
      (10.9, 0.25), (14.1, 0.15),
    ]
  }

  /// A node is never struck so exactly that nothing is heard; and what swings in smaller parts radiates less.
  private func heard(_ swing: Double, _ order: Int) -> Double {
    (0.1 + 0.9 * abs(swing)) / (1 + 0.35 * Double(order))
  }
}
