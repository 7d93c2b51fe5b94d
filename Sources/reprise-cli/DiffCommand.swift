import ArgumentParser
import Reprise

/// `reprise diff`: where two recipes' pictures differ.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show where the pictures of two recipes differ, and how much.",
    discussion: """
      Each stretch that differs is a line: when, how alike the pictures are (SSIM, on \
      average and at the worst: 1 is the same, from 0.98 hard to tell apart, below 0.9 \
      plainly another picture), the share of pixels that differ and by how much at most, \
      of 255. What is known to be the same is not drawn. Sound is not compared.

      Exit codes: 0 the same, 5 they differ.

      Examples:

        reprise diff old.lua new.lua
        reprise diff card@8826a903 mine.lua -o diff.png
        reprise diff old.lua new.lua --size 480x270 --json
      """)

  @OptionGroup var recipe: RecipeArguments

  @Argument(help: "The other one, which has its params' defaults.", completion: .file(extensions: ["lua"]))
  var other: String

  @Option(
    name: .shortAndLong,
    help: "Draw the moments that differ most: A, B and their difference. Ends in .png.",
    completion: .file(extensions: ["png"]))
  var output: String?

  @Option(
    help: ArgumentHelp("Compare at this size, in the canvas's shape. Default: the canvas's.", valueName: "WxH"),
    transform: Typed.size)
  var size: Size?

  @Flag(help: "Say nothing but warnings and errors; the exit code tells.")
  var quiet = false

  func run() throws {
    Interrupt.listen()
    let (a, b) = (try recipe.evaluate(), try recipe.evaluate(other: other))
    let meter = ProgressMeter(quiet ? .silent : recipe.isJSON ? .json : .fitting, title: "comparing")
    let comparison = try Interrupt.heldOff { () throws(RepriseError) in
      defer { meter.close() }
      return try a.compare(with: b, size: size, picture: output, progress: meter.show) { Interrupt.isRaised }
    }
    if !quiet { try recipe.console.show(DiffOutcome(comparison).words, DiffOutcome(comparison).json) }
    guard comparison.isSame else { throw ExitCode(5) }
  }
}
