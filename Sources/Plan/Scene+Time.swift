import Media

extension Scene {
  /// A clip of so many pictures a second: the nearer of two at an instant between them, the earlier where both are as
  /// near, or a mixture of both.
  func step(
    _ input: Int, _ rate: FrameRate, _ blends: Bool, at time: Time, _ look: Look, _ layers: inout [Layer]
  ) {
    let frame = rate.frame(at: time)
    let (start, end) = (rate.time(ofFrame: frame), rate.time(ofFrame: frame + 1))
    let weight = Double((time - start).flicks) / Double((end - start).flicks)
    func seen(_ instant: Time) -> [Layer] {
      var found: [Layer] = []
      visit(input, at: min(instant, last(of: input)), look, &found)
      return found
    }
    guard blends, weight > 0 else { return layers += seen(weight > 0.5 ? end : start) }
    let (a, b) = (seen(start), seen(end))
    // What stands still is seen once.
    guard a != b else { return layers += a }
    layers.append(whole(.dissolve(a, b, weight), isConstant: false))
  }
}
