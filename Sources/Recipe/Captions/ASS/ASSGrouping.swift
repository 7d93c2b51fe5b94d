/// Sorts a script's events into groups that can be drawn each for itself, over one another.
///
/// libass keeps captions of a layer off one another as long as they show together, so they belong together. Others do
/// not, unless some of a group lie under them and some over them.
struct ASSGrouping {
  /// Events of one group, in the file's order; groups from the lowest to the uppermost.
  private(set) var groups: [[ASSEvent]] = []

  private struct Group {
    /// Places in `events`.
    var members: [Int]
    var start: Int
    var end: Int
    /// Of its members, from below.
    var lowest: Int
    var highest: Int

    func isMingled(with other: Group) -> Bool {
      start < other.end && other.start < end && lowest <= other.highest && other.lowest <= highest
    }

    mutating func take(_ other: Group) {
      members += other.members
      (start, end) = (min(start, other.start), max(end, other.end))
      (lowest, highest) = (min(lowest, other.lowest), max(highest, other.highest))
    }
  }

  /// Merging may go on for as many rounds; then all that shows together is one group.
  private static let rounds = 8

  init(_ events: [ASSEvent]) {
    let order = events.indices.sorted { (events[$0].layer, $0) < (events[$1].layer, $1) }
    var singles = order.enumerated().map { rank, index in
      Group(members: [index], start: events[index].start, end: events[index].end, lowest: rank, highest: rank)
    }
    singles.sort { ($0.start, $0.lowest) < ($1.start, $1.lowest) }
    var merged = Self.merged(singles) { [events] a, b in
      let (first, second) = (events[a.members[0]], events[b.members[0]])
      return first.layer == second.layer && first.isFloating && second.isFloating
    }
    for round in 0... {
      let count = merged.count
      merged = Self.merged(merged) { round >= Self.rounds || $0.isMingled(with: $1) }
      if merged.count == count { break }
    }
    groups = merged.sorted { $0.lowest < $1.lowest }.map { $0.members.sorted().map { events[$0] } }
  }

  /// Merges groups that show together and that belong together, in order of their start.
  private static func merged(_ groups: [Group], ifTied areTied: (Group, Group) -> Bool) -> [Group] {
    var (done, shown) = ([Group](), [Group]())
    for var group in groups.sorted(by: { ($0.start, $0.lowest) < ($1.start, $1.lowest) }) {
      var others: [Group] = []
      for other in shown {
        if other.end <= group.start {
          done.append(other)
        } else if areTied(other, group) {
          group.take(other)
        } else {
          others.append(other)
        }
      }
      shown = others + [group]
    }
    return done + shown
  }
}

extension ASSScript {
  /// Throws if more is drawn at once than libass should be let draw.
  func checkArea() throws(CaptionFile.Mistake) {
    let ends = events.sorted { $0.end < $1.end }
    var (gone, shown) = (0, 0.0)
    for event in events.sorted(by: { $0.start < $1.start }) {
      while ends[gone].end <= event.start {
        shown -= ends[gone].area
        gone += 1
      }
      shown += event.area
      guard shown <= area * ASSLimits.pictures else {
        throw CaptionFile.Mistake(
          line: event.line,
          problem: "letters and drawings that show at once would fill \(Int(ASSLimits.pictures)) pictures",
          remedy: "make them smaller, or show fewer at once")
      }
    }
  }
}
