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
  }

  /// What draws the characters that the wanted font lacks.
  private static let fallbacks = ["Inter", "DejaVu Sans", "Noto Color Emoji"]
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

extension TextParameters {
  func text(_ name: String) -> String {
    guard case .text(let text)? = self[name] else { return "" }
    return text
  }

  fileprivate func number(_ name: String) -> Double? {
    guard case .number(let number)? = self[name] else { return nil }
    return number
  }

  fileprivate func color(_ name: String) -> TextStyle.Color? {
    guard case .color(let color)? = self[name] else { return nil }
    let bytes = color.bytes
    return TextStyle.Color(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes[3])
  }

  fileprivate func record(_ name: String) -> TextParameters? {
    guard case .record(let members)? = self[name] else { return nil }
    return members
  }
}
