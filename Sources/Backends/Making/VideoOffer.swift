package import Media

/// What a back end can make of orders. What it cannot is an error before it is asked.
package struct VideoOffer: Hashable, Sendable {
  package enum Sizes: Hashable, Sendable {
    case only([Size])
    /// Sides within a range, each a multiple of a number from 1.
    case sides(ClosedRange<Int>, multipleOf: Int)
  }

  package enum Lengths: Hashable, Sendable {
    case only([Int])
    case within(ClosedRange<Int>)
  }

  /// Nil where the back end has one size of its own.
  package var sizes: Sizes?
  /// In seconds. Nil where the back end has one length of its own.
  package var lengths: Lengths?
  /// Nil where every video is another. At most 2⁵³ − 1, which is what JSON carries exactly.
  package var seeds: ClosedRange<UInt64>?
  /// Types of what may be a reference: `image/png`.
  package var references: [String]
  /// Kinds of controls.
  package var controls: [String]
  /// How many controls one order may have.
  package var controlLimit: Int
  /// Names of settings.
  package var settings: [String]
  /// Of a prompt, in bytes of UTF-8.
  package var promptLimit: Int
  /// Of a reference or a control, in bytes.
  package var materialLimit: Int

  package init(
    sizes: Sizes? = nil, lengths: Lengths? = nil, seeds: ClosedRange<UInt64>? = nil, references: [String] = [],
    controls: [String] = [], controlLimit: Int = 1, settings: [String] = [], promptLimit: Int = 32_000,
    materialLimit: Int = 512 << 20
  ) {
    (self.sizes, self.lengths, self.seeds, self.references) = (sizes, lengths, seeds, references)
    (self.controls, self.controlLimit, self.settings) = (controls, controlLimit, settings)
    (self.promptLimit, self.materialLimit) = (promptLimit, materialLimit)
  }

  /// What 2⁵³ − 1 and below is exact as a number of JSON.
  package static let exactSeeds: ClosedRange<UInt64> = 0...(1 << 53 - 1)
}

extension VideoOffer {
  /// What OpenAI documents for `sora-2`: four sizes, three lengths, a picture, no seed.
  package static let sora = VideoOffer(
    sizes: .only([(720, 1280), (1280, 720), (1024, 1792), (1792, 1024)].map { Size(width: $0, height: $1) }),
    lengths: .only([4, 8, 12]), references: ["image/jpeg", "image/png", "image/webp"])

  /// What vLLM-Omni documents, of which each model can a part: the host may take away.
  package static let vllmOmni = VideoOffer(
    sizes: .sides(16...4096, multipleOf: 16), lengths: .within(1...60), seeds: 0...(1 << 32 - 1),
    references: ["image/jpeg", "image/png", "image/webp", "video/mp4"],
    controls: ["blur", "depth", "edge", "seg", "wsm"],
    settings: [
      "boundary_ratio", "extra_params", "flow_shift", "fps", "generate_sound", "guidance_scale", "guidance_scale_2",
      "lora", "negative_prompt", "num_frames", "num_inference_steps", "sound_duration", "true_cfg_scale",
    ])
}
