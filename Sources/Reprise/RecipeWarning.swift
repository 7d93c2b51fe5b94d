import Recipe
import Worker

/// Something that a recipe's author should know, and that does not stop it.
public struct RecipeWarning: Hashable, Sendable {
  /// The recipe's name and line; nil where no line is to blame.
  public let file: String
  public let line: Int?
  public let message: String

  init(_ warning: Warning) {
    (file, message) = (warning.place.chunk, warning.message)
    line = warning.place.line > 0 ? warning.place.line : nil
  }
}

extension RecipeWarning: CustomStringConvertible {
  /// `hello.lua:3: warning: no font has …`
  public var description: String {
    "\(file):\(line.map { "\($0):" } ?? "") warning: \(message)"
  }
}
