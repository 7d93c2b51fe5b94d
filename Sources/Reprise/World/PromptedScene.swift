import Prompt

/// A scene that a prompt became: recipe source that a person can read and edit, and what was made of the prompt's words.
public struct PromptedScene: Sendable {
  /// Words of the prompt, and what is said of them.
  public struct Remark: Hashable, Sendable {
    public let words: String
    /// Where they begin in the prompt, in Unicode scalars.
    public let offset: Int
    public let meaning: String
  }

  /// `return world { … }`, with the prompt above it.
  public let recipe: String
  public let understood: [Remark]
  /// What the prompt does not say, and what is impossible in it, each as a sentence.
  public let assumed: [String]
  public let leftOut: [Remark]

  /// Makes a scene of a prompt. The same prompt, length and seed give the same text everywhere.
  ///
  /// - Parameters:
  ///   - prompt: In English; of more than 10 000 characters the first are read.
  ///   - seconds: 0.5 to 120.
  ///   - seed: 0 to 2⁵³ − 1.
  ///   - words: Of the host's own; those that the prompt uses are written into the scene.
  /// - Throws: if nothing of it is known, with words that are near.
  public init(_ prompt: String, seconds: Double = 8, seed: Int = 0, words: Words = Words()) throws(RepriseError) {
    do {
      let wish = Wish(
        prompt, seconds: seconds, seed: UInt64(clamping: seed), vocabulary: try words.vocabulary)
      let understanding = try wish.understood()
      recipe = understanding.lua(prompt: prompt)
      understood = understanding.understood.map(Remark.init)
      assumed = understanding.assumed
      leftOut = understanding.leftOut.map(Remark.init)
    } catch let error as WishError {
      throw RepriseError(.usage, code: "prompt", came: error.came, remedy: error.remedy)
    } catch {
      throw RepriseError(word: error)
    }
  }

  /// Every word that a prompt may use, by what it is for; ways to say the same stand together.
  ///
  /// - Parameter words: Of the host's own, which are listed along.
  public static func vocabulary(
    with words: Words = Words()
  ) throws(RepriseError) -> [(title: String, words: [[String]])] {
    do {
      return try words.vocabulary.words.map { ($0.title, $0.words) }
    } catch {
      throw RepriseError(word: error)
    }
  }
}

extension PromptedScene.Remark {
  fileprivate init(_ remark: Understanding.Remark) {
    self.init(words: remark.words, offset: remark.offset, meaning: remark.meaning)
  }
}
