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
    /// The system's folders, and others that come first; and what recipes bring along.
    case folders([String], MediaAccess)
    /// Files that a post pins, and no others; asked for when the first text is met. Those that are not installed here may be
    /// anybody's. Of some the recipe itself says that it brings them along.
    case pinned(MediaAccess, brought: Set<Digest>, @Sendable () -> [Digest: String])
  }

  private let source: Source
  private let made = Mutex<(any TextSetting)?>(nil)
  private let brought = BroughtTypesetters()
  /// Draws captions of ASS files, and the fonts that it may read.
  private let subtitler = Mutex<(files: Set<String>, setter: any SubtitleSetting)?>(nil)
  private let fonts = Mutex<[String: Digest]>([:])
  private let drawn = Drawings<TextPicture>(mostKept: 64)
  private let pieces = Drawings<TextPieces>(mostKept: 16)
  private let captions = Drawings<TextPicture>(mostKept: 16)

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
    case .folders(let folders, _): return try Typesetter(library: InstalledFonts.library(extraFolders: folders))
    case .pinned(let access, let brought, let pinned):
      let files = pinned()
      let fonts = files.sorted { $0.key < $1.key }.flatMap { digest, path in
        guard brought.contains(digest) else { return [FontFile(path)] }
        // The same font may be one that the post's author had installed, too.
        let twin = InstalledFonts.twin(of: digest, at: path).map { FontFile($0) }
        return [FontFile(path, name: BroughtFont.family(digest))] + (twin.map { [$0] } ?? [])
      }
      guard !files.allSatisfy({ InstalledFonts.twin(of: $0, at: $1) != nil }) else {
        return try Typesetter(library: FontLibrary(files: fonts))
      }
      return try access.typesetter(fonts: fonts)
    }
  }

  /// - Parameter files: The fonts that the text brings along.
  private func typesetter(for text: TextParameters, _ files: [Digest: String]) throws -> any TextSetting {
    let typesetter = try typesetter()
    guard case .folders(_, let access) = source, !files.isEmpty else { return typesetter }
    let others = try typesetter.measure(text.words, TextStyle(text)).fonts.map(\.file)
    return try brought.typesetter(files, and: Set(others), access)
  }

  /// - Parameter files: The fonts that the text brings along.
  func measure(_ parameters: TextParameters, _ files: [Digest: String]) throws(RecipeError) -> TextMeasure {
    do {
      let style = TextStyle(parameters)
      let text = try typesetter(for: parameters, files).measure(parameters.words, style)
      let size = Size(width: max(1, Int(text.width.rounded(.up))), height: max(1, Int(text.height.rounded(.up))))
      let pieces = Dictionary(uniqueKeysWithValues: text.pieces.map { ($0.rawValue, $1) })
      return TextMeasure(
        size: size, fonts: try text.fonts.map(digest), warnings: text.warnings, pieces: pieces,
        stretches: text.stretches.map { TextMeasure.Stretch($0, text.fonts) })
    } catch let error as RecipeError {
      throw error
    } catch let error as RepriseError {
      throw RecipeError(.asset, error.came, remedy: error.remedy)
    } catch let error as DrawError {
      throw RecipeError(error.isOfFont ? .asset : .outOfRange, "\(error)")
    } catch {
      throw RecipeError(.outOfRange, "\(error)")
    }
  }

  func draw(_ parameters: TextParameters, _ files: [Digest: String], scale: Double) throws -> TextPicture {
    try drawn.drawing(of: parameters, scale: scale) {
      TextPicture(try typesetter(for: parameters, files).draw(parameters.words, TextStyle(parameters), scale: scale))
    }
  }

  func pieces(
    _ parameters: TextParameters, _ files: [Digest: String], by piece: String, scale: Double
  ) throws -> TextPieces {
    try pieces.drawing(of: parameters, by: piece, scale: scale) {
      let kind = TextPiece(rawValue: piece) ?? .character
      return TextPieces(
        try typesetter(for: parameters, files).draw(parameters.words, TextStyle(parameters), by: kind, scale: scale))
    }
  }

  /// Captions of an ASS file, at an instant of their clock. What rests for a while is kept.
  func subtitles(_ node: Node, at time: Time, scale: Double) throws -> TextPicture {
    func drawn() throws -> TextPicture {
      let subtitles = try subtitles(node)
      let milliseconds = Int(time.flicks / (Time.flicksPerSecond / 1000))
      return TextPicture(try subtitler(for: subtitles).draw(subtitles, at: milliseconds, scale: scale))
    }
    guard node.changes != nil else { return try drawn() }
    return try captions.drawing(of: node.parameters, by: "\(time.flicks)", scale: scale, drawn)
  }

  private func subtitles(_ node: Node) throws -> Subtitles {
    let files = files
    let numbers = node.parameters.list("faces").compactMap(\.number)
    let faces = zip(node.parameters.list("fonts"), numbers).compactMap { font, face in
      font.digest.flatMap { files[$0] }.map { Subtitles.Face(file: $0, index: Int(face)) }
    }
    guard faces.count == numbers.count, let canvas = node.size else {
      throw RepriseError(.machine, code: "missingFont", came: "the fonts of captions are not at hand")
    }
    return Subtitles(script: node.text("script") ?? "", faces: faces, canvas: canvas)
  }

  /// A worker may read the fonts that are known when it starts, and makes room for one that knows more.
  private func subtitler(for subtitles: Subtitles) throws -> any SubtitleSetting {
    try subtitler.withLock { subtitler in
      if let known = subtitler, subtitles.faces.allSatisfy({ known.files.contains($0.file) }) { return known.setter }
      let files = Set(fonts.withLock(\.keys))
      let setter = try access.subtitler(reading: files)
      subtitler = (files, setter)
      return setter
    }
  }

  private var access: MediaAccess {
    switch source {
    case .folders(_, let access), .pinned(let access, _, _): access
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

extension DrawError {
  /// Whether a file is at fault, rather than a number.
  fileprivate var isOfFont: Bool {
    guard case .unusableFont = self else { return false }
    return true
  }
}

extension TextMeasure.Stretch {
  fileprivate init(_ stretch: TypesetText.Stretch, _ fonts: [FontUse]) {
    self.init(
      bytes: stretch.start..<stretch.end, font: stretch.font, face: fonts[stretch.font].index,
      isColored: stretch.isColored)
  }
}
