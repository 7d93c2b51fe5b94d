import ArgumentParser
import Reprise

/// `reprise merge`: two remixes of one post become one recipe.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join two remixes of one post, if they do not change the same param or part.",
    discussion: """
      Writes a recipe in which the edits of both hold. Where both change the same thing, \
      each conflict is named with both sides, and nothing is written.

      Example:

        reprise merge ana-cut@9f2c41d8 ben-cut@51d0e7aa -o both.lua
      """)

  @Argument(help: "A post that remixes another.", completion: .file())
  var first: String

  @Argument(help: "Another remix of the same post.", completion: .file())
  var second: String

  @Option(name: .shortAndLong, help: "Where the recipe goes; a file that is there stays.", completion: .file())
  var output: String?

  @OptionGroup var place: StoreArguments

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  func run() throws {
    let (console, store) = (Console(isJSON: isJSON), try place.required())
    switch try store.merge(try post(first, store), try post(second, store)) {
    case .recipe(let text):
      guard let output else { return try console.show(text, .object([("recipe", .string(text))])) }
      try TextFile.create(output, text)
      try console.show("\(output): joins both".printable, .object([("path", .string(output))]))
    case .conflicts(let conflicts):
      let lines = conflicts.map { "\($0.subject): \($0.first) in \(first), \($0.second) in \(second)" }
      try console.show(
        (lines + ["they cannot be joined; remix one of them by hand"]).joined(separator: "\n").printable,
        .object([("conflicts", .array(conflicts.map(JSON.conflict)))]))
      throw ExitCode(1)
    }
  }

  private func post(_ reference: String, _ store: RecipeStore) throws(RepriseError) -> RecipePost {
    guard case .post(let post, _) = try Runtime(store: store).open(reference) else {
      throw RepriseError(
        .usage, code: "notAPost", came: "\"\(reference)\" is a recipe, not a post", remedy: "publish it first")
    }
    return post
  }
}

extension JSON {
  fileprivate static func conflict(_ conflict: PostMerge.Conflict) -> JSON {
    .object([
      ("subject", .string(conflict.subject)), ("first", .string(conflict.first)), ("second", .string(conflict.second)),
    ])
  }
}
