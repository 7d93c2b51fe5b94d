import ArgumentParser
import Reprise

/// `reprise check`: errors and warnings, nothing drawn.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a recipe; draw nothing.",
    discussion: """
      Runs the recipe and checks what it makes, with the files that it names. The \
      first error ends it; warnings do not.

      Examples:

        reprise check hello.lua
        reprise check hello.lua --set count=12 --json
      """)

  @OptionGroup var recipe: RecipeArguments

  func run() throws {
    let composition = try recipe.outline()
    try recipe.console.show(words(composition), json(composition))
  }

  /// `hello.lua: good; 1920x1080 at 30 frames/s, 3 s, 90 frames, no sound`
  private func words(_ composition: Composition) -> String {
    let verdict =
      switch composition.warnings.count {
      case 0: "good"
      case 1: "good, with a warning"
      case let count: "good, with \(count) warnings"
      }
    let sound = composition.hasSound ? "sound" : "no sound"
    return "\(recipe.recipe): \(verdict); \(composition.size) at \(composition.frameRate) frames/s, "
      + "\(composition.duration.seconds.rounded(places: 3)) s, \(composition.frameCount) frames, \(sound)"
  }

  private func json(_ composition: Composition) -> JSON {
    .object([
      ("recipe", .string(recipe.recipe)), ("width", .number(composition.size.width)),
      ("height", .number(composition.size.height)), ("frameRate", .string("\(composition.frameRate)")),
      ("seconds", .number(composition.duration.seconds)), ("frames", .number(composition.frameCount)),
      ("hasSound", .bool(composition.hasSound)), ("digest", .string(composition.digest)),
      ("warnings", .array(composition.warnings.map(JSON.warning))),
    ])
  }
}
