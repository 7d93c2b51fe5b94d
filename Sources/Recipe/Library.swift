package import Graph
package import Media

/// What a recipe's names stand for. The host answers; a recipe never sees a path.
package protocol Library {
  /// The asset of that name.
  ///
  /// - Throws: `RecipeError` with what is wrong and what to do.
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset

  /// The size that a text will have, and the fonts that draw it.
  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure

  /// The post of that name, such as `missed-shot@9f2c41d8`.
  ///
  /// - Throws: `RecipeError` with what to do if there is none, or more than one.
  func post(named name: String) throws(RecipeError) -> ParentPost
}

extension Library {
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

  package init(size: Size, fonts: [Digest], warnings: [String] = []) {
    (self.size, self.fonts, self.warnings) = (size, fonts, warnings)
  }
}
