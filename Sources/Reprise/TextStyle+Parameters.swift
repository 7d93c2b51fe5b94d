import Draw
import Graph
import Recipe

extension TextStyle {
  /// The style that a `text` node asks for.
  init(_ parameters: TextParameters) {
    let size = parameters.number("size") ?? 96
    self.init(
      families: [parameters.text("font")] + TextStyle.fallbacks, size: size,
      weight: Int(parameters.number("weight") ?? 600), italic: parameters["italic"] == .flag(true),
      color: parameters.color("color") ?? .white,
      alignment: Alignment(rawValue: parameters.text("align")) ?? .center,
      lineSpacing: parameters.number("spacing") ?? 1.2,
      letterSpacing: parameters.number("tracking") ?? 0, wrapWidth: parameters.number("width"),
      outline: parameters.record("outline").map {
        Outline(width: $0.number("width") ?? 6, color: $0.color("color") ?? .black)
      },
      shadow: parameters.record("shadow").map(Shadow.init(parameters:)),
      background: parameters.record("background").map(Background.init(parameters:)))
    isVertical = parameters.text("direction") == "vertical"
    runs = TextStyle.runs(parameters)
  }

  /// The runs of a text that has any, by the bytes of what it says.
  private static func runs(_ parameters: TextParameters) -> [Run] {
    var (runs, start) = ([Run](), 0)
    for setting in parameters.list("text") {
      let end = start + setting.words.utf8.count
      if case .record(let own) = setting, end > start { runs.append(Run(own, start..<end)) }
      start = end
    }
    return runs
  }

  /// What draws the characters that the wanted font lacks.
  fileprivate static let fallbacks = ["Inter", "DejaVu Sans", "Noto Color Emoji"]
}

extension TextStyle.Run {
  fileprivate init(_ own: TextParameters, _ bytes: Range<Int>) {
    self.init(
      start: bytes.lowerBound, end: bytes.upperBound,
      families: own["font"].map { _ in [own.text("font")] + TextStyle.fallbacks }, size: own.number("size"),
      weight: own.number("weight").map { Int($0) }, italic: own["italic"].map { $0 == .flag(true) },
      color: own.color("color"), letterSpacing: own.number("tracking"))
  }
}

extension TextParameters {
  /// What a text says, all its runs together.
  var words: String { self["text"]?.words ?? "" }
}

extension Setting {
  /// NUL would end a text for Pango; HTML shows it as the replacement character, too.
  fileprivate var words: String {
    switch self {
    case .text(let text): text.unicodeScalars.contains("\0") ? text.replacing("\0", with: "\u{FFFD}") : text
    case .list(let runs): runs.map(\.words).joined()
    case .record(let members): members["text"]?.words ?? ""
    default: ""
    }
  }
}

extension TextStyle.Shadow {
  fileprivate init(parameters: TextParameters) {
    self.init(
      dx: parameters.number("x") ?? 0, dy: parameters.number("y") ?? 4, blur: parameters.number("blur") ?? 12,
      color: parameters.color("color") ?? .black)
  }
}

extension TextStyle.Background {
  fileprivate init(parameters: TextParameters) {
    self.init(
      color: parameters.color("color") ?? .black, padding: parameters.number("padding") ?? 24,
      radius: parameters.number("radius") ?? 16)
  }
}
