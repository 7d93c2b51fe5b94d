import ArgumentParser
import Reprise

/// The program `reprise`: parses the arguments, runs a command, and turns what was thrown into words and an exit code.
@main
struct RepriseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Turns recipes, which are short Lua scripts, into videos.",
    discussion: """
      The smallest recipe, hello.lua:

        return text "Hello, remix" :over(gradient("#ff5f6d", "#ffc371")) :lasting(3)

      Make a video of it:

        reprise render hello.lua -o hello.mp4

      Look at one picture, or only check it:

        reprise frame hello.lua --at 1.5 -o hello.png
        reprise check hello.lua

      Exit codes:

        0    it is done
        1    the recipe has a mistake; the message says where and what to write
        2    wrong usage: an option or a name that makes no sense
        3    the machine failed: a full disk, a file that may not be written
        4    refused: its author does not want it remixed
        5    reprise diff: the pictures differ
        130  stopped by Ctrl-C (143 by a request to terminate); nothing is left behind
      """,
    version: "reprise 0.1.0",
    subcommands: [
      RenderCommand.self, ServeCommand.self, FrameCommand.self, SheetCommand.self, DiffCommand.self, CheckCommand.self,
      GraphCommand.self, PlanCommand.self,
      ParamsCommand.self,
      PublishCommand.self, RemixCommand.self, MergeCommand.self, LineageCommand.self, VerifyCommand.self,
      BundleCommand.self,
      ExportCommand.self, ImportCommand.self,
      WorldCommand.self, GenerateCommand.self, WriteCommand.self, TakesCommand.self, StoreCommand.self,
      ReferenceCommand.self,
    ])

  static func main() {
    Machine.prepare()
    let console = Console(arguments: CommandLine.arguments)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      console.end(with: error)
    }
  }
}
