/// A font that a recipe brings along. The recipe names a file beside it, `font = "Brand.otf"`; a graph names what is in the file.
package enum BroughtFont {
  /// The most bytes of such a file.
  package static let limit = 64 << 20

  /// Whether a recipe means a file, and not a family.
  package static func isFile(_ name: String) -> Bool {
    ["ttf", "otf", "ttc"].contains { name.lowercased().hasSuffix("." + $0) }
  }

  /// The family that the font is in a graph.
  package static func family(_ digest: Digest) -> String { "sha256:\(digest)" }

  fileprivate static func digest(in family: String) -> Digest? {
    family.hasPrefix("sha256:") ? Digest(hexadecimal: family.dropFirst(7)) : nil
  }
}

/// The parameters of a text.
extension [String: Setting] {
  /// The families that a text and its runs ask for, the text's own first.
  package var families: [String] {
    ([.record(self)] + (self["text"]?.list ?? [])).compactMap { $0.record?["font"]?.text }
  }

  /// The fonts among them that were brought along.
  package var broughtFonts: Set<Digest> { Set(families.compactMap(BroughtFont.digest)) }

  /// With other names for the families.
  package func renamingFamilies(_ names: [String: String]) -> Self {
    guard !names.isEmpty else { return self }
    var text = renamingFamily(names)
    if case .list(let runs) = text["text"] {
      text["text"] = .list(runs.map { run in run.record.map { .record($0.renamingFamily(names)) } ?? run })
    }
    return text
  }

  private func renamingFamily(_ names: [String: String]) -> Self {
    guard let name = self["font"]?.text.flatMap({ names[$0] }) else { return self }
    return merging(["font": .text(name)]) { $1 }
  }
}
