/// Something that an ASS file shows for a while.
struct ASSEvent: Hashable, Sendable {
  /// What stands in its text.
  enum Piece: Hashable, Sendable {
    /// `\n` is a line's end, and a vertical tab one where lines are broken by hand alone.
    case words(String, ASSLook)
    case tags([ASSTag])
    case path(ASSPath)
  }

  /// In hundredths of a second, as files count.
  var start: Int
  var end: Int
  var layer: Int
  /// Its style's place in the file.
  var style: Int
  /// Left, right and vertical; 0 leaves it to the style.
  var margins: [Int]
  /// A banner or a scroll, written anew; empty for none.
  var effect: String
  var pieces: [Piece]
  /// Pixels of the script's own that it may cover at once.
  var area: Double
  /// Of the file.
  var line: Int

  private var tags: some Sequence<ASSTag> {
    pieces.lazy.flatMap { piece -> [ASSTag] in if case .tags(let tags) = piece { tags.flatMap(\.all) } else { [] } }
  }

  /// Whether libass keeps it off others of its layer.
  var isFloating: Bool {
    !effect.hasPrefix("Scroll") && !tags.contains { ["pos", "move", "org", "t"].contains($0.name) }
  }

  /// Whether it looks different from one instant to the next.
  var isMoving: Bool {
    !effect.isEmpty || tags.contains { ["move", "t", "fad", "fade", "k", "kf", "K", "ko", "kt"].contains($0.name) }
  }

  /// Whether there is anything to be seen of it.
  var isVisible: Bool {
    end > start
      && pieces.contains { piece in
        switch piece {
        case .words(let words, _): !words.allSatisfy(\.isWhitespace)
        case .path(let path): path.coordinates > 1
        case .tags: false
        }
      }
  }
}
