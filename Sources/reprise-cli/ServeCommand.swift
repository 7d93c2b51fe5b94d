import ArgumentParser
import Reprise

/// `reprise serve`: a stream that is drawn while it is watched.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Stream the video of a recipe or a post; each segment is drawn when it is asked for.",
    discussion: """
      Prints the address of a page that plays the video. Any player of HTTP Live \
      Streaming plays stream/playlist.m3u8 there. Nothing is drawn before somebody \
      watches, and only what is watched. Ctrl-C ends it.

      Examples:

        reprise serve hello.lua
        reprise serve hello.lua --port 0 --json
        ffplay http://127.0.0.1:8010/stream/playlist.m3u8
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(help: "Where to listen. 0.0.0.0 lets other machines watch.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at; 0 lets the system choose one.")
  var port: UInt16 = 8010

  @OptionGroup var drawing: DrawingArguments

  func run() throws {
    let program = try recipe.open()
    // What is wrong is told here, with its line, and before anything listens.
    _ = try recipe.evaluate(program).stream(options: try drawing.options())
    try StudioProgram.replaceThisOne(order: try order(program).text)
  }

  /// What `reprise-studio` is told. It opens the recipe anew, save one that came from standard input.
  private func order(_ program: Program) throws -> JSON {
    let isTyped = recipe.recipe == "-"
    return .object([
      ("reference", .string(isTyped ? nil : recipe.recipe)), ("source", .string(isTyped ? program.source : nil)),
      ("name", .string(program.name)), ("params", .object(try recipe.setting.params().map { ($0.key, $0.value.json) })),
      ("store", .string(recipe.place.isUnused ? nil : recipe.place.folder ?? RecipeStore.standardFolder)),
      ("drawing", try drawing.json()), ("host", .string(host)), ("port", .number(port)),
      ("isIsolated", .bool(recipe.setting.isIsolated)),
      ("limits", .object(recipe.setting.limits.map { ($0.limit.rawValue, .number($0.amount)) })),
      ("json", .bool(recipe.isJSON)),
    ])
  }
}

extension DrawingArguments {
  /// Times in flicks.
  fileprivate func json() throws -> JSON {
    let range = try options().range
    return .object([
      ("width", .number(size?.width)), ("height", .number(size?.height)),
      ("start", range.map { .number($0.start.flicks) } ?? .null),
      ("end", range.map { .number($0.end.flicks) } ?? .null),
      ("preset", .string(preset)), ("quality", .number(quality)), ("jobs", .number(jobs)),
    ])
  }
}

extension ParamValue {
  /// Named by its kind.
  fileprivate var json: JSON {
    switch self {
    case .text(let text): .object([("text", .string(text))])
    case .number(let number): .object([("number", .number(number))])
    case .flag(let flag): .object([("flag", .bool(flag))])
    case .word(let word): .object([("word", .string(word))])
    }
  }
}
