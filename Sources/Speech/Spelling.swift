/// What an English voice reads for a character.
///
/// flite knows the letters and marks of ASCII. Marks that typographers use, and letters with accents, are read as the
/// nearest of those: `café` as `cafe`. All else is left to the author, who knows what is meant.
enum Spelling {
  /// Parts words.
  case space
  /// Letters, digits and marks of ASCII; a space in it parts a word in two.
  case letters(String)
  /// Says nothing, and is no fault: a soft hyphen.
  case nothing

  /// Nil for what cannot be said.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: self = .space
    // These two stand for words that flite does not say.
    case UInt32(UInt8(ascii: "<")), UInt32(UInt8(ascii: ">")): return nil
    case 0x21...0x7E: self = .letters(String(scalar))
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFE0E, 0xFEFF: self = .nothing
    // Accents that stand apart from their letters.
    case 0x300...0x36F: self = .nothing
    default:
      guard let letters = Self.nearest[scalar] else { return nil }
      self = .letters(letters)
    }
  }

  private static let nearest: [Unicode.Scalar: String] = {
    var nearest: [Unicode.Scalar: String] = [
      "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": ", ", "―": ", ", "…": "...", "−": "-", "⁄": "/", "•": ",", "·": ",",
      "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ß": "ss", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d",
    ]
    for (letter, variants) in variants {
      for variant in variants.unicodeScalars { nearest[variant] = letter }
    }
    return nearest
  }()

  private static let variants: [(String, String)] = [
    ("'", "‘’‚‛′"), ("\"", "“”„‟«»″"),
    ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăą"), ("C", "ÇĆĈĊČ"), ("c", "çćĉċč"), ("D", "ĎĐ"), ("d", "ďđ"),
    ("E", "ÈÉÊËĒĔĖĘĚ"), ("e", "èéêëēĕėęě"), ("G", "ĜĞĠĢ"), ("g", "ĝğġģ"), ("H", "ĤĦ"), ("h", "ĥħ"),
    ("I", "ÌÍÎÏĨĪĬĮİ"), ("i", "ìíîïĩīĭįı"), ("J", "Ĵ"), ("j", "ĵ"), ("K", "Ķ"), ("k", "ķ"), ("L", "ĹĻĽĿŁ"),
    ("l", "ĺļľŀł"), ("N", "ÑŃŅŇ"), ("n", "ñńņň"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("o", "òóôõöøōŏő"), ("R", "ŔŖŘ"), ("r", "ŕŗř"),
    ("S", "ŚŜŞŠȘ"), ("s", "śŝşšș"), ("T", "ŢŤŦȚ"), ("t", "ţťŧț"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("u", "ùúûüũūŭůűų"), ("W", "Ŵ"),
    ("w", "ŵ"), ("Y", "ÝŸŶ"), ("y", "ýÿŷ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
  ]
}
