package import Media
package import Signal

// Any stretch of a clip must sound the same whoever asks for it, and a change must reach no farther than it is heard. So the
// clock of a clip that goes through something that remembers is divided into epochs, and each is worked out by itself, from
// silence `memory` samples before it: what went before that makes a difference of −120 dB at most.
extension SoundProcessor {
  /// The length of an epoch in samples: eight seconds, or four times what is remembered, so that a quarter of the work is
  /// done twice.
  package var epoch: Int64 { max(8 * AudioBlock.sampleRate, 4 * Int64(memory)) }
}

extension Time {
  /// So many samples of 48 kHz.
  package static func samples(_ count: Int64) -> Time {
    Time(flicks: count * (Time.flicksPerSecond / AudioBlock.sampleRate))
  }
}
