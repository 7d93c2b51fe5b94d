import Graph
import Recipe
import Testing

/// Two remixes of one parent: one sets its line and reverses the shot, one has a line of its own and drops the card.
private var archive: Archive {
  var archive = Archive()
  archive.publish(
    "p",
    """
    local line = param.text { 'line', default = 'p' }
    return video('a.mp4'):part 'shot':layer(text(line):part 'card', { from = 1 }):layer(text(line .. '!'), { from = 2 })
    """)
  archive.publish(
    "a", parents: ["p"],
    "return remix('p', { params = { line = 'a' }, parts = { ['/shot'] = function(c) return c:reverse() end } })")
  archive.publish(
    "b", parents: ["p"],
    """
    local line = param.text { 'line', default = 'b' }
    local old = remix('p', { parts = { card = false, shot = function(c) return c:speed(2) end } })
    return old .. text(line):part 'shot':lasting(1)
    """)
  archive.publish("other", "return solid('red'):lasting(1)")
  return archive
}

@Test func bothRemixesOfAParentApply() throws {
  let merged = try nodes("return remix('a', { onto = 'b' })", in: archive)
  let wanted = try nodes(
    "return video('a.mp4'):speed(2):reverse():layer(text('a!'), { from = 2 }) .. text('b'):lasting(1)")
  #expect(merged == wanted)
}

@Test func aMergeMayBeEditedInItsTurn() throws {
  let recipe = "return remix('a', { onto = 'b', params = { ['/p/line'] = 'x' }, parts = { ['/p/shot'] = false } })"
  #expect(
    try nodes(recipe, in: archive) == nodes("return video('a.mp4'):speed(2):reverse():layer(text('a!'), { from = 2 })"))
}

@Test func theLineageOfAMergeHasBoth() throws {
  let result = try run("return remix('a', { onto = 'b' })", in: archive)
  #expect(result.lineage.map { "\($0.depth) \($0.name) \($0.path)" } == ["1 a a", "2 b a/p", "3 p a/p/p"])
  #expect(result.lineage[1].changes.params.map(\.path) == ["line"])
  #expect(result.lineage[1].changes.parts.map(\.path) == ["shot"])
  #expect(result.parents.map(\.name) == ["a", "b"])
}

@Test func anEditOfTheFirstMustNameSomethingOfTheParent() throws {
  var archive = archive
  archive.publish("c", parents: ["p"], "return remix('p', { parts = { gone = false } })")
  let error = try mistake(in: "return remix('c', { onto = 'b' })", archive)
  #expect(error.came.hasSuffix("has no part \"gone\"; it has shot, card"))
}

@Test func postsWithoutACommonParentAreNotMerged() throws {
  let error = try mistake(in: "return remix('other', { onto = 'b' })", archive)
  #expect(error.came.hasSuffix("remix no post in common"))
  #expect(error.code == .post)
}
