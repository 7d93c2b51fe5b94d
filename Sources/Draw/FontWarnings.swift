import CPango

/// What a person should know about fonts that a style asks for and does not get.
struct FontWarnings {
  let texts: [String]

  init(_ style: TextStyle, _ font: PrimaryFont, _ library: FontLibrary) {
    texts = Self.missingFamilies(style, font, library) + Self.missingItalic(style, font)
  }

  /// Families after the first that is installed are only there in case, and are not missed.
  private static func missingFamilies(_ style: TextStyle, _ font: PrimaryFont, _ library: FontLibrary) -> [String] {
    let used = Set(font.pattern.strings(FC_FAMILY).map(folded))
    let passed = style.families.prefix { !used.contains(folded($0)) && !isGeneric($0) }
    guard !passed.isEmpty else { return [] }
    let families = library.families
    let installed = Set(families.map(folded))
    return passed.filter { !installed.contains(folded($0)) }.map { name in
      let near = name.nearestName(among: families).map { "; did you mean \"\($0)\"?" } ?? ""
      return "font \"\(name)\" is not installed; \"\(font.family)\" is used instead\(near)"
    }
  }

  private static func missingItalic(_ style: TextStyle, _ font: PrimaryFont) -> [String] {
    guard style.italic, font.pattern.integer(FC_SLANT) == Int(FC_SLANT_ROMAN) else { return [] }
    return ["font \"\(font.family)\" has no italic; it stands upright"]
  }

  /// As fontconfig compares names: without case and spaces.
  private static func folded(_ family: String) -> String {
    String(family.lowercased().filter { !$0.isWhitespace })
  }

  private static func isGeneric(_ family: String) -> Bool {
    FontConfiguration.genericFamilies.keys.contains(folded(family))
  }
}
