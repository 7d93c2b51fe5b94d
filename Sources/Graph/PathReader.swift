package import Media

/// Reads SVG path data (SVG 2, section 9.3): all its commands, relative ones too, and its short forms of numbers.
///
/// Quadratic curves become cubic ones, and arcs cubic curves of at most a quarter each.
package struct PathReader {
  /// Why some text is no path.
  package struct Mistake: Error, Hashable, Sendable {
    /// Which byte of the text it is, from 1.
    package let position: Int
    /// What is wrong, as a clause: `an arc's flag is neither 0 nor 1`.
    package let problem: String
  }

  /// So many elements a path may have.
  package static let longest = 20_000

  let text: [UInt8]
  var position = 0
  private var path = Path()
  /// Where the figure began, and where the pen is.
  private var (start, pen) = (Path.Point(0, 0), Path.Point(0, 0))
  /// What the last curve bent towards, which `S` and `T` mirror.
  private var lead: (point: Path.Point, of: Lead)?

  private enum Lead { case cubic, quadratic }

  package init(_ text: String) { self.text = Array(text.utf8) }

  /// Goes through the text once.
  package mutating func read() throws(Mistake) -> Path {
    skipBlanks()
    while position < text.count {
      let command = text[position]
      guard !path.elements.isEmpty || command | 0x20 == UInt8(ascii: "m") else {
        throw mistake("a path begins with M")
      }
      position += 1
      try obey(command)
      skipBlanks()
    }
    return path
  }

  /// A command, and again for as long as numbers follow it.
  private mutating func obey(_ letter: UInt8) throws(Mistake) {
    var letter = letter
    repeat {
      guard path.elements.count < PathReader.longest else {
        throw mistake("it has more than \(PathReader.longest) elements")
      }
      let known = path.elements.count
      try draw(Unicode.Scalar(letter & 0xDF), from: letter & 0x20 == 0 ? Path.Point(0, 0) : pen)
      // Relative moves add up, and the radii of an arc grow until they reach.
      guard path.elements[known...].allSatisfy({ $0.lies(within: PathReader.farthest) }) else {
        throw mistake("it leads farther than \(CanonicalJSON.form(of: PathReader.farthest)) from the origin")
      }
      guard letter & 0xDF != UInt8(ascii: "Z") else { return }
      // More points after a move are lines.
      if letter & 0xDF == UInt8(ascii: "M") { letter -= 1 }
    } while nextIsNumber
  }

  private mutating func draw(_ command: Unicode.Scalar, from origin: Path.Point) throws(Mistake) {
    switch command {
    case "M": move(try point(from: origin))
    case "L": line(try point(from: origin))
    case "H": line(Path.Point(try number() + origin.x, pen.y))
    case "V": line(Path.Point(pen.x, try number() + origin.y))
    case "C": curve(try point(from: origin), try point(from: origin), try point(from: origin))
    case "S": curve(mirrored(.cubic), try point(from: origin), try point(from: origin))
    case "Q": quadratic(try point(from: origin), try point(from: origin))
    case "T": quadratic(mirrored(.quadratic), try point(from: origin))
    case "A": try arc(from: origin)
    case "Z":
      path.elements.append(.close)
      (pen, lead) = (start, nil)
    default:
      position -= 1
      throw mistake("there is no command \"\(command)\"")
    }
  }

  private mutating func move(_ end: Path.Point) {
    path.elements.append(.move(end))
    (start, pen, lead) = (end, end, nil)
  }

  private mutating func line(_ end: Path.Point) {
    path.elements.append(.line(end))
    (pen, lead) = (end, nil)
  }

  private mutating func curve(_ a: Path.Point, _ b: Path.Point, _ end: Path.Point) {
    path.elements.append(.curve(a, b, end))
    (pen, lead) = (end, (b, .cubic))
  }

  private mutating func quadratic(_ bend: Path.Point, _ end: Path.Point) {
    path.elements.append(.curve(pen + (bend - pen) * (2.0 / 3), end + (bend - end) * (2.0 / 3), end))
    (pen, lead) = (end, (bend, .quadratic))
  }

  private mutating func arc(from origin: Path.Point) throws(Mistake) {
    let (width, height, degrees) = (try number(), try number(), try number())
    let (isLarge, isClockwise) = (try flag(), try flag())
    let end = try point(from: origin)
    let arc = Arc(pen, end, radii: Path.Point(abs(width), abs(height)), degrees, isLarge, isClockwise)
    path.elements += arc.elements
    (pen, lead) = (end, nil)
  }

  /// What the last curve of that sort bent towards, seen from the other side of the pen.
  private func mirrored(_ sort: Lead) -> Path.Point {
    guard let lead, lead.of == sort else { return pen }
    return pen + (pen - lead.point)
  }
}

extension Path.Element {
  /// Whether no coordinate is farther from the origin; what is no number is nowhere.
  fileprivate func lies(within reach: Double) -> Bool {
    let points =
      switch self {
      case .move(let end), .line(let end): [end]
      case .curve(let a, let b, let end): [a, b, end]
      case .close: [Path.Point]()
      }
    return points.allSatisfy { abs($0.x) <= reach && abs($0.y) <= reach }
  }
}
