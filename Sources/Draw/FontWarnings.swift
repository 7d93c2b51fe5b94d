import CPango

/// What a person should know about families that a style names and that are not installed.
struct FontWarnings {
  let texts: [String]

  /// Families after the first that is installed are only there in case, and are not missed.
  init(_ style: TextStyle, _ font: PrimaryFont, _ library: FontLibrary) {
    let used = font.pattern.strings(FC_FAMILY)
    let found = Set(used.map(Self.folded))
    let passed = style.families.prefix { !found.contains(Self.folded($0)) && !Self.isGeneric($0) }
    guard !passed.isEmpty else {
      texts = []
      return
    }
    let installed = library.families
    let names = Set(installed.map(Self.folded))
    texts = passed.filter { !names.contains(Self.folded($0)) }.map { name in
      let near = name.nearestName(among: installed).map { "; did you mean \"\($0)\"?" } ?? ""
      return "font \"\(name)\" is not installed; \"\(used.first ?? "another")\" is used instead\(near)"
    }
  }

  /// As fontconfig compares names: without case and spaces.
  private static func folded(_ family: String) -> String {
    String(family.lowercased().filter { !$0.isWhitespace })
  }

  private static func isGeneric(_ family: String) -> Bool {
    FontConfiguration.genericFamilies.keys.contains(folded(family))
  }
}
