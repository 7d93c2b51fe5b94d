package import Graph
package import Media
package import Prompt

/// What a recipe's names stand for. The host answers; a recipe never sees a path.
package protocol Library {
  /// The asset of that name.
  ///
  /// - Throws: `RecipeError` with what is wrong and what to do.
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset

  /// The size that a text will have, and the fonts that draw it.
  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure

  /// How long a sound will be that is made, and what it says.
  ///
  /// - Parameter kind: One that makes sound.
  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure

  /// A recording of what a voice says that does not come with the runtime, made before or now.
  ///
  /// - Returns: What a post calls it that pins it, and its digest; nil if there is none, and another voice may stand in.
  func take(of speech: SoundParameters) throws(RecipeError) -> (name: String, digest: Digest)?

  /// A video that a model made.
  ///
  /// - Returns: Nil if there is none, and something may stand in for it.
  /// - Throws: `RecipeError` if there is none, with how it can be had.
  func film(_ order: FilmOrder) throws(RecipeError) -> RecordedFilm?

  /// Words of the host's own, which scenes may use; none, as a rule.
  func words() throws(RecipeError) -> SceneTable

  /// Keeps them for a post, which will play where nobody has them.
  ///
  /// - Returns: What the post calls them, and their digest.
  func pinWords() throws(RecipeError) -> (name: String, digest: Digest)

  /// What becomes of a scene.
  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure

  /// What is to be heard in a clip.
  ///
  /// - Returns: Seconds, or levels, or lists of them, as the question says.
  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]]

  /// What is in a small file, and its digest.
  ///
  /// - Throws: `RecipeError` if there is none, or if it has more bytes than `limit`.
  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest)

  /// The post of that name, such as `missed-shot@9f2c41d8`.
  ///
  /// - Throws: `RecipeError` with what to do if there is none, or more than one.
  func post(named name: String) throws(RecipeError) -> ParentPost
}

extension Library {
  /// A library that makes no sounds.
  package func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    throw RecipeError(.asset, "no sound can be made here")
  }

  /// A library without voices.
  package func take(of speech: SoundParameters) throws(RecipeError) -> (name: String, digest: Digest)? {
    throw RecipeError(
      .asset, "there is no voice \"\(speech["voice"]?.text ?? "")\"",
      remedy: "use \(Language.voices.joined(separator: ", "))")
  }

  /// A library without models.
  package func film(_ order: FilmOrder) throws(RecipeError) -> RecordedFilm? {
    throw RecipeError(.asset, "there is no model \"\(order.model)\"", remedy: "leave by out, for the world inside")
  }

  /// A library without words of its own.
  package func words() throws(RecipeError) -> SceneTable { SceneTable() }

  package func pinWords() throws(RecipeError) -> (name: String, digest: Digest) {
    throw RecipeError(.asset, "there are no words of the host's own here")
  }

  /// A library without a world.
  package func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure {
    throw RecipeError(.asset, "nothing can be simulated here")
  }

  /// A library without ears.
  package func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    throw RecipeError(.asset, "nothing can be heard here")
  }

  /// A library without such files.
  package func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    throw RecipeError(.asset, "there is no file \"\(name)\"", remedy: "put it beside the recipe")
  }

  /// A library without posts.
  package func post(named name: String) throws(RecipeError) -> ParentPost {
    throw RecipeError(.post, "there is no post \"\(name)\"", remedy: "publish or import it first")
  }
}

/// A file that a recipe uses, by its content.
package struct Asset: Hashable, Sendable {
  package var digest: Digest
  /// Nil for a still picture.
  package var duration: Time?
  /// As it is to be seen: turned upright, with square pixels.
  package var size: Size?
  package var frameRate: FrameRate?
  package var hasSound: Bool
  package var warnings: [String]

  package init(
    digest: Digest, duration: Time?, size: Size?, frameRate: FrameRate?, hasSound: Bool, warnings: [String] = []
  ) {
    (self.digest, self.duration, self.size) = (digest, duration, size)
    (self.frameRate, self.hasSound, self.warnings) = (frameRate, hasSound, warnings)
  }
}

/// The parameters of a `text` node, already checked.
package typealias TextParameters = [String: Setting]

/// What is known of a text before it is drawn.
package struct TextMeasure: Hashable, Sendable {
  package var size: Size
  /// The fonts that draw it, in the order of first use.
  package var fonts: [Digest]
  package var warnings: [String]
  /// How many characters, words and lines of it can be seen: `character`, `word`, `line`.
  package var pieces: [String: Int]
  /// Which of it is set in which font, in order.
  package var stretches: [Stretch]

  /// A part of a text that is set in one font.
  package struct Stretch: Hashable, Sendable {
    /// Of the text as UTF-8.
    package var bytes: Range<Int>
    /// Its place in `fonts`.
    package var font: Int
    /// Which face of the font's file, from 0.
    package var face: Int
    /// Whether its letters are pictures in colour, as emoji are.
    package var isColored: Bool

    package init(bytes: Range<Int>, font: Int, face: Int, isColored: Bool) {
      (self.bytes, self.font, self.face, self.isColored) = (bytes, font, face, isColored)
    }
  }

  package init(
    size: Size, fonts: [Digest], warnings: [String] = [], pieces: [String: Int] = [:], stretches: [Stretch] = []
  ) {
    (self.size, self.fonts, self.warnings, self.pieces) = (size, fonts, warnings, pieces)
    self.stretches = stretches
  }
}
