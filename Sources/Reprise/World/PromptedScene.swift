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
  /// - Throws: if nothing of it is known, with words that are near.
  public init(_ prompt: String, seconds: Double = 8, seed: Int = 0) throws(RepriseError) {
    do {
      let understanding = try Wish(prompt, seconds: seconds, seed: UInt64(clamping: seed)).understood()
      recipe = understanding.lua(prompt: prompt)
      understood = understanding.understood.map(Remark.init)
      assumed = understanding.assumed
      leftOut = understanding.leftOut.map(Remark.init)
    } catch {
      throw RepriseError(.usage, code: "prompt", came: error.came, remedy: error.remedy)
    }
  }

  /// Every word that a prompt may use, by what it is for; ways to say the same stand together.
  public static var vocabulary: [(title: String, words: [[String]])] {
    Vocabulary.builtin.words.map { ($0.title, $0.words) }
  }
}

extension PromptedScene.Remark {
  fileprivate init(_ remark: Understanding.Remark) {
    self.init(words: remark.words, offset: remark.offset, meaning: remark.meaning)
  }
}
