import Graph

/// What tags have said of the words that follow, as far as it chooses their font and how large they may grow.
struct ASSLook: Hashable, Sendable {
  var family: String
  var weight: Int
  var isItalic: Bool
  /// Whether letters stand upright in lines that are turned.
  var isVertical: Bool
  var size: Double
  var scaleX: Double
  var scaleY: Double
  /// How far outline and blur reach.
  var border: Double
  /// 0 for words, otherwise how finely drawings are measured.
  var drawing = 0.0

  init(_ style: ASSStyle) {
    (family, isVertical) = ASSLook.upright(style.family)
    weight = style["Bold"] == 0 ? 400 : 700
    isItalic = style["Italic"] != 0
    (size, scaleX, scaleY) = (style["Fontsize"], style["ScaleX"] / 100, style["ScaleY"] / 100)
    border = style["Outline"] + style["Shadow"]
  }

  /// A family that begins with `@` is the one behind it, for lines that run downwards.
  private static func upright(_ family: String) -> (String, Bool) {
    let name = family.drop { $0 == "@" }
    return (String(name), name.count < family.count)
  }

  /// - Parameter style: What `\r` and tags without a number go back to.
  mutating func obey(_ tag: ASSTag, _ style: ASSStyle) {
    lazy var preset = ASSLook(style)
    let number: Double? = if case .number(let number) = tag.value { number } else { nil }
    switch tag.name {
    case "fn":
      guard case .family(let name) = tag.value else { return (family, isVertical) = (preset.family, preset.isVertical) }
      (family, isVertical) = ASSLook.upright(name)
    case "b": weight = ASSLook.weight(number) ?? preset.weight
    case "i": isItalic = number.map { $0 != 0 } ?? preset.isItalic
    // Sizes that change with time count with the largest.
    case "fs": size = number.map { $0 > 0 ? $0 : preset.size } ?? preset.size
    case "fs+": size *= 1 + (number ?? 0) / 10
    case "fs-": size = max(0, size * (1 - (number ?? 0) / 10))
    case "fscx": scaleX = number.map { $0 / 100 } ?? preset.scaleX
    case "fscy": scaleY = number.map { $0 / 100 } ?? preset.scaleY
    case "fsc": (scaleX, scaleY) = (preset.scaleX, preset.scaleY)
    case "bord", "xbord", "ybord", "shad", "blur": border = max(border, number ?? 0)
    case "p": drawing = (number ?? 0).rounded(.towardZero)
    case "r": (self, drawing) = (preset, drawing)
    case "t": if case .tags(_, let tags) = tag.value { grow(tags, style) }
    default: break
    }
  }

  /// What `\t` leads to: fonts at once, sizes at the most.
  private mutating func grow(_ tags: [ASSTag], _ style: ASSStyle) {
    let now = self
    for tag in tags { obey(tag, style) }
    (size, scaleX, scaleY) = (max(size, now.size), max(scaleX, now.scaleX), max(scaleY, now.scaleY))
  }

  private static func weight(_ number: Double?) -> Int? {
    switch number {
    case 0: 400
    case 1: 700
    case .some(100...): number.map { Int($0) }
    default: nil
    }
  }

  /// Pixels that words and drawings may cover, of the script's own.
  func area(letters: Int) -> Double { Double(letters) * (size * scaleX + 2 * border) * (size * scaleY + 2 * border) }

  func area(of path: ASSPath) -> Double {
    let unit = 1 / Double(1 << max(0, Int(drawing) - 1))
    return (path.width * unit * scaleX + 2 * border) * (path.height * unit * scaleY + 2 * border)
  }
}
