import Graph

/// How events look until they say otherwise.
struct ASSStyle: Hashable, Sendable {
  var name: String
  var family: String
  /// Numbers by the names of their fields; colours are blue, green and red, and alpha above them.
  private var values: [String: Double] = [:]

  private enum Kind {
    case number(ClosedRange<Double>)
    case flag
    case color
  }

  /// What a style has besides its name and its font, in the order in which it is written, and what it is if a file does not
  /// say it.
  private static let fields: [(name: String, kind: Kind, preset: Double)] = [
    ("Fontsize", .number(0...10_000), 18), ("PrimaryColour", .color, 0xFFFFFF), ("SecondaryColour", .color, 0xFFFF00),
    ("OutlineColour", .color, 0), ("BackColour", .color, 0x8000_0000), ("Bold", .flag, 0), ("Italic", .flag, 0),
    ("Underline", .flag, 0), ("StrikeOut", .flag, 0), ("ScaleX", .number(0...100_000), 100),
    ("ScaleY", .number(0...100_000), 100), ("Spacing", .number(-10_000...10_000), 0),
    ("Angle", .number(-1e6...1e6), 0), ("BorderStyle", .number(1...4), 1), ("Outline", .number(0...1000), 2),
    ("Shadow", .number(0...1000), 3), ("Alignment", .number(1...9), 2), ("MarginL", .number(0...16_384), 20),
    ("MarginR", .number(0...16_384), 20), ("MarginV", .number(0...16_384), 20), ("Encoding", .number(-1...255), 1),
  ]

  /// What players take where a file has none.
  static let preset = ASSStyle(["Name": "Default", "Fontname": "Arial"], isOld: false)

  /// - Parameters:
  ///   - given: By the names of the format, in lowercase.
  ///   - isOld: Whether it is written as SSA had it, before ASS.
  init(_ given: [String: Substring], isOld: Bool) {
    func text(_ name: String) -> String? { (given[name] ?? given[name.lowercased()]).map(String.init) }
    name = String((text("Name") ?? "Default").drop { $0 == "*" })
    family = text("Fontname") ?? "Arial"
    for field in Self.fields {
      values[field.name] =
        text(field.name).map { Self.value($0[...].unicodeScalars, field.kind) ?? field.preset } ?? field.preset
    }
    guard isOld else { return }
    values["OutlineColour"] = values["BackColour"]
    values["Alignment"] = Self.modern(
      Int(text("Alignment").flatMap { ASSNumber.first(in: $0[...].unicodeScalars) } ?? 2))
  }

  private static func value(_ text: Substring.UnicodeScalarView, _ kind: Kind) -> Double? {
    switch kind {
    case .number(let range): ASSNumber.first(in: text).map { min(max($0, range.lowerBound), range.upperBound) }
    case .flag: ASSNumber.first(in: text).map { $0 == 0 ? 0 : -1 }
    case .color: Double(ASSNumber.styleColor(in: text))
    }
  }

  /// SSA counts the lower three from 1, the upper from 5 and those in the middle from 9.
  private static func modern(_ alignment: Int) -> Double {
    let (column, row) = (max(1, alignment & 3), alignment & 4 != 0 ? 6 : alignment & 8 != 0 ? 3 : 0)
    return Double(column + row)
  }

  subscript(_ field: String) -> Double { values[field] ?? 0 }

  /// The line of formats that `line` fits.
  static let format = "Format: Name, Fontname, " + fields.map(\.name).joined(separator: ", ")

  /// - Parameters:
  ///   - name: What it is called there.
  ///   - font: The name of its font.
  func line(named name: String, font: String) -> String {
    let numbers = Self.fields.map { field in
      guard case .color = field.kind else { return ASSTag.form(of: self[field.name]) }
      let digits = String(UInt32(self[field.name]), radix: 16, uppercase: true)
      return "&H" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return "Style: \(name),\(font)," + numbers.joined(separator: ",")
  }
}
