import Graph
import Media
import Recipe
import Testing
import Worker

private let card = "local line = param.text { 'line', default = 'a' } return text(line):part 'card':lasting(1)"

/// `cards` shows two cards and says a line of its own; `more` shows those, and another card.
private var archive: Archive {
  var archive = Archive()
  archive.publish("card", card)
  archive.publish(
    "cards",
    """
    local line = param.text { 'line', default = 'own' }
    return remix('card') .. remix('card', { as = 'second' }) .. text(line):part 'title':lasting(1)
    """)
  archive.publish("more", "return remix('cards') .. remix('card') .. remix('card')")
  return archive
}

private func words(_ recipe: String, _ settings: [String: ParamSetting] = [:]) throws -> String {
  let nodes = try run(recipe, settings: settings, in: archive).graph.nodes
  return nodes.compactMap { $0.text("text") }.joined(separator: " ")
}

@Test func everythingInheritedHasAPath() throws {
  let result = try run("param.number { 'n', default = 1 } return remix('more')", in: archive)
  #expect(
    result.params.map(\.path) == [
      "n", "more/cards/line", "more/cards/card/line", "more/cards/second/line", "more/card/line", "more/card-2/line",
    ])
  #expect(
    result.parts.map(\.path) == [
      "more/cards/title", "more/cards/card/card", "more/cards/second/card", "more/card/card", "more/card-2/card",
    ])
  #expect(result.params.map(\.isInherited) == [false, true, true, true, true, true])
  #expect(result.params[1].name == "line")
  #expect(
    result.params[1].place == Place(chunk: "cards@\(try "\(archive.post(named: "cards").id)".prefix(8))", line: 1))
}

@Test(
  arguments: [
    ("cards/line", "a a x"), ("/cards/line", "a a x"), ("cards/card/line", "x a own"), ("second/line", "a x own"),
    ("card-2/line", "a a own a x"), ("/card/line", "a a own x a"),
  ] as [(String, String)])
func anEditReachesWhatItsPathEndsWith(path: String, shown: String) throws {
  let graph = try words("return remix('more', { params = { ['\(path)'] = 'x' } })")
  // Equal texts are one node, so only their kinds are compared.
  #expect(Set(graph.split(separator: " ")) == Set(shown.split(separator: " ")))
}

@Test func settingsFromOutsideReachAsEditsDo() throws {
  #expect(try words("return remix('cards')", ["cards/line": .text("x")]) == "a x")
  #expect(try words("return remix('cards')", ["/cards/card/line": .text("x")]) == "x a own")
  #expect(try words("return remix('cards')", ["second/line": .word("x")]) == "a x own")
}

@Test func remixesOfOneNameAreNumbered() throws {
  let recipe =
    "return remix('card') .. remix('card', { as = 'card' }) .. remix('card', { as = 'card-2' }) .. remix('card')"
  #expect(
    try run(recipe, in: archive).parts.map(\.path) == ["card/card", "card-2/card", "card-2-2/card", "card-3/card"])
}

private let refusals: [(edits: String, answer: String)] = [
  (
    "params = { line = 'x' }",
    "\"line\" names two params: cards/line and cards/card/line; write the whole path, such as \"/cards/line\""
  ),
  (
    "parts = { card = false }",
    "\"card\" names two parts: cards/card/card and cards/second/card; write the whole path, such as \"/cards/card/card\""
  ),
  (
    "parts = { ['second/card'] = false, ['cards/second/card'] = false }",
    "\"cards/second/card\" and \"second/card\" name the same part, cards/second/card; keep one of them"
  ),
  (
    "params = { lime = 'x' }",
    "more@ has no param \"lime\"; it has cards/line, cards/card/line, cards/second/line, card/line, card-2/line; did you mean \"line\"?"
  ),
  (
    "parts = { ['/title'] = false }",
    "more@ has no part \"/title\"; it has cards/title, cards/card/card, cards/second/card, card/card, card-2/card; did you mean \"title\"?"
  ),
  (
    "parts = { [''] = false }",
    "more@ has no part \"\"; it has cards/title, cards/card/card, cards/second/card, card/card, card-2/card"
  ),
]

@Test(arguments: refusals)
func anEditThatNamesNothingOrTooMuchIsRefused(sample: (edits: String, answer: String)) throws {
  let error = try mistake(in: "\n\nreturn remix('more', { \(sample.edits) })", archive)
  let label = "more@\(try "\(archive.post(named: "more").id)".prefix(8))"
  #expect("\(error)" == "r.lua:3: remix: " + sample.answer.replacing("more@", with: label))
}

@Test func aPostWithoutPartsSaysSo() throws {
  var archive = Archive()
  archive.publish("bare", "return solid('red'):lasting(1)")
  let error = try mistake(in: "return remix('bare', { parts = { a = false } })", archive)
  #expect(error.came.hasSuffix("has no part \"a\"; it has none"))
  #expect(error.code == .part)
}
