import Claims
import Graph
import Recipe
import Testing

/// A chain of remixes, each with edits of what it inherits and a part of its own; and, as the oracle, the one recipe
/// that says the same without a remix.
private struct Story: CustomStringConvertible {
  struct Level {
    /// What is done to parts, by how far up they were made: Lua after the clip, or nil to leave it out.
    var edits: [(from: Int, change: String?)] = []
    /// What lines are set to.
    var lines: [(from: Int, line: String)] = []
    var step: String
  }

  var levels: [Level]

  private static let own =
    "local line = param.text { 'line', default = 'd' } local own = text(line):lasting(1):part 'own'\n"

  /// The path of what a level made, as another one sees it in its parent.
  private func path(_ from: Int, below level: Int, _ name: String) -> String {
    "/" + levels[(from + 1)..<level].reversed().map { "\($0.step)/" }.joined() + name
  }

  var archive: Archive {
    var archive = Archive()
    for (index, level) in levels.enumerated() {
      let parts = level.edits.map { edit in
        let change = edit.change.map { "function(c) return c\($0) end" } ?? "false"
        return "['\(path(edit.from, below: index, "own"))'] = \(change)"
      }
      let params = level.lines.map { "['\(path($0.from, below: index, "line"))'] = '\($0.line)'" }
      let edits =
        "{ as = '\(level.step)', parts = { \(parts.joined(separator: ", ")) }, params = { \(params.joined(separator: ", ")) } }"
      let old = index == 0 ? "" : "remix('p\(index - 1)', \(edits)) .. "
      archive.publish("p\(index)", "\(Story.own)return \(old)own")
    }
    return archive
  }

  /// The last level, with all before it written out.
  var plain: String {
    var clips = levels.map { _ in (line: "d", changes: String?("")) }
    for level in levels {
      for edit in level.edits {
        clips[edit.from].changes = edit.change.flatMap { change in clips[edit.from].changes.map { $0 + change } }
      }
      for setting in level.lines { clips[setting.from].line = setting.line }
    }
    let shown = clips.compactMap { clip in clip.changes.map { "text('\(clip.line)'):lasting(1)\($0)" } }
    return "return sequence { \(shown.joined(separator: ", ")) }"
  }

  var description: String {
    archive.posts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.source)" }.joined(separator: "\n") + "\n"
      + plain
  }
}

extension Draws {
  fileprivate mutating func story() -> Story {
    let changes = [
      ":opacity(0.5)", ":speed(2)", ":reverse()", ":at(0.1, 0.2)", ":loop(2)", ":scale(2)",
      ":freeze():lasting(1)", nil,
    ]
    let count = int(1...6)
    let levels = (0..<count).map { index in
      var level = Story.Level(step: one(of: ["old", "p", "x-1"]))
      for from in 0..<index {
        if flag() { level.edits.append((from, one(of: changes))) }
        if flag() { level.lines.append((from, one(of: ["u", "v", "w"]))) }
      }
      return level
    }
    return Story(levels: levels)
  }
}

@Test func aChainOfRemixesIsTheRecipeThatSaysTheSame() throws {
  try always(runs: 150) {
    $0.story()
  } holds: { story in
    try run("return remix 'p\(story.levels.count - 1)'", in: story.archive).graph.text == run(story.plain).graph.text
  }
}
