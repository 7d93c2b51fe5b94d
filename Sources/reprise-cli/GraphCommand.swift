import ArgumentParser
import Reprise

/// `reprise graph`: what a recipe came to, as text.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Print what a recipe came to: its graph, as canonical JSON.",
    discussion: """
      Equal recipes with equal files have equal texts on every machine, one node a \
      line, so that texts can be compared with diff.

      Examples:

        reprise graph hello.lua
        reprise graph hello.lua --digest
        diff <(reprise graph a.lua) <(reprise graph b.lua)
      """)

  @OptionGroup var recipe: RecipeArguments

  @Flag(help: "Print only the SHA-256 of the text without its line ends: 64 hexadecimal digits.")
  var digest = false

  func run() throws {
    let composition = try recipe.evaluate()
    let summary = [("digest", JSON.string(composition.digest))]
    try recipe.console.show(
      digest ? composition.digest : composition.graphText,
      .object(digest ? summary : summary + [("graph", .text(composition.graphText))]))
  }
}
