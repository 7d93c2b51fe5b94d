import Graph

/// An override in a line of an ASS file, such as `\pos(320,40)`, with numbers that were checked.
struct ASSTag: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    /// Back to what the style says.
    case preset
    case number(Double)
    case numbers([Double])
    /// Blue, green and red, and alpha above them; 0 is opaque.
    case color(UInt32)
    case family(String)
    /// The place of a style in the file.
    case style(Int)
    case path(scale: Int, ASSPath)
    /// When, and how evenly; and to what.
    case tags([Double], [ASSTag])
  }

  var name: String
  var value: Value

  /// - Parameter style: What a style of the file is called.
  func text(naming style: (Int) -> String) -> String {
    switch value {
    case .preset: "\\\(name)"
    case .number(let number): "\\\(name)\(ASSTag.form(of: number))"
    case .numbers(let numbers): "\\\(name)(\(ASSTag.list(numbers)))"
    case .color(let color): "\\\(name)&H\(String(color, radix: 16, uppercase: true))&"
    case .family(let family): "\\\(name)\(family)"
    case .style(let index): "\\\(name)\(style(index))"
    // A path of nothing says so, or its scale would be taken for it.
    case .path(let scale, let path): "\\\(name)(\(scale),\(path.text.isEmpty ? "m" : path.text))"
    case .tags(let times, let tags):
      "\\\(name)(\(times.map { ASSTag.form(of: $0) + "," }.joined())\(tags.map { $0.text(naming: style) }.joined()))"
    }
  }

  private static func list(_ numbers: [Double]) -> String { numbers.map(form).joined(separator: ",") }

  /// To four decimals, which is more than libass tells apart.
  static func form(of number: Double) -> String { CanonicalJSON.form(of: (number * 1e4).rounded() / 1e4) }

  /// It without changes of the font's name; nil if it is one.
  var withoutFonts: ASSTag? {
    guard case .tags(let times, let tags) = value else { return name == "fn" ? nil : self }
    let rest = tags.compactMap(\.withoutFonts)
    return ASSTag(name: name, value: .tags(rest.isEmpty ? [] : times, rest))
  }

  /// It, and what is inside it.
  var all: [ASSTag] { if case .tags(_, let tags) = value { [self] + tags.flatMap(\.all) } else { [self] } }
}
