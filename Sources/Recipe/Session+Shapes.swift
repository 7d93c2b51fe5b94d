import Graph
import Media
import Worker

extension Session {
  /// Answers a word that makes a shape.
  func shape(_ word: Word, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let data = arguments.text("data") ?? Session.outline(of: word.name, arguments).data
    try chain.tally.add(.outlining(data))
    let path = try Session.path(data)
    let stroke = Session.stroke(of: word.name, arguments)
    try Session.check(path, stroke)
    var parameters: [String: Setting] = ["path": .text(data), "stroke": stroke]
      .compactMapValues { $0 }
    if word.name != "line" { parameters["fill"] = arguments.values["fill"] }
    if arguments.text("rule") == "evenodd" { parameters["rule"] = .text("evenodd") }
    return try add(
      Draft(
        kind: .shape, parameters: parameters, duration: nil, picture: .pixels(try Session.size(of: path)),
        hasSound: false, place: place))
  }

  private static func outline(of word: String, _ arguments: Arguments) -> ShapeOutline {
    func number(_ name: String) -> Double { arguments.number(name) ?? 0 }
    switch word {
    case "rectangle":
      return .rectangle(width: number("width"), height: number("height"), radius: number("radius"))
    case "circle": return .ellipse(width: 2 * number("radius"), height: 2 * number("radius"))
    case "ellipse": return .ellipse(width: number("width"), height: number("height"))
    case "star": return .star(points: Int(number("points")), radius: number("radius"), inner: number("inner"))
    default: return .polygon(arguments.points("points"), isClosed: word != "line")
    }
  }

  private static func path(_ data: String) throws(RecipeError) -> Path {
    var reader = PathReader(data)
    do {
      return try reader.read()
    } catch {
      throw RecipeError(.wrongType, "at character \(error.position) of the path, \(error.problem)")
    }
  }

  /// A line says what it is drawn with as its own.
  private static func stroke(of word: String, _ arguments: Arguments) -> Setting? {
    guard word == "line" else { return arguments.values["stroke"] }
    return .record(arguments.values.filter { $0.key != "points" })
  }

  private static func size(of path: Path) throws(RecipeError) -> Size {
    guard let box = path.box, path.reach > 0 else {
      throw RecipeError(.outOfRange, "the path leads nowhere", remedy: "begin it with M and go on with L, C or A")
    }
    let size = Size(width: Int(box.width), height: Int(box.height))
    guard max(size.width, size.height) <= 16_384 else {
      throw RecipeError(
        .outOfRange, "the shape is \(size.width) × \(size.height) px large", remedy: "use at most 16384 px a side")
    }
    return size
  }

  /// Refuses dashes that are nothing, or so many that drawing them takes for ever.
  private static func check(_ path: Path, _ stroke: Setting?) throws(RecipeError) {
    guard let dashes = stroke?.record?["dash"]?.list else { return }
    let round = dashes.compactMap(\.number).reduce(0, +)
    guard round > 0, path.reach / round <= 20_000 else {
      throw RecipeError(
        .outOfRange, "the dashes are \(CanonicalJSON.form(of: round)) px together", remedy: "make them longer")
    }
  }
}
