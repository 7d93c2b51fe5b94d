import ArgumentParser
import Reprise

/// `reprise reference`: the words of the language, as Markdown. Hidden, since docs/reference has the same pages.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the reference of the recipe language, as Markdown.",
    shouldDisplay: false)

  @Flag(name: .customLong("json"), help: "Print one JSON object: the pages by name.")
  var isJSON = false

  func run() throws {
    let pages = LanguageReference.pages
    try Console(isJSON: isJSON).show(
      pages.map(\.text).joined(separator: "\n"),
      .object([("pages", .object(pages.map { ($0.name, .string($0.text)) }))]))
  }
}
