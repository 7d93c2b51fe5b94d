/// What a model made of a wish: its drafts, and what was wrong with each.
public struct Writing: Sendable {
  /// What is to be written.
  public enum Form: String, CaseIterable, Sendable {
    /// `return world { … }`: something that is simulated.
    case scene
    /// A recipe with all words of the language.
    case recipe
  }

  /// What was written in one round.
  public struct Draft: Hashable, Sendable {
    /// Recipe source. It has not been drawn, and nothing of the host was in its reach while it was checked.
    public let text: String
    /// The first mistake in it; nil if it runs.
    public let mistake: RepriseError?
    /// What it asks for that may be meant otherwise.
    public let warnings: [RecipeWarning]
    /// That the server counted, of the question and the answer; nil if it does not count.
    public let tokens: Int?
    /// `free`, or an amount and a currency: what it cost when it was written.
    public let cost: String
    /// Whether it was written before, for the same wish, and cost nothing now.
    public let isRecorded: Bool
  }

  /// As the server calls it.
  public let model: String
  /// In the order in which they were written: at least one.
  public let drafts: [Draft]

  /// The first draft without a mistake, or the last.
  public var text: String { drafts.last?.text ?? "" }
  /// Nil if it can be used.
  public var mistake: RepriseError? { drafts.last?.mistake }
}
