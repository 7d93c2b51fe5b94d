import Graph

/// Reads the tags between two braces the way libass does; what it does not know is left out.
struct ASSTagReader {
  typealias Scalars = Substring.UnicodeScalarView

  private(set) var tags: [ASSTag] = []
  private let styles: [String: Int]
  private let depth: Int

  /// - Parameter styles: Places of styles in the file, by name.
  init(_ block: Scalars, styles: [String: Int], depth: Int = 0) {
    (self.styles, self.depth) = (styles, depth)
    var rest = block
    while let slash = rest.firstIndex(of: "\\") {
      rest = rest[slash...].dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "(" && $0 != "\\" }
      rest = rest[name.endIndex...]
      let arguments = rest.first == "(" ? Self.arguments(&rest) : []
      if !name.isEmpty, let tag = tag(name, arguments) { tags.append(tag) }
    }
  }

  /// What stands in brackets, by commas; from a backslash on, all up to the first that closes.
  private static func arguments(_ rest: inout Scalars) -> [Scalars] {
    var found: [Scalars] = []
    rest = rest.dropFirst()
    while found.count < 8 {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      var end = rest.firstIndex { $0 == "," || $0 == "\\" || $0 == ")" } ?? rest.endIndex
      let isListed = end < rest.endIndex && rest[end] == ","
      if !isListed { end = rest[end...].firstIndex(of: ")") ?? rest.endIndex }
      // What is empty does not count.
      if rest.startIndex < end { found.append(rest[..<end]) }
      rest = rest[end...].dropFirst()
      guard isListed else { return found }
    }
    return found
  }

  private func tag(_ name: Scalars, _ arguments: [Scalars]) -> ASSTag? {
    guard let known = ASSTagSyntax.all.first(where: { name.starts(with: $0.name.unicodeScalars) }) else { return nil }
    let rest = name.dropFirst(known.name.unicodeScalars.count)
    let value = value(known.syntax, arguments.first ?? rest, arguments)
    return value.map { ASSTag(name: known.name == "c" ? "1c" : known.name, value: $0) }
  }

  /// - Parameter text: What is behind the name, or first in brackets.
  private func value(_ syntax: ASSTagSyntax, _ text: Scalars, _ arguments: [Scalars]) -> ASSTag.Value? {
    switch syntax {
    case .nothing: return .preset
    case .number(let range): return ASSNumber.first(in: text).map { .number($0.held(to: range)) } ?? .preset
    case .whole(let range):
      let number = ASSNumber.first(in: text)?.rounded(.towardZero)
      return number.flatMap { range.contains($0) ? .number($0) : nil } ?? .preset
    case .color: return ASSNumber.color(in: text).map(ASSTag.Value.color) ?? .preset
    case .family:
      let name = String(Substring(text).trimmingBlanks)
      return name.isEmpty || name == "0" ? .preset : .family(name)
    case .style: return styles[String(Substring(text).trimmingBlanks)].map(ASSTag.Value.style) ?? .preset
    case .numbers(let counts, let range):
      guard counts.contains(arguments.count) else { return nil }
      return .numbers(arguments.map { (ASSNumber.first(in: $0) ?? 0).held(to: range) })
    case .clip: return clip(arguments)
    case .tags: return transform(arguments)
    }
  }

  private func clip(_ arguments: [Scalars]) -> ASSTag.Value? {
    switch arguments.count {
    case 4: return .numbers(arguments.map { (ASSNumber.first(in: $0) ?? 0).rounded(.towardZero).held(to: -1e5...1e5) })
    case 1: return .path(scale: 1, ASSPath(arguments[0]))
    case 2:
      let scale = Int((ASSNumber.first(in: arguments[0]) ?? 1).held(to: 1...16))
      return .path(scale: scale, ASSPath(arguments[1]))
    default: return nil
    }
  }

  private func transform(_ arguments: [Scalars]) -> ASSTag.Value? {
    guard arguments.count <= 4, depth < ASSLimits.nesting else { return nil }
    let times = arguments.dropLast().map { (ASSNumber.first(in: $0) ?? 0).held(to: -1e8...1e8) }
    let inner = arguments.last.map { ASSTagReader($0, styles: styles, depth: depth + 1).tags } ?? []
    // Even without tags it says that the caption is not to be moved out of others' way.
    return .tags(inner.isEmpty ? [] : times, inner)
  }
}

extension Double {
  fileprivate func held(to range: ClosedRange<Double>) -> Double { min(max(self, range.lowerBound), range.upperBound) }
}
