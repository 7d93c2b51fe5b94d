/// Documents as OpenTimelineIO's specification has them, written by hand.
enum Document {
  static func time(_ value: Double, _ rate: Double = 25) -> String {
    #"{ "OTIO_SCHEMA": "RationalTime.1", "value": \#(value), "rate": \#(rate) }"#
  }

  static func range(_ start: Double, _ duration: Double, _ rate: Double = 25) -> String {
    """
    { "OTIO_SCHEMA": "TimeRange.1", "start_time": \(time(start, rate)), "duration": \(time(duration, rate)) }
    """
  }

  static func file(_ url: String, _ available: String = "null") -> String {
    #"{ "OTIO_SCHEMA": "ExternalReference.1", "target_url": "\#(url)", "available_range": \#(available) }"#
  }

  static func clip(
    _ reference: String = file("a.mp4"), _ range: String = range(0, 50), effects: String = "", schema: String = "Clip.2"
  ) -> String {
    """
    { "OTIO_SCHEMA": "\(schema)", "name": "shot", "source_range": \(range), "effects": [\(effects)],
      "media_references": { "DEFAULT_MEDIA": \(reference) }, "active_media_reference_key": "DEFAULT_MEDIA" }
    """
  }

  static func gap(_ duration: Double) -> String {
    #"{ "OTIO_SCHEMA": "Gap.1", "source_range": \#(range(0, duration)) }"#
  }

  static func transition(_ before: Double, _ after: Double, _ type: String = "SMPTE_Dissolve") -> String {
    """
    { "OTIO_SCHEMA": "Transition.1", "in_offset": \(time(before)), "out_offset": \(time(after)),
      "transition_type": "\(type)" }
    """
  }

  static func warp(_ scalar: Double) -> String {
    #"{ "OTIO_SCHEMA": "LinearTimeWarp.1", "effect_name": "LinearTimeWarp", "time_scalar": \#(scalar) }"#
  }

  static func track(_ children: String..., kind: String = "Video") -> String {
    #"{ "OTIO_SCHEMA": "Track.1", "kind": "\#(kind)", "children": [\#(children.joined(separator: ","))] }"#
  }

  static func stack(_ children: String...) -> String {
    #"{ "OTIO_SCHEMA": "Stack.1", "children": [\#(children.joined(separator: ","))] }"#
  }

  static func timeline(_ tracks: String...) -> String {
    """
    { "OTIO_SCHEMA": "Timeline.1", "name": "cut", "global_start_time": null,
      "tracks": { "OTIO_SCHEMA": "Stack.1", "children": [\(tracks.joined(separator: ","))] } }
    """
  }
}
