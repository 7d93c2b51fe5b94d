import Graph

/// Reads the text of an event into pieces: words, tags and drawings.
struct ASSTextReader {
  typealias Scalars = Substring.UnicodeScalarView

  private(set) var pieces: [ASSEvent.Piece] = []
  private(set) var tagCount = 0
  private(set) var coordinates = 0
  private(set) var area = 0.0
  private let styles: [ASSStyle]
  private let names: [String: Int]
  /// What `\r` goes back to, and what that is now.
  private var style: ASSStyle
  private var look: ASSLook

  /// - Parameters:
  ///   - names: Places of styles, by name.
  ///   - own: That of the event.
  init(_ text: Scalars, _ styles: [ASSStyle], _ names: [String: Int], own: Int) {
    (self.styles, self.names, style, look) = (styles, names, styles[own], ASSLook(styles[own]))
    var rest = text
    // A brace that is never closed is a letter.
    let lastClose = text.lastIndex(of: "}") ?? text.startIndex
    while let next = rest.first {
      if next == "{", rest.startIndex < lastClose, let end = rest.firstIndex(of: "}") {
        obey(rest[..<end].dropFirst(), own: styles[own])
        rest = rest[end...].dropFirst()
      } else if look.drawing > 0 {
        let brace = rest.firstIndex(of: "{").flatMap { $0 < lastClose ? $0 : nil }
        let end = brace ?? rest.endIndex
        draw(ASSPath(rest[..<end]))
        rest = rest[end...]
      } else {
        say(Self.words(&rest, before: lastClose))
      }
    }
  }

  private mutating func obey(_ block: Scalars, own: ASSStyle) {
    let tags = ASSTagReader(block, styles: names).tags
    guard !tags.isEmpty else { return }
    for tag in tags {
      for inner in tag.all where inner.name == "r" {
        style = if case .style(let index) = inner.value { styles[index] } else { own }
      }
      look.obey(tag, style)
      for case .path(let scale, let path) in tag.all.map(\.value) {
        coordinates += path.coordinates
        area += path.width * path.height / Double(1 << (2 * (scale - 1)))
      }
    }
    tagCount += tags.reduce(0) { $0 + $1.all.count }
    if case .tags(let before) = pieces.last {
      pieces[pieces.count - 1] = .tags(before + tags)
    } else {
      pieces.append(.tags(tags))
    }
  }

  private mutating func draw(_ path: ASSPath) {
    coordinates += path.coordinates
    area += look.area(of: path)
    if !path.text.isEmpty { pieces.append(.path(path)) }
  }

  private mutating func say(_ words: String) {
    area += look.area(letters: words.unicodeScalars.count)
    if case .words(let before, look) = pieces.last {
      pieces[pieces.count - 1] = .words(before + words, look)
    } else if !words.isEmpty {
      pieces.append(.words(words, look))
    }
  }

  /// Letters up to the next brace that may open tags, without what no player shows.
  private static func words(_ rest: inout Scalars, before lastClose: Scalars.Index) -> String {
    var words = String.UnicodeScalarView()
    repeat {
      let scalar = rest.removeFirst()
      if scalar == "\\", let next = rest.first, let meant = escapes[next] {
        rest.removeFirst()
        words.append(meant)
      } else if scalar == "\t" {
        words.append(" ")
      } else if scalar.value >= 0x20, scalar.value != 0x7F {
        words.append(scalar)
      }
    } while rest.first.map { $0 != "{" || rest.startIndex >= lastClose } == true
    return String(words)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "N": "\n", "n": "\u{B}", "h": "\u{A0}", "{": "{", "}": "}",
  ]
}
