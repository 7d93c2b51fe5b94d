import Foundation
import Reprise
import Testing

/// The pages under docs/reference come from the language's table. `REPRISE_BLESS=1` writes them anew.
struct ReferenceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/reference")
    .standardized

  @Test(arguments: LanguageReference.pages.map(\.name)) func pageIsCurrent(_ name: String) throws {
    let page = try #require(LanguageReference.pages.first { $0.name == name })
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["REPRISE_BLESS"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try page.text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == page.text,
      "run: REPRISE_BLESS=1 swift test --filter ReferenceTests")
  }
}
