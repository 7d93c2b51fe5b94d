package import World

/// What a prompt became, and what was made of each of its words.
package struct Understanding: Sendable {
  package var scene: Scene
  /// The same as a table: what `SceneWriter` writes, and `SceneReader` reads.
  package var table: SceneTable
  package var understood: [Remark]
  /// What the prompt does not say, and what is impossible in it, each as a sentence.
  package var assumed: [String]
  package var leftOut: [Remark]

  /// The scene as a recipe, with its prompt above it.
  package func lua(prompt: String) -> String { SceneWriter().lua(table, comment: prompt) }

  /// Words of the prompt, and what is said of them.
  package struct Remark: Hashable, Sendable {
    package var words: String
    /// Where they begin in the prompt, in Unicode scalars.
    package var offset: Int
    package var meaning: String
  }
}

/// A prompt that becomes no scene.
package struct WishError: Error, Hashable, Sendable, CustomStringConvertible {
  package var came: String
  package var remedy: String

  package var description: String { "\(came); \(remedy)" }
}
