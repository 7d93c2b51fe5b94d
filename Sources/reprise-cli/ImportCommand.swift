import ArgumentParser
import Reprise

/// `reprise import`: a recipe from a timeline.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write a recipe from a timeline of an editing program: OpenTimelineIO.",
    discussion: """
      Clips, gaps, tracks, dissolves, constant speeds and held pictures are taken over, and \
      what reprise export kept of effects. What a recipe does not say is a warning with its \
      place. Media are named from the recipe's folder, and must lie in it. Without -o the \
      recipe is printed.

      Examples:

        reprise import cut.otio -o cut.lua
        reprise import cut.otio | reprise check -
      """)

  @Argument(help: "A timeline: an .otio file.", completion: .file(extensions: ["otio"]))
  var timeline: String

  @Option(
    name: .shortAndLong, help: "Where the recipe goes; a file that is there stays.",
    completion: .file(extensions: ["lua"]))
  var output: String?

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  func run() throws {
    let console = Console(isJSON: isJSON)
    let folder = output?.lastIndex(of: "/").flatMap { end in output.map { String($0[...end]) } } ?? "."
    let (text, warnings) = try Recipe.text(ofTimeline: timeline, in: folder)
    console.warn(warnings.map(\.description))
    let found = ("warnings", JSON.array(warnings.map(JSON.warning)))
    guard let output else { return try console.show(text, .object([("recipe", .string(text)), found])) }
    try TextFile.create(output, text)
    try console.show("\(output): from \(timeline)".printable, .object([("path", .string(output)), found]))
  }
}
