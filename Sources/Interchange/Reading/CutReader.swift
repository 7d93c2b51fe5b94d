import Graph
import Media

/// Reads OpenTimelineIO. What comes is a stranger's: every count, length, depth and number is bounded, and what is not
/// understood is an error with its place, or, where the rest still makes sense without it, a warning.
package struct CutReader {
  private(set) var warnings: [CutWarning] = []
  private var pieces = 0
  /// That of the first clip.
  private var rate: FrameRate?
  /// Whether the timeline says all that is heard, rather than leaving it to the files.
  private var saysSound = false

  /// Clips, gaps and transitions that a cut may have: more than any recipe that a person reads.
  static let mostPieces = 20_000
  /// How deep lists and objects may lie in one another.
  static let deepest = 256

  private init() {}

  /// Reads a document.
  package static func read(_ bytes: [UInt8]) throws(CutError) -> (cut: Cut, warnings: [CutWarning]) {
    var reader = CutReader()
    let cut = try reader.timeline(Entry(json: try parse(bytes), place: ""))
    return (cut, reader.warnings)
  }

  private static func parse(_ bytes: [UInt8]) throws(CutError) -> CanonicalJSON {
    do {
      return try CanonicalJSON(parsing: bytes, atMost: 64 << 20, depth: deepest)
    } catch {
      throw CutError(.syntax, "byte \(error.offset): \(error.problem)", wanted: "OpenTimelineIO, as JSON")
    }
  }

  /// Enough of them to know what is the matter.
  mutating func warn(_ place: String, _ message: String) {
    if warnings.count < 200 { warnings.append(CutWarning(place: place, message: message)) }
  }

  mutating func count(_ entry: Entry) throws(CutError) {
    pieces += 1
    guard pieces <= CutReader.mostPieces else {
      throw CutError(.tooLarge, at: entry.place, "there are more than \(CutReader.mostPieces) clips and gaps")
    }
  }

  /// Keeps the first rate that can be one of pictures: seconds and samples have rates too.
  mutating func take(_ rate: FrameRate?) {
    guard self.rate == nil, let rate, (10...240).contains(rate.framesPerSecond) else { return }
    self.rate = rate
  }

  // MARK: Compositions

  private mutating func timeline(_ entry: Entry) throws(CutError) -> Cut {
    try entry.check(is: .timeline)
    let stack = try entry.member("tracks")
    try stack.check(is: .stack)
    take(try entry["global_start_time"]?.rational().rate)
    let lanes = try stack["children"]?.items() ?? []
    saysSound = entry.own != nil || lanes.contains { $0["kind"]?.json == .string(Track.Kind.sound.rawValue) }
    var tracks = try tracks(stack, in: .picture)
    guard tracks.contains(where: { $0.duration > .zero }) else {
      throw CutError(.missing, at: stack.place, "there is nothing on the timeline")
    }
    if stack["source_range"] != nil || stack["effects"]?.json.asItems?.isEmpty == false {
      tracks = [Track(.picture, [.piece(try trimmed(tracks, by: stack, in: .picture))])]
    }
    return Cut(name: entry.name, canvas: try entry.own?["canvas"]?.canvas() ?? canvas(), tracks: tracks)
  }

  /// A timeline of another program says nothing of size.
  private mutating func canvas() -> Canvas {
    warn("", "a timeline has no size, so the recipe says 1920 × 1080: change it to what you want")
    return Canvas(size: Size(width: 1920, height: 1080), frameRate: rate ?? .thirty)
  }

  mutating func tracks(_ stack: Entry, in kind: Track.Kind) throws(CutError) -> [Track] {
    noteExtras(of: stack)
    var tracks: [Track] = []
    for child in try stack["children"]?.items() ?? [] {
      guard child.isEnabled else {
        warn(child.place, "\"\(child.name)\" is switched off and left out")
        continue
      }
      tracks.append(try lane(child, in: kind))
    }
    return settled(tracks)
  }

  /// Tracks with their sound where it belongs.
  func settled(_ tracks: [Track]) -> [Track] { saysSound ? tracks.voiced : tracks }

  /// A child of a stack. What is no track is one of its own.
  private mutating func lane(_ entry: Entry, in kind: Track.Kind) throws(CutError) -> Track {
    let isTrack = try entry.schema() == .track
    let isPlain = entry["source_range"] == nil && entry["effects"]?.json.asItems?.isEmpty != false
    if isTrack, isPlain { return Track(try self.kind(of: entry), try elements(of: entry)) }
    return Track(isTrack ? try self.kind(of: entry) : kind, [try element(entry, in: kind)])
  }

  func kind(of track: Entry) throws(CutError) -> Track.Kind {
    let name = try track["kind"]?.text() ?? Track.Kind.picture.rawValue
    guard let kind = Track.Kind(rawValue: name) else {
      throw CutError(.schema, at: track.place, "its kind is \"\(name.prefix(60))\"", wanted: "Video or Audio")
    }
    return kind
  }

  /// What a track holds, in order.
  mutating func elements(of track: Entry) throws(CutError) -> [Track.Element] {
    noteExtras(of: track)
    let kind = try kind(of: track)
    var elements: [Track.Element] = []
    var end = Time.zero
    for child in try track["children"]?.items() ?? [] {
      let element = try element(child, in: kind)
      end += element.piece?.duration ?? .zero
      guard end.seconds <= longestSeconds else {
        throw CutError(.outOfRange, at: child.place, "the track lasts \(end)")
      }
      elements.append(element)
    }
    try elements.checkCrossings(at: track.place)
    return elements
  }

  /// Tracks as one piece, as the entry that holds them has it.
  mutating func trimmed(_ tracks: [Track], by entry: Entry, in kind: Track.Kind) throws(CutError) -> Piece {
    let whole = TimeRange(.zero, tracks.map(\.duration).max() ?? .zero)
    let range = try entry["source_range"]?.range() ?? whole
    guard range.start >= .zero else {
      throw CutError(
        .outOfRange, at: "\(entry.place).source_range", "it begins at \(range.start)", wanted: "0 s or more")
    }
    var piece = Piece(.tracks(tracks), start: range.start, duration: range.duration)
    try touch(&piece, entry, in: kind)
    return piece
  }

  /// Passes on what has no place in a recipe.
  mutating func noteExtras(of entry: Entry) {
    if entry["markers"]?.json.asItems?.isEmpty == false { warn("\(entry.place).markers", "markers are left out") }
  }
}

extension [Track.Element] {
  /// Refuses transitions that have nothing to go from or to, or not enough of it.
  fileprivate func checkCrossings(at place: String) throws(CutError) {
    for (index, element) in enumerated() {
      guard let crossing = element.crossing else { continue }
      let before = index > 0 ? self[index - 1].piece : .gap(.zero)
      let after = index + 1 < count ? self[index + 1].piece : .gap(.zero)
      let taken = index > 1 ? self[index - 2].crossing?.after ?? .zero : .zero
      guard let before, let after, crossing.duration > .zero, before.duration - taken >= crossing.before,
        after.duration >= crossing.after
      else {
        throw CutError(
          .outOfRange, at: "\(place).children[\(index)]",
          "the transition takes \(crossing.before) before the cut and \(crossing.after) after it",
          wanted: "more than nothing, and no more than the clips beside it have")
      }
    }
  }
}
