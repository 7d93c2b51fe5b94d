import Graph
import Media

/// The instants at which a video's make-up changes: where clips join, and where layers come and go.
struct Cuts {
  private let scene: Scene
  private var found: Set<Time> = []
  /// A recipe may hold millions of tiny clips; beyond this, boundaries fall back to the regular grid.
  private var budget = 100_000

  /// A part of a node's own time, and where it lies in the video.
  private struct Stretch {
    var range: TimeRange
    /// When the part begins to show; for one that runs backwards, its end shows first.
    var start: Time
    /// Seconds of the node's clock in one of the video's; below zero backwards.
    var pace: Double

    /// The same on the clock of an input that begins at `offset`.
    func input(from offset: Time) -> Stretch {
      Stretch(range: range.shifted(by: -offset), start: start, pace: pace)
    }

    /// The part inside a node's whole time; nil if none is.
    func held(to whole: TimeRange) -> Stretch? {
      guard let shown = range.intersection(whole) else { return nil }
      let skipped = pace >= 0 ? shown.start - range.start : range.end - shown.end
      return Stretch(range: shown, start: start + skipped.scaled(by: 1 / abs(pace)), pace: pace)
    }

    var end: Time { start + range.duration.scaled(by: 1 / abs(pace)) }

    /// When an instant of it shows.
    func moment(of instant: Time) -> Time {
      start + (pace >= 0 ? instant - range.start : range.end - instant).scaled(by: 1 / abs(pace))
    }
  }

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// In order of time, from zero to the end.
  mutating func all() -> [Time] {
    let whole = TimeRange(.zero, scene.graph.duration)
    visit(scene.graph.root, Stretch(range: whole, start: .zero, pace: 1))
    found.formUnion([whole.start, whole.end])
    return found.filter { $0 >= whole.start && $0 <= whole.end }.sorted()
  }

  private mutating func visit(_ place: Int, _ asked: Stretch) {
    let whole = TimeRange(.zero, scene.graph.nodes[place].duration)
    budget -= 1
    // Sound alone leaves pictures as they are.
    guard budget > 0, scene.graph.nodes[place].size != nil, let shown = asked.held(to: whole) else { return }
    found.insert(shown.start)
    found.insert(shown.end)
    switch scene.elements[place] {
    case .source, .movingText, .frozen: return
    case .sequence(let inputs, let starts):
      for (input, offset) in zip(inputs, starts) { visit(input, shown.input(from: offset)) }
    case .stack(let inputs, _): for input in inputs { visit(input, shown) }
    case .transition(let transition):
      visit(transition.first, shown)
      for input in [transition.second, transition.shown].compactMap(\.self) {
        visit(input, shown.input(from: transition.start))
      }
    case .shifted(let input, let offset): visit(input, shown.input(from: -offset))
    case .delayed(let input, let offset): visit(input, shown.input(from: offset))
    case .looped(let input, let period): visitRounds(of: input, period, shown)
    case .faster(let input, let travel, _): visit(input, travel, shown)
    case .stepped(let input, _, _): visit(input, shown)
    case .reversed(let input, let length):
      let range = TimeRange(length - shown.range.end, length - shown.range.start)
      visit(input, Stretch(range: range, start: shown.start, pace: -shown.pace))
    case .effect(let input, let others): for input in [input] + others { visit(input, shown) }
    default: if let input = scene.elements[place].said { visit(input, shown) }
    }
  }

  /// Where speed changes on the way, the input's instants are found first, and then when each of them shows.
  private mutating func visit(_ input: Int, _ travel: Travel, _ shown: Stretch) {
    let range = TimeRange(travel.instant(at: shown.range.start), travel.instant(at: shown.range.end))
    guard !travel.isEven else {
      return visit(input, Stretch(range: range, start: shown.start, pace: shown.pace * travel.fastest))
    }
    var inner = Cuts(scene)
    inner.budget = budget
    inner.visit(input, Stretch(range: range, start: range.start, pace: 1))
    budget = inner.budget
    for instant in inner.found {
      let time = travel.time(reaching: instant)
      if shown.range.contains(time) { found.insert(shown.moment(of: time)) }
    }
  }

  private mutating func visitRounds(of input: Int, _ period: Time, _ shown: Stretch) {
    var round = shown.range.start.flicks / period.flicks
    while period * round < shown.range.end, budget > 0 {
      visit(input, shown.input(from: period * round))
      round += 1
    }
  }
}
