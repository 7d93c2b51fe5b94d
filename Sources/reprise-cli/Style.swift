import Glibc

/// Colours, for a terminal whose owner has not said no to them (https://no-color.org).
struct Style: Sendable {
  let isColored: Bool

  static let errors = Style(
    isColored: Machine.isTerminal(STDERR_FILENO) && Machine.variable("NO_COLOR") == nil
      && Machine.variable("TERM") != "dumb")

  func error(_ text: String) -> String { paint(text, "1;31") }
  func warning(_ text: String) -> String { paint(text, "1;33") }
  func mark(_ text: String) -> String { paint(text, "1;32") }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text as a terminal may be given it: a stranger's recipe must not move the cursor, change colours, or turn the
  /// direction of the words around it.
  var printable: String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isKept = scalar == "\n" || scalar == "\t" || !scalar.isCommand
      text.append(isKept ? scalar : "\u{FFFD}")
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isCommand: Bool {
    properties.generalCategory == .control || ("\u{202A}"..."\u{202E}").contains(self)
      || ("\u{2066}"..."\u{2069}").contains(self)
  }
}
