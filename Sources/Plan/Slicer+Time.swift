import Graph
import Media

extension Slicer {
  mutating func loop(
    _ node: Node, _ input: Int, _ period: Time, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let start = period * (range.start.flicks / period.flicks)
    if range.end <= start + period {
      return cut(input, range.shifted(by: -start), around)?.shifted(by: start)
    }
    let whole = TimeRange(.zero, period)
    guard let piece = cut(input, whole, around) else { return nil }
    let length = range.end - start
    let place = add(node, .loop, ["seconds": .time(length)], [filled(piece, over: whole)], length)
    return Piece(place: place, offset: -start, covered: range)
  }

  mutating func freeze(
    _ node: Node, _ input: Int, _ moment: Time, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    guard let piece = cut(input, TimeRange(start: moment, duration: Time(flicks: 1)), around) else { return nil }
    let parameters: [String: Setting] = ["at": .time(moment + piece.offset), "seconds": .time(range.duration)]
    let place = add(node, .freeze, parameters, [piece.place], range.duration)
    return Piece(place: place, offset: -range.start, covered: range)
  }

  /// Keeps its own clock: where an instant of it lies in the input is rounded, and follows from all speeds before it.
  mutating func speed(
    _ node: Node, _ input: Int, _ travel: Travel, _ pitch: Pitch, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let heard = aspect == .picture ? seen(range, travel) : self.heard(range, travel, pitch)
    let end = max(heard.start, min(heard.end, scene.graph.nodes[input].duration))
    guard let piece = cut(input, TimeRange(heard.start, end), around) else { return nil }
    let clip = filled(piece, over: TimeRange(.zero, end))
    var parameters = node.parameters
    parameters["factor"] = node.parameters["factor"].map { settled($0, until: range.end) }
    let place = add(node, node.kind, parameters, [clip], node.duration)
    return Piece(place: place, offset: .zero, covered: range)
  }

  /// Pictures look two flicks ahead, since rounding is held before the input's end.
  private func seen(_ range: TimeRange, _ travel: Travel) -> TimeRange {
    TimeRange(
      max(.zero, travel.instant(at: range.start) - Time(flicks: 2)), travel.instant(at: range.end) + Time(flicks: 2))
  }

  /// Sound is filtered, over 16 lobes; or stretched, from before the epoch before its own.
  private func heard(_ range: TimeRange, _ travel: Travel, _ pitch: Pitch) -> TimeRange {
    guard pitch != .along else {
      let reach = Time.samples(32).scaled(by: max(1, travel.fastest))
      return TimeRange(max(.zero, travel.instant(at: range.start) - reach), travel.instant(at: range.end) + reach)
    }
    let epoch = Time.samples(Stretching.epoch)
    let first = max(.zero, floor(range.start, to: epoch) - epoch - .samples(Stretching.lead))
    let reach = Time.samples(Stretching.reach).scaled(by: max(1, travel.fastest))
    let sample = Time.samples(1)
    return TimeRange(max(.zero, travel.instant(at: first) - sample), travel.instant(at: range.end) + reach)
  }

  /// Speeds without those that come later, unless one is left: that would be reckoned in another way.
  private func settled(_ factor: Setting, until end: Time) -> Setting {
    guard case .curve(let curve) = factor, aspect == .picture else { return factor }
    let cut = curve.cut(to: TimeRange(.zero, end), startingAt: .zero)
    if case .constant = cut { return factor }
    return .curve(cut)
  }

  /// Pictures are counted from 0 of the clip's clock: it is moved by whole ones.
  mutating func step(
    _ node: Node, _ input: Int, _ rate: FrameRate, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let start = floor(range.start, to: rate.isExact ? rate.frameDuration : nil)
    // Up to the first instant of the picture after the last.
    let end = rate.time(ofFrame: rate.frame(at: range.end) + 1) + Time(flicks: 1)
    let seen = TimeRange(rate.time(ofFrame: rate.frame(at: range.start)), min(end, scene.graph.nodes[input].duration))
    guard let piece = cut(input, seen, around) else { return nil }
    let clip = filled(piece, over: TimeRange(start, seen.end))
    let place = add(node, node.kind, node.parameters, [clip], range.end - start)
    return Piece(place: place, offset: -start, covered: range)
  }

  mutating func reverse(
    _ node: Node, _ input: Int, _ length: Time, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    let read = TimeRange(length - range.end, length - range.start)
    guard aspect == .sound else {
      guard let piece = cut(input, read, around) else { return nil }
      let place = add(node, .reverse, [:], [filled(piece, over: read)], range.duration)
      return Piece(place: place, offset: -range.start, covered: range)
    }
    // Samples count from the start, and the last may reach past the end.
    let sample = Time(flicks: Time.flicksPerSecond / AudioBlock.sampleRate)
    guard let piece = cut(input, TimeRange(max(.zero, read.start - sample), read.end + sample), around) else {
      return nil
    }
    let place = add(node, .reverse, [:], [filled(piece, over: TimeRange(.zero, length))], length)
    return Piece(place: place, offset: .zero, covered: range)
  }
}
