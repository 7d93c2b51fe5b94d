/// The reference of the recipe language, written from its table of words: a page a chapter.
package enum Reference {
  /// Pages as Markdown, by file name.
  package static var pages: [(name: String, text: String)] {
    Word.Chapter.allCases.map { ("\(fileName(of: $0))", page(of: $0)) } + [("easings.md", easings)]
  }

  private static func fileName(of chapter: Word.Chapter) -> String {
    chapter.rawValue.lowercased().split(separator: " ").joined(separator: "-") + ".md"
  }

  private static func page(of chapter: Word.Chapter) -> String {
    let words = Language.words.filter { $0.chapter == chapter }
    let entries = words.map(entry).joined(separator: "\n")
    let further = chapter == .shade ? "\n\(shaderWords)" : ""
    return "# \(chapter.rawValue)\n\n\(origin)\n\n\(entries)\(further)"
  }

  private static let origin =
    "Written from the table of words in `Sources/Graph/Words`; change it there."

  private static func entry(of word: Word) -> String {
    var text = "## `\(signature(of: word))`\n\n\(word.summary)\n"
    if !word.parameters.isEmpty {
      text += "\n| parameter | takes | if left out | |\n|---|---|---|---|\n"
      text += word.parameters.flatMap { rows(of: $0, within: nil) }.joined()
    }
    text += "\n```lua\n\(word.example)\n```\n"
    if let node = word.node { text += "\nMakes a node `\(node.rawValue)`, version \(node.version).\n" }
    return text
  }

  private static func signature(of word: Word) -> String {
    guard word.form != .property else { return word.title }
    let names = word.takesClips ? ["clip, …"] : word.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return "\(word.title)(\(names.joined(separator: ", ")))"
  }

  /// A row for a parameter, and one for each member of a table.
  private static func rows(of parameter: Parameter, within owner: String?) -> [String] {
    let name = owner.map { "\($0).\(parameter.name)" } ?? parameter.name
    let preset = parameter.preset.map { "`\($0.json.text)`" } ?? (parameter.isOptional ? "absent" : "must be given")
    let wanted = parameter.type.wanted.split(separator: "|").joined(separator: "\\|")
    let row = "| `\(name)` | \(wanted) | \(preset) | \(parameter.summary) |\n"
    guard case .record(let members) = parameter.type else { return [row] }
    return [row] + members.flatMap { rows(of: $0, within: name) }
  }

  private static var shaderWords: String {
    let rows = ShaderWord.all.map { "| `\($0.title)` | \($0.summary) |\n" }.joined()
    return """
      ## Inside the function

      Pixels are `vec2`, colours `vec3` or `vec4`, and everything else numbers or vectors. Their parts are `x y z w`, `r g b a`
      or `s t p q`, alone or together: `c.bgr`. `+ - * / % ^ //` go part by part; a number goes with each part of a vector.

      | | |
      |---|---|
      \(rows)
      The function is followed once, while the recipe runs, for all pixels of all pictures. So it cannot ask about a pixel:
      `if p.x > 9` is an error, and `if p.x then`, `p.x == 9`, `and`, `or` and `not` mean nothing. Say `select`, `step` or `mix`.
      Loops and conditions of plain numbers are as ever. [The decisions](../decisions/shade.md) say how to bring a shader along.

      """
  }

  private static var easings: String {
    let named = Easing.named.map { "`\($0.name)`" }.joined(separator: ", ")
    return """
      # Easings

      \(origin)

      Keyframes are `{ [0] = 0, [1] = 1, ease = "outBack" }`: values by seconds, and how the value travels. A key of its own
      easing is `[1] = { 1, ease = "outBounce" }`, which counts for the way to it.

      By name, CSS's and Penner's: \(named). Penner's may also be written `easeInSine`.

      With arguments, as CSS has them: `cubic-bezier(x1, y1, x2, y2)`, `steps(count, jump-start | jump-end | jump-none |
      jump-both)`, `linear(0, 0.3 20%, 1)`.

      """
  }
}
