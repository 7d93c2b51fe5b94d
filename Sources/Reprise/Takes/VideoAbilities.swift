import Backends
import Media

/// What a model takes. What it does not is an error before it is asked.
public struct VideoAbilities: Hashable, Sendable {
  let offer: VideoOffer

  /// What OpenAI documents for `sora-2`.
  public static let sora = VideoAbilities(offer: .sora)
  /// What vLLM-Omni documents, of which each model can a part.
  public static let vllmOmni = VideoAbilities(offer: .vllmOmni)

  private init(offer: VideoOffer) { self.offer = offer }

  /// - Parameters:
  ///   - sizes: Empty for one of its own.
  ///   - seconds: The lengths that it makes; empty for one of its own.
  ///   - reference: Whether it takes a picture to begin with.
  ///   - controls: Kinds of clips that hold a video in shape: `depth`, `edge`.
  ///   - settings: Whatever else it takes, by name.
  public init(
    sizes: [Size] = [], seconds: [Int] = [], seed: Bool = false, reference: Bool = false, controls: [String] = [],
    settings: [String] = []
  ) {
    offer = VideoOffer(
      sizes: sizes.isEmpty ? nil : .only(sizes), lengths: seconds.isEmpty ? nil : .only(seconds),
      seeds: seed ? VideoOffer.exactSeeds : nil,
      references: reference ? ["image/png", "image/jpeg", "image/webp"] : [], controls: controls,
      controlLimit: controls.count, settings: settings)
  }
}
