import Draw
import Graph
import MediaWorker
import Recipe
import Render
import Synchronization

/// Texts of nodes, measured and drawn; what was drawn is kept, since most texts show for many frames.
///
/// Fonts are looked for when the first text is met. Any thread may ask.
final class Typesetting: Sendable {
  /// Where fonts come from.
  enum Source: Sendable {
    /// The system's folders, and others that come first.
    case folders([String])
    /// Files that a post pins, and no others; asked for when the first text is met. Those that are not installed here may be
    /// anybody's.
    case pinned(MediaAccess, @Sendable () -> [Digest: String])
  }

  private let source: Source
  private let made = Mutex<(any TextSetting)?>(nil)
  private let fonts = Mutex<[String: Digest]>([:])
  private let drawn = Drawings<TextPicture>(mostKept: 64)
  private let pieces = Drawings<TextPieces>(mostKept: 16)

  /// Which libraries shape and draw, to the version.
  static var libraries: String { Typesetter.libraries }

  init(_ source: Source) {
    self.source = source
  }

  private func typesetter() throws -> any TextSetting {
    try made.withLock { made in
      if let made { return made }
      let typesetter = try makeTypesetter()
      made = typesetter
      return typesetter
    }
  }

  private func makeTypesetter() throws -> any TextSetting {
    switch source {
    case .folders(let folders): return try Typesetter(library: InstalledFonts.library(extraFolders: folders))
    case .pinned(let access, let pinned):
      let files = pinned()
      guard let nursery = access.nursery, !InstalledFonts.include(files) else {
        return try Typesetter(library: FontLibrary(files: Array(files.values)))
      }
      return try ConfinedTypesetter(
        fonts: Array(files.values), nursery: nursery, limits: access.limits, required: access.required)
    }
  }

  func measure(_ parameters: TextParameters) throws(RecipeError) -> TextMeasure {
    do {
      let style = TextStyle(parameters)
      let text = try typesetter().measure(parameters.words, style)
      let size = Size(width: max(1, Int(text.width.rounded(.up))), height: max(1, Int(text.height.rounded(.up))))
      let pieces = Dictionary(uniqueKeysWithValues: text.pieces.map { ($0.rawValue, $1) })
      return TextMeasure(size: size, fonts: try text.fonts.map(digest), warnings: text.warnings, pieces: pieces)
    } catch let error as RepriseError {
      throw RecipeError(.asset, error.came, remedy: error.remedy)
    } catch {
      throw RecipeError(.outOfRange, "\(error)")
    }
  }

  func draw(_ parameters: TextParameters, scale: Double) throws -> TextPicture {
    try drawn.drawing(of: parameters, scale: scale) {
      TextPicture(try typesetter().draw(parameters.words, TextStyle(parameters), scale: scale))
    }
  }

  func pieces(_ parameters: TextParameters, by piece: String, scale: Double) throws -> TextPieces {
    try pieces.drawing(of: parameters, by: piece, scale: scale) {
      let kind = TextPiece(rawValue: piece) ?? .character
      return TextPieces(try typesetter().draw(parameters.words, TextStyle(parameters), by: kind, scale: scale))
    }
  }

  /// Where the fonts that were used lie, by digest.
  var files: [Digest: String] {
    fonts.withLock { Dictionary($0.map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) }
  }

  private func digest(of font: FontUse) throws -> Digest {
    if let known = fonts.withLock({ $0[font.file] }) { return known }
    let digest = try InstalledFonts.digest(of: font.file)
    fonts.withLock { $0[font.file] = digest }
    return digest
  }
}
