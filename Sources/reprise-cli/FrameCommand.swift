import ArgumentParser
import Reprise

/// `reprise frame`: one picture.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Draw one picture of a recipe's video and write it to a PNG.",
    discussion: """
      Only what shows at that instant is read and drawn, so this is the quick way to \
      see what a change does.

      Examples:

        reprise frame hello.lua -o hello.png
        reprise frame hello.lua --at 1.5 -o hello.png --size 640x360
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(
    help: ArgumentHelp("When: 2.5 or 1:02.5. Default: 0, the first picture.", valueName: "time"), transform: Typed.time)
  var at = Time.zero

  @Option(name: .shortAndLong, help: "Where the picture goes; ends in .png.", completion: .file(extensions: ["png"]))
  var output: String

  @Option(
    help: ArgumentHelp("Draw at this size, in the canvas's shape. Default: the canvas's.", valueName: "WxH"),
    transform: Typed.size)
  var size: Size?

  func run() throws {
    guard try OutputFormat(path: output) == .png else {
      throw RepriseError(
        .usage, code: "unknownFormat", came: "\"\(output)\" is no place for a picture",
        wanted: "a name that ends in .png")
    }
    let start = ContinuousClock.now
    let composition = try recipe.evaluate()
    let report = try composition.writePicture(at: at, size: size, to: output)
    let outcome = RenderOutcome(report: report, composition: composition, taken: start.duration(to: .now))
    try recipe.console.show(outcome.words, outcome.json)
  }
}
