import Graph
import Media

/// Says a cut in OpenTimelineIO's objects. Each is an object of JSON with its kind and version, `Clip.2`, beside its members.
struct DocumentWriter {
  /// Of every time that does not belong to a file.
  let rate: FrameRate

  typealias Members = [String: CanonicalJSON]

  func timeline(_ cut: Cut) -> CanonicalJSON {
    let own: Members = ["canvas": cut.canvas.json, "version": .number(1)]
    return object(
      .timeline, name: cut.name, own,
      ["global_start_time": .null, "tracks": stack(cut.tracks, name: "tracks", range: .null)])
  }

  // MARK: Compositions

  private func stack(_ tracks: [Track], name: String, range: CanonicalJSON, effects: [CanonicalJSON] = [])
    -> CanonicalJSON
  {
    var counts: [Track.Kind: Int] = [:]
    let children = tracks.map { track in
      counts[track.kind, default: 0] += 1
      let letter = track.kind == .picture ? "V" : "A"
      return self.track(track, name: "\(letter)\(counts[track.kind, default: 1])")
    }
    return item(.stack, name: name, range: range, effects: effects, ["children": .array(children)])
  }

  private func track(_ track: Track, name: String) -> CanonicalJSON {
    let children = track.elements.map { element in
      switch element {
      case .piece(let piece): self.piece(piece)
      case .crossing(let crossing): self.crossing(crossing)
      }
    }
    return item(
      .track, name: name, range: .null, effects: [],
      ["children": .array(children), "kind": .string(track.kind.rawValue)])
  }

  func piece(_ piece: Piece) -> CanonicalJSON {
    let range = range(piece.start, piece.duration, at: rate)
    let effects = warp(piece.pace) + piece.touches.map(effect)
    switch piece.content {
    case .gap: return item(.gap, name: "", range: range, effects: effects, [:])
    case .tracks(let tracks): return stack(tracks, name: "", range: range, effects: effects)
    case .reference(let reference):
      return item(
        .clip, name: reference.name, range: range, effects: effects,
        [
          "media_references": .object(["DEFAULT_MEDIA": self.reference(reference)]),
          "active_media_reference_key": .string("DEFAULT_MEDIA"),
        ])
    }
  }

  private func crossing(_ crossing: Crossing) -> CanonicalJSON {
    let style = crossing.style
    return object(
      .transition, name: style?.parameters["style"]?.asText ?? "crossfade", style.map(said) ?? [:],
      [
        "in_offset": time(crossing.before, at: rate), "out_offset": time(crossing.after, at: rate),
        "transition_type": .string(style == nil ? "SMPTE_Dissolve" : "Custom_Transition"),
      ])
  }

  // MARK: Effects

  private func warp(_ pace: Double) -> [CanonicalJSON] {
    guard pace != 1 else { return [] }
    let schema: Schema = pace == 0 ? .freezeFrame : .linearTimeWarp
    return [effect(schema, name: schema.name, [:], ["time_scalar": .number(pace)])]
  }

  private func effect(_ touch: Touch) -> CanonicalJSON { effect(.effect, name: touch.kind, said(touch), [:]) }

  private func effect(_ schema: Schema, name: String, _ own: Members, _ members: Members) -> CanonicalJSON {
    object(
      schema, name: name, own,
      members.merging(["effect_name": .string(name), "enabled": .boolean(true)]) { $1 })
  }

  /// What a touch says, for metadata.
  private func said(_ touch: Touch) -> Members {
    var own: Members = ["kind": .string(touch.kind), "parameters": .object(touch.parameters)]
    if !touch.others.isEmpty { own["of"] = .array(touch.others.map(piece)) }
    return own
  }

  // MARK: References

  private func reference(_ reference: Reference) -> CanonicalJSON {
    var members: Members = ["available_range": .null, "available_image_bounds": .null]
    switch reference {
    case .file(let file):
      var own: Members = ["kind": .string(file.kind.rawValue)]
      if let digest = file.digest { own["sha256"] = .string("\(digest)") }
      members["target_url"] = .string(file.url)
      if let all = file.available {
        members["available_range"] = range(all.start, all.duration, at: file.frameRate ?? rate)
      }
      return object(.externalReference, name: file.name, own, members)
    case .generator(let kind, let parameters):
      members["generator_kind"] = .string(kind)
      members["parameters"] = .object(parameters)
      return object(.generatorReference, name: reference.name, [:], members)
    case .missing(let name): return object(.missingReference, name: name, [:], members)
    }
  }

  // MARK: Objects

  /// What can stand in a track or a stack.
  private func item(_ schema: Schema, name: String, range: CanonicalJSON, effects: [CanonicalJSON], _ members: Members)
    -> CanonicalJSON
  {
    let common: Members = [
      "source_range": range, "effects": .array(effects), "markers": .array([]), "enabled": .boolean(true),
    ]
    return object(schema, name: name, [:], members.merging(common) { $1 })
  }

  /// - Parameter own: What only we read.
  private func object(_ schema: Schema, name: String, _ own: Members, _ members: Members) -> CanonicalJSON {
    let common: Members = [
      "OTIO_SCHEMA": .string(schema.title), "name": .string(name),
      "metadata": .object(own.isEmpty ? [:] : ["reprise": .object(own)]),
    ]
    return .object(members.merging(common) { $1 })
  }

  private func range(_ start: Time, _ duration: Time, at rate: FrameRate) -> CanonicalJSON {
    .object([
      "OTIO_SCHEMA": .string(Schema.timeRange.title), "start_time": time(start, at: rate),
      "duration": time(duration, at: rate),
    ])
  }

  private func time(_ time: Time, at rate: FrameRate) -> CanonicalJSON {
    let time = RationalTime(time, at: rate)
    return .object([
      "OTIO_SCHEMA": .string(Schema.rationalTime.title), "rate": .number(time.rate), "value": .number(time.value),
    ])
  }
}

extension Reference {
  /// As a timeline labels it.
  fileprivate var name: String {
    switch self {
    case .file(let file): file.name
    case .generator(let kind, let parameters): parameters["text"]?.asText.map { String($0.prefix(60)) } ?? kind
    case .missing(let name): name
    }
  }
}
