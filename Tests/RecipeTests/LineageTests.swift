import Graph
import Recipe
import Testing
import Worker

private var archive: Archive {
  var archive = Archive()
  archive.publish(
    "root", by: "Ann",
    "local line = param.text { 'line', default = 'a' } return text(line):part 'card':lasting(2):part 'whole'")
  archive.publish("left", by: "Bob", parents: ["root"], "return remix('root', { parts = { card = false } })")
  archive.publish(
    "right", by: "Cleo", licence: "CC0", parents: ["root"],
    "return remix('root', {\n params = { line = 'r' },\n parts = { whole = function(c) return c:speed(2) end } })")
  archive.publish("both", parents: ["left", "right"], "return remix('left') .. remix('right', { as = 'r' })")
  return archive
}

@Test func theLineageSaysWhatEachLinkChanged() throws {
  // What `left` leaves of `root` is nothing, which `both` joins all the same.
  let result = try run(
    "\nreturn remix('both', { parts = { ['r/root/card'] = function(c) return c end } })", in: archive)
  let lines = result.lineage.map { ancestor in
    let params = ancestor.changes.params.map { "\($0.path) = \($0.value.json.text)" }
    let parts = ancestor.changes.parts.map { "\($0.path) \($0.line.map { "edited in line \($0)" } ?? "left out")" }
    return
      "\(ancestor.depth) \(ancestor.path) by \(ancestor.author ?? "-"): \((params + parts).joined(separator: ", "))"
  }
  #expect(
    lines == [
      "1 both by -: r/root/card edited in line 2", "2 both/left by Bob: ", "3 both/left/root by Ann: card left out",
      "2 both/r by Cleo: ", "3 both/r/root by Ann: line = \"r\", whole edited in line 3",
    ])
  #expect(result.lineage.map(\.name) == ["both", "left", "root", "right", "root"])
  #expect(result.lineage[4].place.line == 1)
  #expect(result.lineage[3].licence == "CC0")
  #expect(result.lineage[1].title == "Left")
}

@Test func theNamesOfPostsAreRecordedForPublishing() throws {
  let result = try run("return remix('right') .. remix('root') .. remix('right')", in: archive)
  #expect(result.parents.map(\.name) == ["right", "root"])
  #expect(result.parents[1].id == (try archive.post(named: "root").id))
  #expect(try run("return remix('both')", in: archive).parents.map(\.name) == ["both"])
}

@Test func creditsNameEachPostOnceChildrenFirst() throws {
  func credits(_ recipe: String) throws -> String? {
    try run("\(recipe) return text(credits()):lasting(1)", in: archive).graph.nodes[0].text("text")
  }
  #expect(try credits("") == "")
  #expect(try credits("remix 'root'") == "Root by Ann (CC-BY-4.0)")
  #expect(
    try credits("remix 'both'")
      == "Both (CC-BY-4.0)\nLeft by Bob (CC-BY-4.0)\nRight by Cleo (CC0)\nRoot by Ann (CC-BY-4.0)")
  #expect(
    try credits("remix 'root' remix 'left'") == "Left by Bob (CC-BY-4.0)\nRoot by Ann (CC-BY-4.0)")
  #expect(
    try run("local c = credits() remix 'root' return text(c):lasting(1)", in: archive).graph.nodes[0].text("text") == ""
  )
}

@Test func aCreditIsOneLineWhateverTheTitleSays() throws {
  var archive = Archive()
  archive.publish("a\nb", licence: "", "return solid('red'):lasting(1)")
  let text = "local r = remix('a\\nb') return text(credits()):lasting(1)"
  #expect(try run(text, in: archive).graph.nodes[0].text("text") == "A b")
  #expect(try run(text, in: archive).lineage[0].path == "post")
}

@Test func warningsNameThePostThatTheyAreFrom() throws {
  var archive = Archive()
  let name = archive.publish("old", "\nreturn video('broken.mp4')")
  #expect(
    try run("return remix 'old'", in: archive).warnings.map(\.description) == [
      "\(name):2: warning: broken.mp4: the last 2 s cannot be read"
    ])
}
