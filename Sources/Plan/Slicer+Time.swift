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

  /// Keeps its own clock: where an instant of it lies in the input is rounded.
  mutating func speed(
    _ node: Node, _ input: Int, _ factor: Double, _ range: TimeRange, _ around: Surroundings
  ) -> Piece? {
    // Pictures look two flicks ahead, since rounding is held before the input's end; sound is filtered, over 16 lobes.
    let sample = Time.flicksPerSecond / AudioBlock.sampleRate
    let reach = aspect == .picture ? Time(flicks: 2) : Time(flicks: 32 * sample).scaled(by: max(1, factor))
    let start = max(.zero, range.start.scaled(by: factor) - reach)
    let end = max(start, min(range.end.scaled(by: factor) + reach, scene.graph.nodes[input].duration))
    guard let piece = cut(input, TimeRange(start, end), around) else { return nil }
    let clip = filled(piece, over: TimeRange(.zero, end))
    let place = add(node, .speed, ["factor": .number(factor)], [clip], node.duration)
    return Piece(place: place, offset: .zero, covered: range)
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
