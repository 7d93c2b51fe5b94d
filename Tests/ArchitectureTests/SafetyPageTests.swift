import Foundation
import Testing

/// What docs/safety.md says is tried, is tried by a test of that name.
@Test func everyTestThatTheSafetyPageNamesIsThere() throws {
  let page = try Sources.text(of: "docs/safety.md")
  let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { $0.split(separator: "|") }
  let tests = try Sources.files(in: "Tests", ending: ".swift").map(Sources.text).joined()
  let names = rows.flatMap { $0.last?.split(separator: "`").filter { $0.allSatisfy(\.isLetter) } ?? [] }
  #expect(names.count > 30)
  for name in names { #expect(tests.contains("func \(name)("), "\(name)") }
}
