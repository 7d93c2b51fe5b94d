import ArgumentParser
import Reprise

/// `reprise bundle`: a post with its whole chain, as one file.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Write a post with everything that it needs to one file.",
    discussion: """
      The bundle holds the post, all that it remixes, and their files and fonts. It is a \
      tar archive. Give it to any command in place of a recipe: what is in it is \
      verified first.

      Examples:

        reprise bundle missed-shot@9f2c41d8 -o shot.reprise
        reprise render shot.reprise -o shot.mp4
        reprise bundle shot.mp4 -o recipes.reprise --recipes-only
      """)

  @OptionGroup var post: PostArguments

  @Option(name: .shortAndLong, help: "Where the bundle goes.", completion: .file())
  var output: String

  @Flag(name: .customLong("recipes-only"), help: "Leave files and fonts out.")
  var isRecipesOnly = false

  func run() throws {
    let (post, store) = try post.open()
    let count = try store.bundle(post, to: output, withFiles: !isRecipesOnly)
    try self.post.console.show(
      "\(output): \(post.reference), \(RenderOutcome.bytes(count))".printable,
      .object([("path", .string(output)), ("post", .post(post)), ("bytes", .number(count))]))
  }
}
