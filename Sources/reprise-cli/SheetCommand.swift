import ArgumentParser
import Reprise

/// `reprise sheet`: a contact sheet.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Draw a contact sheet: pictures from the whole video, with their times.",
    discussion: """
      Pictures are drawn small and only where they are shown, so that a look at an hour \
      takes seconds.

      Examples:

        reprise sheet hello.lua -o sheet.png
        reprise sheet film.lua -o sheet.png --columns 6 --pictures 30 --from 1:00 --to 2:00
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(name: .shortAndLong, help: "Where the sheet goes; ends in .png.", completion: .file(extensions: ["png"]))
  var output: String

  @Option(help: "How many pictures. Default: four rows of them, less for a short video.")
  var pictures: Int?

  @Option(help: "Pictures side by side. Default: 4, or 6 of upright ones.")
  var columns: Int?

  @Option(help: ArgumentHelp("Width of a picture. Default: 320, or 200 of an upright one.", valueName: "pixels"))
  var width: Int?

  @Option(help: ArgumentHelp("Start here: 2.5 or 1:02.5. Default: 0.", valueName: "time"), transform: Typed.time)
  var from: Time?

  @Option(help: ArgumentHelp("Stop before this. Default: the end.", valueName: "time"), transform: Typed.time)
  var to: Time?

  func run() throws {
    var options = SheetOptions()
    (options.count, options.columns, options.width) = (pictures, columns, width)
    options.range = try Typed.range(from: from, to: to)
    Interrupt.listen()
    let composition = try recipe.evaluate()
    let report = try Interrupt.heldOff { () throws(RepriseError) in
      try composition.writeSheet(to: output, options: options) { Interrupt.isRaised }
    }
    try recipe.console.show(
      "\(report.path): \(report.size), \(report.frameCount) pictures, \(RenderOutcome.bytes(report.byteCount))",
      .object([
        ("path", .string(report.path)), ("width", .number(report.size.width)), ("height", .number(report.size.height)),
        ("pictures", .number(report.frameCount)), ("bytes", .number(report.byteCount)),
      ]))
  }
}
