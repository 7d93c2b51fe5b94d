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

  @Option(
    help: ArgumentHelp("Draw at this size, in the canvas's shape. Default: the canvas's.", valueName: "WxH"),
    transform: Typed.size)
  var size: Size?

  @Option(help: ArgumentHelp("Start here: 2.5 or 1:02.5. Default: 0.", valueName: "time"), transform: Typed.time)
  var from: Time?

  @Option(help: ArgumentHelp("Stop before this. Default: the end.", valueName: "time"), transform: Typed.time)
  var to: Time?

  @Option(help: "Threads that draw. Default: one for each processor. The bytes do not depend on it.")
  var jobs: Int?

  @Option(help: ArgumentHelp("x264's preset: \(RenderOptions.presets.joined(separator: ", ")).", valueName: "name"))
  var preset = RenderOptions().preset

  @Option(help: "Constant quality, from 0 (lossless) to 51 (worst).")
  var quality = RenderOptions().quality

  @Flag(help: "Say nothing but warnings and errors.")
  var quiet = false

  func run() throws {
    _ = try OutputFormat(path: output)
    let options = try options()
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
    guard !quiet else { return }
    let outcome = RenderOutcome(report: report, composition: composition, taken: start.duration(to: .now))
    try recipe.console.show(outcome.words, outcome.json)
  }

  private func options() throws(RepriseError) -> RenderOptions {
    var options = RenderOptions()
    (options.size, options.preset, options.quality, options.jobs) = (size, preset, quality, jobs)
    guard from != nil || to != nil else { return options }
    let (start, end) = (from ?? .zero, to ?? .limit)
    guard start < end else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "--from \(start) is not before --to \(end)",
        remedy: "swap them, or leave one out")
    }
    options.range = TimeRange(start, end)
    return options
  }
}
