import Graph
import Media

extension CutReader {
  /// A child of a track.
  mutating func element(_ entry: Entry, in kind: Track.Kind) throws(CutError) -> Track.Element {
    try count(entry)
    let schema = try entry.schema()
    if schema == .transition { return .crossing(try crossing(entry, in: kind)) }
    var piece = try piece(entry, schema, in: kind)
    if !entry.isEnabled {
      warn(entry.place, "\"\(entry.name)\" is switched off; its time stays empty")
      piece = .gap(piece.duration)
    }
    return .piece(piece)
  }

  private mutating func piece(_ entry: Entry, _ schema: Schema?, in kind: Track.Kind) throws(CutError) -> Piece {
    noteExtras(of: entry)
    switch schema {
    case .clip: return try clip(entry, in: kind)
    case .gap:
      let range = try entry.member("source_range").range()
      var piece = Piece.gap(range.duration)
      try touch(&piece, entry, in: kind)
      return piece
    case .stack: return try trimmed(tracks(entry, in: kind), by: entry, in: kind)
    case .track:
      let track = Track(try self.kind(of: entry), try elements(of: entry))
      return try trimmed(settled([track]), by: entry, in: kind)
    default:
      let title = try entry.member("OTIO_SCHEMA").text().prefix(60)
      throw CutError(
        .schema, at: entry.place, "a \(title) cannot stand here",
        wanted: "a clip, a gap, a transition, a track or a stack")
    }
  }

  // MARK: Clips

  private mutating func clip(_ entry: Entry, in kind: Track.Kind) throws(CutError) -> Piece {
    let (reference, all) = try reference(of: entry, in: kind)
    guard let range = try entry["source_range"]?.range() ?? all else {
      throw CutError(
        .missing, at: entry.place, "nothing says how long \"\(entry.name)\" is",
        wanted: "a source_range, or a reference with an available_range")
    }
    take(try entry["source_range"]?.member("duration").rational().rate)
    let start = range.start - (all?.start ?? .zero)
    guard start >= .zero else {
      throw CutError(
        .outOfRange, at: "\(entry.place).source_range", "it begins \(-start) before the media",
        wanted: "a start_time inside of the available_range")
    }
    var piece = Piece(.reference(reference), start: start, duration: range.duration)
    try touch(&piece, entry, in: kind)
    if let all, start + piece.length > all.duration + Time(flicks: Time.flicksPerSecond / 1000) {
      warn(entry.place, "it needs \(start + piece.length) of its media, and there are \(all.duration)")
    }
    return piece
  }

  /// The media of a clip, and all that there is of it.
  private mutating func reference(of clip: Entry, in kind: Track.Kind) throws(CutError) -> (Reference, TimeRange?) {
    let key = try clip["active_media_reference_key"]?.text() ?? "DEFAULT_MEDIA"
    guard let entry = clip["media_reference"] ?? clip["media_references"]?[key] else {
      warn(clip.place, "it has no media; a card stands in its place")
      return (.missing(clip.name), nil)
    }
    let all = try entry["available_range"]?.range()
    switch try entry.schema() {
    case .externalReference: return (.file(try file(entry, all, in: kind)), all)
    case .generatorReference:
      let parameters = entry["parameters"]?.json.asMembers ?? [:]
      return (.generator(kind: try entry.member("generator_kind").text(), parameters: parameters), all)
    case .missingReference: warn(entry.place, "the media is missing; a card stands in its place")
    default:
      let title = try entry.member("OTIO_SCHEMA").text().prefix(60)
      warn(entry.place, "a \(title) cannot be played; a card stands in its place")
    }
    return (.missing(clip.name), all)
  }

  private func file(_ entry: Entry, _ all: TimeRange?, in kind: Track.Kind) throws(CutError) -> Reference.File {
    let url = try entry.member("target_url").text()
    guard !url.isEmpty, url.utf8.count <= 4096 else {
      throw CutError(
        .outOfRange, at: "\(entry.place).target_url", "it has \(url.utf8.count) bytes", wanted: "1 to 4096")
    }
    let said = entry.own?["kind"]?.json.asText.flatMap(Reference.Kind.init)
    let meant = kind == .sound ? .audio : said ?? Reference.Kind(ending: url)
    return Reference.File(name: entry.name, url: url, kind: meant, available: all.map { TimeRange(.zero, $0.duration) })
  }

  // MARK: Transitions

  private mutating func crossing(_ entry: Entry, in kind: Track.Kind) throws(CutError) -> Crossing {
    var crossing = Crossing(
      before: try entry["in_offset"]?.length() ?? .zero, after: try entry["out_offset"]?.length() ?? .zero)
    let type = entry["transition_type"]?.json.asText ?? ""
    guard kind == .picture, type != "SMPTE_Dissolve" else { return crossing }
    if let own = entry.own {
      crossing.style = try touch(own, kind: "transition", in: kind)
    } else {
      warn(entry.place, "a transition \"\(type)\" is not known; it becomes a dissolve")
    }
    return crossing
  }

  // MARK: Effects

  /// Takes over what is done to a piece.
  mutating func touch(_ piece: inout Piece, _ entry: Entry, in kind: Track.Kind) throws(CutError) {
    for effect in try entry["effects"]?.items() ?? [] where effect.isEnabled {
      switch try effect.schema() {
      case .linearTimeWarp: piece.pace = try pace(effect.member("time_scalar"), times: piece.pace)
      case .freezeFrame: piece.pace = 0
      case .effect, .timeEffect: try take(effect, for: &piece, in: kind)
      default: warn(effect.place, "a \(try effect.member("OTIO_SCHEMA").text().prefix(60)) is left out")
      }
    }
  }

  /// The speed of several time warps together.
  private func pace(_ entry: Entry, times other: Double) throws(CutError) -> Double {
    let pace = try entry.number() * other
    guard pace == 0 || Travel.speeds.contains(abs(pace)) else {
      throw CutError(
        .outOfRange, at: entry.place, "the speed comes to \(pace)",
        wanted: "0, or a speed \(Travel.speeds.words), also below zero")
    }
    return pace
  }

  private mutating func take(_ effect: Entry, for piece: inout Piece, in kind: Track.Kind) throws(CutError) {
    guard let own = effect.own, let name = own["kind"]?.json.asText else {
      let name = effect["effect_name"]?.json.asText ?? effect.name
      return warn(effect.place, "the effect \"\(name)\" is not known and left out")
    }
    piece.touches.append(try touch(own, kind: name, in: kind))
  }

  private mutating func touch(_ own: Entry, kind name: String, in kind: Track.Kind) throws(CutError) -> Touch {
    var others: [Piece] = []
    for other in try own["of"]?.items() ?? [] {
      try count(other)
      others.append(try piece(other, other.schema(), in: .picture))
    }
    return Touch(kind: name, parameters: own["parameters"]?.json.asMembers ?? [:], others: others)
  }
}

extension Reference.Kind {
  /// What a file most likely is, by the ending of its name.
  fileprivate init(ending url: String) {
    let ending = url.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "png", "jpg", "jpeg", "tif", "tiff", "bmp", "svg": self = .image
    case "wav", "mp3", "flac", "aac", "m4a", "ogg", "opus", "aif", "aiff": self = .audio
    default: self = .video
    }
  }
}
