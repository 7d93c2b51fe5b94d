extension TextStyle {
  /// A part of a text that looks otherwise. What is nil is as in the rest.
  package struct Run: Hashable, Codable, Sendable {
    /// Bytes of the text as UTF-8, from the first character of it to the first that is not.
    package var start: Int
    package var end: Int
    package var families: [String]?
    package var size: Double?
    package var weight: Int?
    package var italic: Bool?
    package var color: Color?
    package var letterSpacing: Double?

    package init(
      start: Int, end: Int, families: [String]? = nil, size: Double? = nil, weight: Int? = nil, italic: Bool? = nil,
      color: Color? = nil, letterSpacing: Double? = nil
    ) {
      (self.start, self.end) = (start, end)
      (self.families, self.size, self.weight) = (families, size, weight)
      (self.italic, self.color, self.letterSpacing) = (italic, color, letterSpacing)
    }
  }

  /// The style of all of a text that looks like one of its runs.
  func looking(like run: Run) -> TextStyle {
    var style = self
    style.families = run.families ?? families
    style.size = run.size ?? size
    style.weight = run.weight ?? weight
    style.italic = run.italic ?? italic
    style.color = run.color ?? color
    style.letterSpacing = run.letterSpacing ?? letterSpacing
    style.runs = []
    return style
  }

  /// The run that a byte of the text belongs to; nil for the rest.
  func run(at offset: Int) -> Run? { runs.first { $0.start <= offset && offset < $0.end } }

  func color(at offset: Int) -> Color { run(at: offset)?.color ?? color }

  /// How many times as large as the rest the letters at a byte are.
  func factor(at offset: Int) -> Double { (run(at: offset)?.size ?? size) / size }

  /// Throws for a run that is none of this text, or whose numbers are not what they may be.
  func checkRuns(of text: String) throws(DrawError) {
    guard runs.isEmpty || runs.count <= Limits.runs && !text.utf8.contains(0) else {
      throw .failed(operation: "runs", reason: "there are more than \(Limits.runs), or a NUL is among them")
    }
    var last = 0
    for run in runs {
      guard run.start >= last, run.end > run.start, run.end <= text.utf8.count,
        [run.start, run.end].allSatisfy({ text.hasCharacter(at: $0) })
      else { throw .failed(operation: "runs", reason: "\(run.start)..<\(run.end) is no part of the text") }
      try looking(like: run).check()
      last = run.end
    }
  }
}

extension String {
  /// Whether a Unicode scalar begins at a byte, or the text ends there.
  fileprivate func hasCharacter(at offset: Int) -> Bool {
    let index = utf8.index(startIndex, offsetBy: offset)
    return index == endIndex || Unicode.UTF8.isContinuation(utf8[index]) == false
  }
}
