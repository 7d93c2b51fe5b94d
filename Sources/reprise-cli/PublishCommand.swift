import ArgumentParser
import Glibc
import Reprise

/// `reprise publish`: a post, signed and kept.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Make a post of a recipe: keep all that it needs, and sign it.",
    discussion: """
      A post is the recipe's text with its params as they are set, and every file, font \
      and post that it uses, each by its digest. Its id is the digest of all that. It is \
      signed with the author's key, which is made on first use ($REPRISE_KEY, or \
      ~/.config/reprise/author.key); keep a copy of that file.

      Examples:

        reprise publish hello.lua --author Ana --licence CC-BY-4.0
        reprise publish card.lua --set line="Good morning" --title "A card"
        reprise publish mine.lua --no-remix
      """)

  @OptionGroup var recipe: RecipeArguments

  @Option(help: "The post's title. Default: from the recipe's name.")
  var title: String?

  @Option(help: "What others call it: lower-case letters, digits and dashes. Default: from the recipe's name.")
  var name: String?

  @Option(help: "The author's name. Default: the user's.")
  var author: String?

  @Option(help: "In words, or as SPDX has it: CC-BY-4.0.")
  var licence = PostDetails(author: "").licence

  @Flag(name: .customLong("no-remix"), help: "Others may play it, and not remix it.")
  var isClosed = false

  func run() throws {
    let store = try recipe.place.required()
    let composition = try recipe.evaluate()
    var details = PostDetails(author: author ?? PublishCommand.user)
    (details.name, details.title, details.licence, details.isRemixable) = (name, title, licence, !isClosed)
    let post = try store.publish(composition, details)
    try recipe.console.show(
      "\(post.reference): \"\(post.title)\" by \(post.author ?? "") (\(post.licence)) is published\n\(post.id)"
        .printable,
      .post(post))
  }

  private static var user: String {
    if let entry = getpwuid(getuid()) {
      let full = String(cString: entry.pointee.pw_gecos).prefix { $0 != "," }
      return full.isEmpty ? String(cString: entry.pointee.pw_name) : String(full)
    }
    return "anonymous"
  }
}

extension JSON {
  static func post(_ post: RecipePost) -> JSON {
    .object([
      ("id", .string(post.id)), ("reference", .string(post.reference)), ("name", .string(post.name)),
      ("title", .string(post.title)), ("author", .string(post.author)), ("licence", .string(post.licence)),
      ("remixable", .bool(post.isRemixable)), ("published", .bool(post.isPublished)),
      ("parents", .array(post.parents.map { .string($0) })),
    ])
  }
}
