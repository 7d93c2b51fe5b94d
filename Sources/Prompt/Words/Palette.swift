internal import Graph
internal import Media

/// Colours by the words of prompts.
enum Palette {
  /// `#rrggbb`; the words of prompts go before those of CSS.
  static func hexadecimal(_ name: String, _ vocabulary: Vocabulary) -> String {
    let paint = vocabulary.colors.last { $0.names.contains(name) }?.color
    return (paint.flatMap { Color($0) } ?? Color(name) ?? .white).hexadecimal
  }
}
