package import Media

/// A sound that is made, not recorded: settings and a seed. Equal settings give the same samples on every machine.
package protocol FoleySound: Sendable {
  /// How long it sounds; nil if it has no end.
  var duration: Time? { get }

  /// Stereo samples of any stretch, in any order; silence before 0 and past the end. Never beyond ±1.
  func source() -> any SoundSource
}

/// A sound that is worked out whole before its first sample is asked for: at most a minute and a few seconds.
protocol ShortSound: FoleySound {
  var frameCount: Int { get }
  func played() -> AudioBlock
}

extension ShortSound {
  package var duration: Time? { Time(ticks: Int64(frameCount), rate: AudioBlock.sampleRate) }
  package func source() -> any SoundSource { KeptSource(played()) }
}

/// Samples that are kept, with silence around them.
private final class KeptSource: SoundSource {
  private let kept: AudioBlock

  init(_ kept: AudioBlock) { self.kept = kept }

  func read(from start: Int64, frameCount: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: max(0, frameCount))
    guard start < Int64(kept.frameCount), start > -Int64(block.frameCount) else { return block }
    block.add(kept, at: -Int(start))
    return block
  }
}
