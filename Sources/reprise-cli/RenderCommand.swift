import ArgumentParser
import Reprise

/// `reprise render`: a video, or its first picture.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a recipe's video and write it to a file.",
    discussion: """
      The ending of the output chooses the format: .mp4 is H.264 and AAC, .png is the \
      first picture. The output appears whole or not at all; Ctrl-C stops and leaves \
      nothing behind.

      Examples:

        reprise render hello.lua -o hello.mp4
        reprise render card.lua -o card.mp4 --set line="Good morning"
        reprise render card.lua -o card.mp4 --params card.json
        reprise render hello.lua -o part.mp4 --from 1:02 --to 1:05.5
        reprise render hello.lua -o small.mp4 --size 640x360 --preset ultrafast
        cat hello.lua | reprise render - -o hello.mp4 --json
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(name: .shortAndLong, help: "Where the video goes; ends in .mp4 or .png.", completion: .file())
  var output: String

  @OptionGroup var drawing: DrawingArguments

  @Flag(help: "Say nothing but warnings and errors.")
  var quiet = false

  func run() throws {
    _ = try OutputFormat(path: output)
    let options = try drawing.options()
    Interrupt.listen()
    let composition = try recipe.evaluate()
    let meter = ProgressMeter(
      quiet ? .silent : recipe.isJSON ? .json : .fitting,
      title: "rendering \(output), \(options.size ?? composition.size) at \(composition.frameRate) frames/s")
    let start = ContinuousClock.now
    let report = try Interrupt.heldOff { () throws(RepriseError) in
      defer { meter.close() }
      return try composition.renderNow(to: output, options: options, progress: meter.show) { Interrupt.isRaised }
    }
    recipe.console.warn(report.storeWarnings)
    guard !quiet else { return }
    let outcome = RenderOutcome(report: report, composition: composition, taken: start.duration(to: .now))
    try recipe.console.show(outcome.words, outcome.json)
  }
}
