import Graph
import Media

/// The instants at which a video's make-up changes: where clips join, and where layers come and go.
struct Cuts {
  private let scene: Scene
  private var found: Set<Time> = []
  /// A recipe may hold millions of tiny clips; beyond this, boundaries fall back to the regular grid.
  private var budget = 100_000

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// In order of time, from zero to the end.
  mutating func all() -> [Time] {
    let whole = TimeRange(.zero, scene.graph.duration)
    visit(scene.graph.root, showing: whole, at: .zero, pace: 1)
    found.formUnion([whole.start, whole.end])
    return found.filter { $0 >= whole.start && $0 <= whole.end }.sorted()
  }

  /// - Parameters:
  ///   - range: The part of the node's own time that shows.
  ///   - start: When that part begins in the video.
  ///   - pace: Seconds of the node's clock in one of the video's; below zero backwards.
  private mutating func visit(_ place: Int, showing range: TimeRange, at start: Time, pace: Double) {
    let whole = TimeRange(.zero, max(.zero, scene.graph.nodes[place].duration))
    budget -= 1
    guard budget > 0, let range = clip(range, to: whole, &found, at: start, pace) else { return }
    let start = range.offset
    let showing = range.range
    func go(_ input: Int, _ offset: Time, _ self_: inout Cuts) {
      self_.visit(input, showing: TimeRange(showing.start - offset, showing.end - offset), at: start, pace: pace)
    }
    switch scene.elements[place] {
    case .source: return
    case .sequence(let inputs, let starts): for (input, offset) in zip(inputs, starts) { go(input, offset, &self) }
    case .stack(let inputs): for input in inputs { go(input, .zero, &self) }
    case .crossfade(let first, let second, let offset, _):
      go(first, .zero, &self)
      go(second, offset, &self)
    case .shifted(let input, let offset): go(input, -offset, &self)
    case .delayed(let input, let offset): go(input, offset, &self)
    case .looped(let input, let period): visitLoop(input, period, showing, start, pace)
    case .frozen: return
    case .faster(let input, let factor):
      let inner = TimeRange(showing.start.scaled(by: factor), showing.end.scaled(by: factor))
      visit(input, showing: inner, at: start, pace: pace * factor)
    case .reversed(let input, let length):
      visit(input, showing: TimeRange(length - showing.end, length - showing.start), at: start, pace: -pace)
    case .fit(let input, _), .crop(let input, _, _, _), .at(let input, _, _, _), .scale(let input, _, _),
      .rotate(let input, _), .opacity(let input, _), .volume(let input, _), .fade(let input, _):
      go(input, .zero, &self)
    }
  }

  private mutating func visitLoop(_ input: Int, _ period: Time, _ showing: TimeRange, _ start: Time, _ pace: Double) {
    var round = showing.start.flicks / period.flicks
    while period * round < showing.end, budget > 0 {
      let offset = period * round
      visit(input, showing: showing.shifted(by: -offset), at: start, pace: pace)
      round += 1
    }
  }

  /// The part of `range` inside a node's whole time, and when it begins in the video; records where it begins and ends.
  private func clip(
    _ range: TimeRange, to whole: TimeRange, _ found: inout Set<Time>, at start: Time, _ pace: Double
  ) -> (range: TimeRange, offset: Time)? {
    guard let shown = range.intersection(whole) else { return nil }
    let skipped = pace >= 0 ? shown.start - range.start : range.end - shown.end
    let offset = start + skipped.scaled(by: 1 / abs(pace))
    found.insert(offset)
    found.insert(offset + shown.duration.scaled(by: 1 / abs(pace)))
    return (shown, offset)
  }
}
