/// Short names for posts, from file names.
enum Slug {
  /// `My film.lua` becomes `my-film`: lower-case letters, digits and dashes.
  static func made(from name: String) -> String {
    let stem = name.hasSuffix(".lua") ? String(name.dropLast(4)) : name
    let letters = stem.lowercased().prefix { $0 != "@" }.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let slug = letters.split(separator: "-").map { String($0) }.joined(separator: "-").prefix(60)
    return slug.isEmpty ? "post" : String(slug)
  }

  /// `my-film` becomes `My film`.
  static func title(of slug: String) -> String {
    let words = slug.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
