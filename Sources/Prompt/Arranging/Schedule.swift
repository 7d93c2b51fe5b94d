internal import World

/// When each beat begins, so that all of them fit.
struct Schedule {
  private(set) var starts: [Double] = []
  /// When the shots of a storyboard begin.
  private(set) var shots: [Double]

  init(_ arrangement: Arrangement, setting: Setting, seconds: Double) {
    shots = Self.shots(setting, seconds)
    for shot in shots.indices {
      let end = shot + 1 < shots.count ? shots[shot + 1] : seconds
      let beats = arrangement.beats.enumerated().filter { $0.element.shot == shot }
      let free = max(end - shots[shot] - min(1.2, (end - shots[shot]) * 0.2), 0.1)
      let wish = beats.reduce(0.4) { $0 + ($1.element.isTogether ? 0 : Self.length($1.element, arrangement)) }
      lay(beats.map(\.element), from: shots[shot], pace: min(free / wish, 1), arrangement, seconds)
    }
  }

  private static func shots(_ setting: Setting, _ seconds: Double) -> [Double] {
    let count = Double(setting.starts.count)
    var last = -0.1
    return setting.starts.enumerated().map { index, start in
      let wish = index == 0 ? 0 : start ?? (seconds * Double(index) / count).rounded(digits: 1)
      last = max(min(wish, seconds * 0.98), last + 0.1).rounded(digits: 2)
      return last
    }
  }

  private mutating func lay(
    _ beats: [Beat], from start: Double, pace: Double, _ arrangement: Arrangement, _ seconds: Double
  ) {
    var (cursor, before) = (start + 0.4 * pace, start)
    for (index, beat) in beats.enumerated() {
      var time = beat.isTogether && index > 0 ? before : cursor
      if index == 0, !arrangement.roles[beat.subject].isFigure { time = start }
      if let at = beat.at { time = at }
      if let after = beat.after { time = (index == 0 ? start : before) + after }
      time = min(max(time, 0), seconds - 0.05).rounded(digits: 1)
      starts.append(time)
      before = time
      cursor = max(cursor, time + Self.length(beat, arrangement) * pace)
    }
  }

  /// How long it takes before the next can begin, in seconds.
  static func length(_ beat: Beat, _ arrangement: Arrangement) -> Double {
    switch beat.doing {
    case .walk: 0.6 + travel(beat, arrangement) / 1.35 / beat.pace
    case .run, .follow: 0.5 + travel(beat, arrangement) / 3.5 / beat.pace
    case .push where arrangement.roles[beat.subject].isFigure: 1.6 + travel(beat, arrangement) / 1.35
    case .say: 0.6 + 0.36 * Double(beat.text.split(separator: " ").count)
    case .throw: 2
    case .kick, .take, .fall, .dance: beat.seconds ?? 1.8
    case .wave: beat.seconds ?? 1.6
    case .nod, .turn, .look: 0.8
    case .sit, .stand, .jump, .drop: 1.2
    default: 1.5
    }
  }

  /// How far a figure has to go.
  static func travel(_ beat: Beat, _ arrangement: Arrangement) -> Double {
    guard let goal = beat.doing == .push ? beat.object : beat.target else {
      return max(arrangement.course(beat), 1)
    }
    let way = (arrangement.roles[goal].place - arrangement.roles[beat.subject].place).length
    return max(way - arrangement.extents[goal].x / 2 - 0.45, 0)
  }
}
