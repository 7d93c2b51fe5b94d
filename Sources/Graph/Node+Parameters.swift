package import Media

// A node's parameters by name; nil where they are absent.
extension Node {
  package func number(_ name: String) -> Double? { parameters[name]?.number }
  package func time(_ name: String) -> Time? { parameters[name]?.time }
  package func text(_ name: String) -> String? { parameters[name]?.text }
  package func color(_ name: String) -> Color? { parameters[name]?.color }
  package func digest(_ name: String) -> Digest? { parameters[name]?.digest }
  package func curve(_ name: String) -> Curve? { parameters[name]?.curve }
  package func record(_ name: String) -> [String: Setting]? { parameters[name]?.record }

  /// What a node of pixels makes of each; nil if it says nothing of the kind.
  package var shader: Shader? { text("program").flatMap { try? Shader($0) } }

  /// Whether it looks different from one instant to the next, although nothing that it says moves.
  package var readsClock: Bool {
    kind == .grain || text("program")?.hasPrefix("t;") == true || kind == .subtitles && changes != []
  }

  /// When another picture begins, after the first; nil for what moves all the time, or is no subtitles.
  package var changes: [Time]? { parameters["changes"]?.list?.compactMap(\.time) }

  /// False if it is absent.
  package func flag(_ name: String) -> Bool { parameters[name] == .flag(true) }
}
