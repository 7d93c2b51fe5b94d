import ArgumentParser
import Reprise

/// `reprise remix`: a recipe to start from.
struct RemixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remix",
    abstract: "Write a recipe that remixes a post, with what can be changed listed in it.",
    discussion: """
      Without -o it is printed.

      Examples:

        reprise remix missed-shot@9f2c41d8 -o mine.lua
        reprise remix video.mp4
      """)

  @OptionGroup var post: PostArguments

  @Option(name: .shortAndLong, help: "Where the recipe goes; a file that is there stays.", completion: .file())
  var output: String?

  func run() throws {
    let (post, store) = try post.open()
    let text = try store.remixRecipe(of: post)
    guard let output else { return try self.post.console.show(text, .object([("recipe", .string(text))])) }
    try TextFile.create(output, text)
    try self.post.console.show(
      "\(output): remixes \(post.reference)".printable,
      .object([("path", .string(output)), ("post", .post(post))]))
  }
}
