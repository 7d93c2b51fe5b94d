import ArgumentParser
import Reprise

/// `reprise export`: a timeline for editing programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a recipe's video as a timeline that editing programs open: OpenTimelineIO.",
    discussion: """
      Clips, gaps, layers, dissolves, constant speeds and held pictures become what other \
      programs know. Nothing is drawn. What OpenTimelineIO has no words for, such as effects \
      and keyframes, goes along as metadata, with a warning each: reprise import reads it again.

      Examples:

        reprise export film.lua -o film.otio
        reprise export missed-shot@9f2c41d8 -o shot.otio
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(
    name: .shortAndLong, help: "Where the timeline goes; ends in .otio.", completion: .file(extensions: ["otio"]))
  var output: String

  func run() throws {
    let composition = try recipe.evaluate()
    let warnings = try composition.writeTimeline(to: output)
    recipe.console.warn(warnings.map(\.description))
    try recipe.console.show(
      "\(output): \(composition.duration.clock) at \(composition.frameRate) frames/s".printable,
      .object([
        ("path", .string(output)), ("seconds", .number(composition.duration.seconds)),
        ("frameRate", .string("\(composition.frameRate)")), ("warnings", .array(warnings.map(JSON.warning))),
      ]))
  }
}
