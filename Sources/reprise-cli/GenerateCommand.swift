import ArgumentParser
import Reprise

/// `reprise generate`: a prompt becomes a video, or a recipe gets the takes that it lacks.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Turn a prompt into a video, or have the takes made that a recipe lacks.",
    discussion: """
      Without --by the world inside makes the video, for nothing. With it a model does that the backends file names, \
      and what it makes is recorded in the store as a take. What a take costs is said by `reprise plan` before, \
      and --budget has to allow it.

      A stop, a crash or a lost connection leaves a ticket; the same command goes on with it, and buys nothing twice.

      Examples:

        reprise generate "A red ball rolls down a ramp." -o ball.mp4
        reprise generate "A dog in the snow." --by wan --seconds 4 -o dog.mp4 --budget "0.50 USD"
        reprise generate --in advert.lua
        reprise generate --in advert.lua --new-take --budget "2 USD"
      """)

  @Argument(help: "What is to be seen, in English.")
  var prompt: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Have everything made that this recipe asks of voices and models.", valueName: "recipe.lua"),
    completion: .file(extensions: ["lua"]))
  var recipe: String?

  @Flag(help: "Ask every model for a new take, also where there is one.")
  var newTake = false

  @Option(help: ArgumentHelp("The model that makes the video. Default: the world inside.", valueName: "name"))
  var by: String?

  @Option(help: "How long the video is.")
  var seconds: Double?

  @Option(help: "Another number is another video.")
  var seed: Int?

  @Option(help: ArgumentHelp("How large it is.", valueName: "WxH"), transform: Typed.size)
  var size: Size?

  @Option(
    help: ArgumentHelp("For the world inside: draft, standard or fine. Default: draft.", valueName: "name"))
  var quality: String?

  @Option(name: .shortAndLong, help: "Where the prompt's video goes.", completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("For whom takes are bought, in the ledger.", valueName: "name"))
  var author: String?

  @OptionGroup var setting: RecipeSetting

  func validate() throws {
    guard (prompt == nil) != (recipe == nil) else {
      throw ValidationError("say what is to be seen, or name a recipe with --in")
    }
    let ofPrompt: [(String, Bool)] = [
      ("--by", by != nil), ("--seconds", seconds != nil), ("--seed", seed != nil), ("--size", size != nil),
      ("--quality", quality != nil), ("--output", output != nil),
    ]
    if recipe != nil, let stray = ofPrompt.first(where: \.1) {
      throw ValidationError("\(stray.0) goes with a prompt; the recipe says it itself")
    }
    guard prompt == nil || by != nil || output != nil else {
      throw ValidationError("say where the video goes: -o video.mp4")
    }
  }

  func run() throws {
    if let output { _ = try OutputFormat(path: output) }
    Interrupt.listen()
    let recipe =
      try self.recipe.map { path throws(RepriseError) in try Recipe(path: path) }
      ?? Recipe(
        prompt: prompt ?? "", by: by, seconds: seconds, seed: seed, size: size, quality: quality)
    var runtime = try setting.runtime(try setting.place.open(setting.console))
    runtime.author = author
    let composition: Composition
    do { composition = try generate(recipe, runtime) } catch { throw Failure(error: error, source: recipe.source) }
    setting.console.warn(composition.warnings, source: recipe.source)
    try show(composition)
  }

  private func generate(_ recipe: Recipe, _ runtime: Runtime) throws(RepriseError) -> Composition {
    let console = setting.console
    let params = try setting.params()
    return try Interrupt.heldOff { () throws(RepriseError) in
      try runtime.generateNow(recipe, params: params, anew: newTake) { progress in
        console.remark("\(progress.take.giver): \(progress.state)".printable)
      } isCancelled: {
        Interrupt.isRaised
      }
    }
  }

  private func show(_ composition: Composition) throws {
    let takes = composition.takes
    let lines = takes.map { "\($0.giver): take \($0.number ?? 0), \"\($0.words.shortened(to: 60))\"" }
    var report: RenderReport?
    if let output {
      report = try Interrupt.heldOff { () throws(RepriseError) in
        try composition.renderNow(to: output) { _ in
        } isCancelled: {
          Interrupt.isRaised
        }
      }
    }
    let words = lines + (report.map { ["\($0.path): \($0.size), \($0.duration.seconds.rounded(places: 3)) s"] } ?? [])
    try setting.console.show(
      words.isEmpty
        ? "the recipe asks nothing of voices that cost something, or of models"
        : words
          .joined(separator: "\n").printable,
      .object([
        ("takes", .array(takes.map(JSON.asked))), ("output", output.map { .string($0) } ?? .null),
        ("digest", .string(composition.digest)),
      ]))
  }
}

extension String {
  /// Its beginning, where it is longer.
  func shortened(to count: Int) -> String { self.count > count ? "\(prefix(count - 1))…" : self }
}

extension JSON {
  static func asked(_ take: AskedTake) -> JSON {
    .object([
      ("giver", .string(take.giver)), ("asked", .string(take.words)),
      ("take", take.number.map { .number($0) } ?? .null),
      ("cost", take.cost.map { .string($0) } ?? .null), ("request", .string(take.id)),
    ])
  }
}
