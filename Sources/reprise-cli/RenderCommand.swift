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
        reprise render card.lua --each names.csv -o 'out/{name}.mp4'
        cat hello.lua | reprise render - -o hello.mp4 --json
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(name: .shortAndLong, help: "Where the video goes; ends in .mp4 or .png.", completion: .file())
  var output: String

  @OptionGroup var drawing: DrawingArguments

  @Option(
    help: ArgumentHelp(
      """
      What of its post the video carries, so that others can remix it: everything, recipes, nothing; \
      fitting is everything up to \(RenderOptions.largestCargo / 1_000_000) MB, else recipes. Files go along whole.
      """, valueName: "what"), transform: Typed.carry)
  var carry = RenderOptions.Carry.fitting

  @Flag(help: "Say nothing but warnings and errors.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Draw one video for each row of a table, whose columns set params. -o names them: 'out/{name}.mp4'.",
      valueName: "rows.csv"), completion: .file(extensions: ["csv"]))
  var each: String?

  func run() throws {
    _ = try OutputFormat(path: output)
    var options = try drawing.options()
    options.carry = carry
    Interrupt.listen()
    if let each { return try run(each: each, options) }
    _ = try draw(try recipe.evaluate(), to: output, options)
  }

  /// Draws one video, and says how it went.
  ///
  /// - Parameter turn: Which of several it is.
  func draw(
    _ composition: Composition, to path: String, _ options: RenderOptions, of turn: String? = nil
  ) throws -> RenderReport {
    let meter = ProgressMeter(
      quiet ? .silent : recipe.isJSON ? .json : .fitting,
      title: (turn.map { "\($0) " } ?? "")
        + "rendering \(path), \(options.size ?? composition.size) at \(composition.frameRate) frames/s")
    let start = ContinuousClock.now
    let report = try Interrupt.heldOff { () throws(RepriseError) in
      defer { meter.close() }
      return try composition.renderNow(to: path, options: options, progress: meter.show) { Interrupt.isRaised }
    }
    recipe.console.warn(report.storeWarnings)
    guard !quiet else { return report }
    let outcome = RenderOutcome(report: report, composition: composition, taken: start.duration(to: .now))
    try recipe.console.show(outcome.words, outcome.json)
    return report
  }
}
