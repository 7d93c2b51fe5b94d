/// Why a picture is not drawn: where in its text, what came, and what to do about it.
package struct SVGError: Error, Hashable, Codable, Sendable {
  package enum Code: String, Codable, Sendable {
    /// No well-formed XML, or no SVG.
    case damaged
    /// Something that pictures are not let do here: scripts, other files, what looks different on each machine.
    case refused
    /// More of something than a picture may have.
    case tooLarge
    /// A library gave up.
    case failed
  }

  package let code: Code
  /// Counted from 1; nil where it is said of the whole.
  package let line: Int?
  package let problem: String
  package let remedy: String?

  package init(_ code: Code, line: Int? = nil, _ problem: String, remedy: String? = nil) {
    (self.code, self.line, self.problem, self.remedy) = (code, line, problem, remedy)
  }
}

extension SVGError: CustomStringConvertible {
  /// `line 3: has a script; take it out`
  package var description: String { clause + (remedy.map { "; \($0)" } ?? "") }

  /// What came, with its line.
  package var clause: String { (line.map { "line \($0): " } ?? "") + problem }
}
