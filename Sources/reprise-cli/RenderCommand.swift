import ArgumentParser
import Reprise

/// `reprise render`: a video, or its first picture.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a recipe's video and write it to a file.",
    discussion: """
      The ending of the output chooses the format, and --codec where there is a choice:

        .mp4         h264 (usual), hevc or av1, with AAC
        .webm        vp9 (usual; keeps transparency) or av1, with Opus
        .mov         prores (usual), prores4444 (keeps transparency; usual where the \
      canvas is transparent), hevc or h264
        .gif .webp   animated, endless, without sound; both keep transparency
        .png         the first picture, or with a place for numbers (frames/%05d.png) all
        .wav .flac   the sound alone, in 24 bits

      The output appears whole or not at all; Ctrl-C stops and leaves nothing behind.

      Examples:

        reprise render hello.lua -o hello.mp4
        reprise render card.lua -o card.mp4 --set line="Good morning"
        reprise render card.lua -o card.mp4 --params card.json
        reprise render hello.lua -o part.mp4 --from 1:02 --to 1:05.5
        reprise render hello.lua -o small.mp4 --size 640x360 --preset ultrafast
        reprise render hello.lua -o hello.mp4 --codec hevc --preset slow --quality 24
        reprise render hello.lua -o hello.gif --size 480x270 --from 1 --to 3
        reprise render card.lua --each names.csv -o 'out/{name}.mp4'
        cat hello.lua | reprise render - -o hello.mp4 --json
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(name: .shortAndLong, help: "Where the video goes; ends in \(OutputFormat.endings).", completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "How pictures are coded: \(VideoCodec.allCases.map(\.rawValue).joined(separator: ", ")). Default: by the ending.",
      valueName: "name"), transform: Typed.codec)
  var codec: VideoCodec?

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
    (options.codec, options.carry) = (codec, carry)
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
    recipe.console.warnOnce(report.warnings)
    recipe.console.warn(report.storeWarnings)
    guard !quiet else { return report }
    let outcome = RenderOutcome(report: report, composition: composition, taken: start.duration(to: .now))
    try recipe.console.show(outcome.words, outcome.json)
    return report
  }
}
