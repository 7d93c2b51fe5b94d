/// What a node does. A change of meaning is a new version, so that an old post plays as it did.
package enum NodeKind: String, Hashable, Sendable, CaseIterable {
  // Sources.
  case video, image, audio, text, solid, gradient
  // Joining.
  case sequence, stack, crossfade
  // Time.
  case delay, trim, loop, freeze, speed, reverse
  // Picture.
  case fit, crop, at, scale, rotate, opacity, fade
  // Sound.
  case volume

  package var version: Int { 1 }

  /// Makes pictures or sound of its own, rather than of another clip's.
  package var isSource: Bool {
    switch self {
    case .video, .image, .audio, .text, .solid, .gradient: true
    default: false
    }
  }
}
