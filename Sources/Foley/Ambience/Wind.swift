import Media

/// Wind around a house: what it sheds from edges has the higher a pitch the faster it blows (Strouhal), and its power goes with
/// a high power of its speed.
struct Wind: EndlessSound {
  let activity: Double
  let seed: UInt64

  /// Of the wind, from 0 to 1: gusts over a mean, and small eddies in them.
  private func speed(_ time: Double, _ ear: Double) -> Double {
    let time = time - 0.12 * ear
    let gust = 0.55 * Drift(seed, 1, rate: 0.13).at(time) + 0.3 * Drift(seed, 2, rate: 0.45).at(time)
    let eddy = 0.12 * Drift(seed, 3, rate: 2.3).at(time)
    return max(0.05, (0.25 + 0.6 * activity) * (1 + 0.75 * (gust + eddy)))
  }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let speeds = epoch.steps { (near: speed($0, -1), far: speed($0, 1)) }
    add(to: &block, epoch, 4, speeds, .low) {
      60 + 260 * $0
    } q: { _ in
      0.7
    } level: {
      0.9 * $0 * $0
    }
    add(to: &block, epoch, 5, speeds, .band) {
      220 + 620 * $0
    } q: { _ in
      0.8
    } level: {
      0.75 * $0 * $0 * $0.squareRoot()
    }
    // Gaps and wires whistle, two of them, each in its own range.
    add(to: &block, epoch, 6, speeds, .band) {
      330 + 620 * $0
    } q: {
      5 + 9 * $0
    } level: {
      1.0 * $0 * $0 * $0
    }
    add(to: &block, epoch, 7, speeds, .band) {
      560 + 1_150 * $0
    } q: {
      7 + 9 * $0
    } level: {
      0.6 * $0 * $0 * $0 * $0
    }
    add(to: &block, epoch, 8, speeds, .high) {
      2_400 + 1_500 * $0
    } q: { _ in
      0.6
    } level: {
      0.06 * $0 * $0 * $0
    }
  }

  private func add(
    to block: inout AudioBlock, _ epoch: Epoch, _ stream: UInt64, _ speeds: [(near: Double, far: Double)],
    _ kind: Filter.Kind,
    frequency: (Double) -> Double, q: (Double) -> Double, level: (Double) -> Double
  ) {
    Hiss(.pink, kind, epoch.dice(stream)).add(to: &block, count: epoch.textured) { sample in
      let (near, far) = speeds[sample / Hiss.step]
      var tone = Tone(frequency((near + far) / 2), q: q((near + far) / 2), gain: 1)
      (tone.left, tone.right) = (0.45 * level(near), 0.45 * level(far))
      return tone
    }
  }
}
