package import Graph
package import Media

/// A video that a model is to make, or has made, as a recipe asks for it.
package struct FilmOrder: Hashable, Sendable {
  /// The host's name for the model.
  package var model: String
  package var prompt: String
  /// Nil, as below, where it is left to the model.
  package var length: Time?
  package var seed: Int?
  /// `1280x720`
  package var size: String?
  /// Whatever else the model takes, by its own names.
  package var settings: [String: ParamSetting] = [:]
  /// A picture that the video begins with, or looks like.
  package var reference: Digest?
  /// Clips that hold it in shape, by names of the model's.
  package var controls: [String: Graph] = [:]
  /// Which of the answers is wanted, from 1; nil for the one that is pinned, or else the latest.
  package var take: Int?

  package init(_ prompt: String, by model: String) { (self.prompt, self.model) = (prompt, model) }

  /// How long it will be, as far as is known before it is there.
  package var expectedLength: Time { length ?? Time(flicks: 4 * Time.flicksPerSecond) }
}

/// A video that a model made.
package struct RecordedFilm: Hashable, Sendable {
  /// What a post calls it that pins it.
  package var name: String
  package var asset: Asset

  package init(name: String, asset: Asset) { (self.name, self.asset) = (name, asset) }
}
