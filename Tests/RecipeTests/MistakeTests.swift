import Recipe
import Testing

/// A recipe that is wrong, and what its author is told.
struct Mistake: CustomTestStringConvertible {
  let source: String
  let answer: String

  var testDescription: String { source }

  /// Reads a table of them.
  static func all(in table: String) -> [Mistake] {
    let lines = table.split(separator: "\n").map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      Mistake(source: lines[index].replacing("⏎", with: "\n"), answer: String(lines[index + 1].trimmingPrefix("  ")))
    }
  }
}

@Test(
  arguments: [Mistakes.time, Mistakes.joining, Mistakes.picture, Mistakes.sources, Mistakes.recipe].flatMap(Mistake.all)
)
func aMistakeIsToldInWordsThatHelp(entry: Mistake) throws {
  let found = try mistake(in: entry.source)
  #expect("\(found.code.rawValue) \(found)" == entry.answer)
}
