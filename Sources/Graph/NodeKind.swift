/// What a node does. A change of meaning is a new version, so that an old post plays as it did.
package enum NodeKind: String, Hashable, Sendable, CaseIterable {
  // Sources.
  case video, image, audio, text, subtitles, shape, solid, gradient, shade
  // Pictures of a simulated scene.
  case world
  // Sounds that are made.
  case speech, music, midi, foley
  // Joining.
  case sequence, stack, crossfade, transition
  // Time.
  case delay, trim, loop, freeze, speed, reverse
  case frameRate = "framerate"
  // Picture.
  case fit, crop, at, scale, rotate, skew, pin, resample, motionblur, opacity, fade
  // How pictures come together.
  case blend, composite, isolate, mask
  // Effects.
  case blur, sharpen, glow, shadow, vignette, grain, pixelate, displace, edge, reshade
  case chromaKey = "chromakey", lumaKey = "lumakey", differenceKey = "differencekey"
  // Colour.
  case adjust, curves, grade
  // Sound.
  case volume, pan, pitch, filter, eq, compress, limit, reverb, echo, duck

  package var version: Int { 1 }

  /// Works on a picture that is placed already, rather than saying where and how much of it there is.
  package var isEffect: Bool {
    switch self {
    case .mask, .blur, .sharpen, .glow, .shadow, .vignette, .grain, .pixelate, .displace, .edge, .reshade, .chromaKey,
      .lumaKey, .differenceKey, .adjust, .curves, .grade:
      true
    default: false
    }
  }

  /// Changes how a clip sounds, and nothing else.
  package var isSound: Bool {
    switch self {
    case .volume, .pan, .pitch, .filter, .eq, .compress, .limit, .reverb, .echo, .duck: true
    default: false
    }
  }

  /// Makes pictures or sound of its own, rather than of another clip's.
  package var isSource: Bool {
    switch self {
    case .video, .image, .audio, .text, .subtitles, .shape, .solid, .gradient, .shade, .world: true
    default: isMadeSound
    }
  }

  /// Gives what was there before: it has an end of its own, and every instant of it is another.
  package var isRecorded: Bool { self == .video || self == .audio || self == .world }

  /// Makes sound by its parameters alone.
  package var isMadeSound: Bool {
    switch self {
    case .speech, .music, .midi, .foley: true
    default: false
    }
  }
}
