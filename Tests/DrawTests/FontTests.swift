import Draw
import Foundation
import Testing

@Suite struct FontTests {
  @Test func theDefaultFamiliesAreInstalledAndSilent() throws {
    let text = try typesetter().measure("Hello سلام 😀", TextStyle())
    #expect(text.warnings.isEmpty && text.missing.isEmpty)
    #expect(text.fonts.map(\.family) == ["Inter", "DejaVu Sans", "Noto Color Emoji"])
    let inter = try #require(text.fonts.first)
    #expect(inter.postScriptName == "Inter-Regular" && inter.style == "Regular" && inter.index == 0)
    #expect(inter.file.hasPrefix("/") && inter.file.contains("Inter"))
  }

  @Test func missingFamilyIsAWarningThatNamesIt() throws {
    let text = try typesetter().measure("Hello", TextStyle(families: ["Intre", "DejaVu Serif"]))
    #expect(
      text.warnings == [
        "font \"Intre\" is not installed; \"DejaVu Serif\" is used instead; did you mean \"Inter\"?"
      ])
    #expect(text.fonts.map(\.family) == ["DejaVu Serif"])
  }

  @Test func aFamilyThatIsOnlyThereInCaseIsNotMissed() throws {
    #expect(try typesetter().measure("Hello", TextStyle(families: ["Inter", "No Such Font"])).warnings.isEmpty)
  }

  @Test func genericFamiliesAreOurs() throws {
    func family(_ name: String) throws -> [String] {
      try typesetter().measure("Hello", TextStyle(families: [name])).fonts.map(\.family)
    }
    #expect(try family("sans-serif") == ["Inter"])
    #expect(try family("serif") == ["DejaVu Serif"])
    #expect(try family("monospace") == ["DejaVu Sans Mono"])
    #expect(try typesetter().measure("Hello", TextStyle(families: ["serif"])).warnings.isEmpty)
  }

  @Test func withoutFamiliesTextIsStillSet() throws {
    #expect(try typesetter().measure("Hello", TextStyle(families: [])).fonts.map(\.family) == ["Inter"])
  }

  @Test func missingGlyphsAreNamed() throws {
    // The last private-use character: no font has it.
    let text = try typesetter().measure("a\u{10FFFD}b\u{10FFFD}", TextStyle())
    #expect(text.missing == ["U+10FFFD \u{10FFFD}"])
    #expect(text.warnings.contains { $0.contains("U+10FFFD") })
  }

  @Test(arguments: [(100, "Inter-Thin"), (400, "Inter-Regular"), (700, "Inter-Bold"), (1000, "Inter-Black")])
  func weightChoosesTheFace(weight: Int, name: String) throws {
    #expect(try typesetter().measure("Hello", TextStyle(weight: weight)).fonts.map(\.postScriptName) == [name])
  }

  @Test func italicChoosesTheFace() throws {
    #expect(
      try typesetter().measure("Hello", TextStyle(weight: 700, italic: true)).fonts.map(\.postScriptName)
        == ["Inter-BoldItalic"])
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    #expect(throws: DrawError.unreadableFontFolder(path: "/no/such/folder")) {
      try FontLibrary(extraFolders: ["/no/such/folder"])
    }
  }

  @Test func aFontInAnExtraFolderIsTakenBeforeTheSystems() throws {
    let installed = try #require(
      typesetter().measure("Hello", TextStyle(families: ["DejaVu Sans"])).fonts.first?.file)
    // A fixed name, so that fontconfig's cache gets one entry and not one for each run.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise <font> & test")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: installed, toPath: folder.appendingPathComponent("a.ttf").path)
    let typesetter = try Typesetter(library: FontLibrary(extraFolders: [folder.path]))
    let text = try typesetter.measure("Hello", TextStyle(families: ["DejaVu Sans"]))
    #expect(text.fonts.map(\.file) == [folder.path + "/a.ttf"])
  }

  @Test func aFamilyWithoutItalicSaysSo() throws {
    let text = try typesetter().measure("Hello", TextStyle(families: ["Noto Color Emoji"], italic: true))
    #expect(text.warnings == ["font \"Noto Color Emoji\" has no italic; it stands upright"])
  }
}
