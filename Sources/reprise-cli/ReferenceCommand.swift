import ArgumentParser
import Reprise

/// `reprise reference`: the words of the language, as Markdown, or in one text for language models.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the reference of the recipe language.",
    discussion: """
      As Markdown, page by page, or in the form that a language model needs to write a recipe that runs.

      Examples:

        reprise reference --for-models > reprise.txt
        reprise reference --for-models --json
      """)

  @Flag(help: "Print one text of about 10 000 tokens, with examples that run.")
  var forModels = false

  @Flag(name: .customLong("json"), help: "Print one JSON object: the pages by name.")
  var isJSON = false

  func run() throws {
    guard !forModels else {
      let text = LanguageReference.forModels
      return try Console(isJSON: isJSON).show(
        text, .object([("text", .string(text)), ("bytes", .number(text.utf8.count))]))
    }
    let pages = LanguageReference.pages
    try Console(isJSON: isJSON).show(
      pages.map(\.text).joined(separator: "\n"),
      .object([("pages", .object(pages.map { ($0.name, .string($0.text)) }))]))
  }
}
