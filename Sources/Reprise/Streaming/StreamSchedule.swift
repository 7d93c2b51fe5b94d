/// Which segment to draw next, and which to stop drawing: what somebody waits for comes first, in the order of asking, and
/// then what lies just ahead of each viewer, the nearest first. What nobody wants any more is stopped. Pure: events in,
/// actions out.
struct StreamSchedule {
  /// Somebody waits for a segment.
  struct Request: Hashable {
    let id: Int
    let viewer: String
    let segment: Int
  }

  enum Action: Hashable {
    case draw(Int)
    /// It goes on being drawn until `ended` says otherwise.
    case stop(Int)
  }

  enum Ending {
    /// It is drawn, or it cannot be: whoever waited has an answer.
    case answered
    case stopped
  }

  private let segmentCount: Int
  private let jobs: Int
  /// So many segments ahead of a viewer are drawn before they are asked for.
  private static let reach = 2
  /// Viewers that came before so many others are forgotten; they are known again when they ask.
  private static let mostViewers = 64

  private var requests: [Request] = []
  /// Where viewers are, the one that asked last first.
  private var places: [(viewer: String, segment: Int)] = []
  private(set) var drawing: Set<Int> = []
  private var stopping: Set<Int> = []
  /// What need not be drawn before it is asked for: it is kept, or could not be drawn.
  private var settled: Set<Int> = []

  /// - Parameter jobs: How many segments are drawn at the same time, at most.
  init(segmentCount: Int, jobs: Int) {
    (self.segmentCount, self.jobs) = (segmentCount, max(1, jobs))
  }

  // MARK: Events

  /// Somebody asks for a segment that is not at hand.
  mutating func ask(_ request: Request) -> [Action] {
    requests.append(request)
    settled.remove(request.segment)
    move(request.viewer, to: request.segment)
    return settle()
  }

  /// Somebody got a segment that was at hand.
  mutating func found(_ segment: Int, for viewer: String) -> [Action] {
    settled.insert(segment)
    move(viewer, to: segment)
    return settle()
  }

  /// Somebody waits no longer: the connection is closed, or the player wants another place.
  mutating func leave(_ id: Int) -> [Action] {
    guard let index = requests.firstIndex(where: { $0.id == id }) else { return [] }
    let request = requests.remove(at: index)
    places.removeAll { $0.viewer == request.viewer && $0.segment == request.segment }
    return settle()
  }

  /// A drawing has come to its end.
  mutating func ended(_ segment: Int, _ ending: Ending) -> [Action] {
    drawing.remove(segment)
    stopping.remove(segment)
    if ending == .answered {
      settled.insert(segment)
      requests.removeAll { $0.segment == segment }
    }
    return settle()
  }

  // MARK: Actions

  private mutating func move(_ viewer: String, to segment: Int) {
    places.removeAll { $0.viewer == viewer }
    places.insert((viewer, segment), at: 0)
    if places.count > Self.mostViewers { places.removeLast() }
  }

  private mutating func settle() -> [Action] {
    let asked = unique(requests.map(\.segment))
    let ahead = unique((1...Self.reach).flatMap { step in places.map { $0.segment + step } })
    let wanted = asked + ahead.filter { $0 < segmentCount && !settled.contains($0) && !asked.contains($0) }
    return stop(wanted: wanted, asked: asked) + start(wanted)
  }

  private mutating func stop(wanted: [Int], asked: [Int]) -> [Action] {
    var unwanted = drawing.subtracting(wanted).subtracting(stopping).sorted()
    // Nobody waits behind what is only drawn ahead.
    let waiting = asked.count { !drawing.contains($0) }
    let free = jobs - drawing.count + stopping.count + unwanted.count
    let idle = wanted.dropFirst(asked.count).filter { drawing.contains($0) && !stopping.contains($0) }
    unwanted += idle.suffix(max(0, waiting - free))
    stopping.formUnion(unwanted)
    return unwanted.map(Action.stop)
  }

  private mutating func start(_ wanted: [Int]) -> [Action] {
    let next = wanted.filter { !drawing.contains($0) }.prefix(max(0, jobs - drawing.count))
    drawing.formUnion(next)
    return next.map(Action.draw)
  }

  private func unique(_ segments: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return segments.filter { seen.insert($0).inserted }
  }
}
