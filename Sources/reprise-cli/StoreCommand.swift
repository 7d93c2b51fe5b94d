import ArgumentParser
import Reprise

/// `reprise store`: what is in it, and its upkeep.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Show, check, repair or prune the store.",
    subcommands: [Size.self, List.self, Check.self, Repair.self, Prune.self], defaultSubcommand: Size.self)

  /// What all of them take.
  struct Place: ParsableArguments {
    @Option(
      name: .customLong("store"),
      help: ArgumentHelp("The store's folder. Default: $REPRISE_STORE, or a folder of the user's.", valueName: "dir"),
      completion: .directory)
    var folder: String?

    @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
    var isJSON = false

    var console: Console { Console(isJSON: isJSON) }

    func open() throws(RepriseError) -> RecipeStore {
      try RecipeStore(folder: folder ?? RecipeStore.standardFolder)
    }
  }

  struct Size: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what the store holds.")
    @OptionGroup var place: Place

    func run() throws {
      let store = try place.open()
      let parts = try store.size()
      let lines = parts.map { "\($0.name)  \($0.files) files, \(RenderOutcome.bytes($0.bytes))" }
      try place.console.show(
        ([store.folder] + lines).joined(separator: "\n").printable,
        .object(
          [("folder", .string(store.folder))]
            + parts.map { ($0.name, .object([("files", .number($0.files)), ("bytes", .number($0.bytes))])) }))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the posts, the newest first.")
    @OptionGroup var place: Place

    func run() throws {
      let posts = try place.open().posts()
      let lines = posts.map { "\($0.reference)  \"\($0.title)\" by \($0.author)" }
      try place.console.show(
        posts.isEmpty ? "there are no posts" : lines.joined(separator: "\n").printable,
        .object([
          (
            "posts",
            .array(
              posts.map {
                .object([
                  ("reference", .string($0.reference)), ("title", .string($0.title)), ("author", .string($0.author)),
                ])
              })
          )
        ]))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare every file with its digest; what is damaged is moved aside, and drawn again when it is needed."
    )
    @OptionGroup var place: Place

    func run() throws {
      let found = try place.open().check()
      try place.console.show(
        found.isEmpty ? "all is well" : found.joined(separator: "\n").printable,
        .object([("findings", .array(found.map { .string($0) }))]))
      guard found.isEmpty else { throw ExitCode(1) }
    }
  }

  struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make the index anew from the posts.")
    @OptionGroup var place: Place

    func run() throws {
      let count = try place.open().repair()
      try place.console.show(count == 1 ? "1 post" : "\(count) posts", .object([("posts", .number(count))]))
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the store smaller: remove what was drawn and used least recently. Posts stay.")
    @OptionGroup var place: Place

    @Option(help: ArgumentHelp("How large the store may be: 500M, 20G.", valueName: "size"), transform: Typed.byteCount)
    var to: Int64

    func run() throws {
      let pruned = try place.open().prune(to: to)
      try place.console.show(
        "removed \(RenderOutcome.bytes(pruned.removed)); \(RenderOutcome.bytes(pruned.left)) are left",
        .object([("removed", .number(pruned.removed)), ("left", .number(pruned.left))]))
    }
  }
}
