/// Marks in which models wrap what they write, though they were asked not to.
package enum Fence {
  /// What stands between fences of Markdown: the longest such part, or everything where there are none.
  ///
  /// Thoughts that a model writes down first (`<think>`) are left out. A fence that is not closed goes to the end.
  package static func contents(of text: String) -> String {
    let lines = withoutThoughts(text).split(separator: "\n", omittingEmptySubsequences: false)
    var (blocks, open) = ([[Substring]](), false)
    for line in lines {
      if line.drop(while: \.isWhitespace).hasPrefix("```") {
        if !open { blocks.append([]) }
        open.toggle()
      } else if open {
        blocks[blocks.count - 1].append(line)
      }
    }
    let chosen = blocks.map { $0.joined(separator: "\n") }.max { $0.utf8.count < $1.utf8.count }
    return trimmed(chosen ?? lines.joined(separator: "\n"))
  }

  private static func withoutThoughts(_ text: String) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard start.hasPrefix("<think>"), let end = start.firstRange(of: "</think>") else { return text[...] }
    return start[end.upperBound...]
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex
    return start[..<end] + "\n"
  }
}
