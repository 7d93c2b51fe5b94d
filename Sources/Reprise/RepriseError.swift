/// What went wrong, in words that help, and whose concern it is.
public struct RepriseError: Error, Hashable, Sendable {
  /// Whose concern it is. The command line's exit codes follow from it.
  public enum Kind: String, Sendable {
    /// The recipe's mistake, or that of a file it names.
    case recipe
    /// The caller's: an option or a name that makes no sense.
    case usage
    /// The machine's: a disk that is full, a file that may not be written, a worker that will not start.
    case machine
    /// Somebody's wish stands against it: a licence, a consent, a budget.
    case refused
    /// Somebody stopped it.
    case cancelled
  }

  public let kind: Kind
  /// What sort of mistake it is, for programs: `outOfRange`, `unknownName`, `syntax`, …
  public let code: String
  /// The recipe's name and line, where there is one.
  public let file: String?
  public let line: Int?
  /// The word of the language that refused, such as `crop`.
  public let operation: String?
  /// What came.
  public let came: String
  /// What was wanted instead.
  public let wanted: String?
  /// What to do about it.
  public let remedy: String?

  public init(
    _ kind: Kind, code: String, came: String, wanted: String? = nil, remedy: String? = nil, operation: String? = nil,
    file: String? = nil, line: Int? = nil
  ) {
    (self.kind, self.code, self.came, self.wanted, self.remedy) = (kind, code, came, wanted, remedy)
    (self.operation, self.file, self.line) = (operation, file, line)
  }

  /// One line without the place.
  public var message: String {
    (operation.map { "\($0): " } ?? "") + came + (wanted.map { "; wanted \($0)" } ?? "")
      + (remedy.map { "; \($0)" } ?? "")
  }
}

extension RepriseError: CustomStringConvertible {
  /// `hello.lua:12: crop: width 2000 px is more than the clip's 1920 px; use at most 1920`
  public var description: String {
    guard let file else { return message }
    return "\(file):\(line.map { "\($0): " } ?? " ")\(message)"
  }
}
