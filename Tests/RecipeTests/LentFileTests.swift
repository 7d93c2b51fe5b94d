import Graph
import Recipe
import Testing
import Worker

private var archive: Archive {
  var archive = Archive(owner: "me")
  let source = """
    local film = param.video { "film", default = "a.mp4" }
    local say = param.text { "say", default = "-" }
    return video(film) .. text(film .. say):lasting(1)
    """
  archive.publish("post", by: "Ann", source)
  archive.publish("set", by: "Ann", settings: ["film": .text("b.mp4")], source)
  archive.publish("middle", by: "Bob", "return remix('post', { params = { film = 'b.mp4' } })")
  archive.publish(
    "passing", by: "Bob",
    "local clip = param.video { 'clip', default = 'c.mp4' } return remix('post', { params = { film = clip } })")
  return archive
}

/// Whose file plays, and what the recipe sees of it.
private func film(_ recipe: String, _ settings: [String: ParamSetting] = [:]) throws -> [String] {
  let nodes = try run(recipe, settings: settings, in: archive).graph.nodes
  let owners = ["me", "Ann", "Bob"].flatMap { owner in ["a", "b", "c", "d"].map { "\(owner)/\($0).mp4" } }
  let files = owners.filter { nodes[0].parameters["asset"] == .digest(Digest(of: $0.utf8)) }
  return files + nodes.compactMap { $0.text("text") }
}

@Test func aFileThatARemixSetsIsTheRemixsOwn() throws {
  #expect(try film("return remix('post')") == ["Ann/a.mp4", "a.mp4-"])
  #expect(try film("return remix('post', { params = { film = 'd.mp4' } })") == ["me/d.mp4", "param/film/d.mp4-"])
  #expect(try film("return remix('middle')") == ["Bob/b.mp4", "param/film/b.mp4-"])
  #expect(try film("return remix('middle', { params = { film = 'd.mp4' } })") == ["me/d.mp4", "param/film/d.mp4-"])
  #expect(try film("return remix('set')") == ["Ann/b.mp4", "b.mp4-"])
}

@Test func aFileIsLentOnUnderOneNameAlone() throws {
  #expect(try film("return remix('passing')") == ["Bob/c.mp4", "param/film/c.mp4-"])
  #expect(try film("return remix('passing', { params = { clip = 'd.mp4' } })") == ["me/d.mp4", "param/film/d.mp4-"])
}

@Test func whatARecipeLendsIsAmongItsFiles() throws {
  let result = try run("return remix('post', { params = { film = 'd.mp4' } })", in: archive)
  #expect(result.assets == ["d.mp4": Digest(of: "me/d.mp4".utf8)])
  #expect(result.lent.isEmpty)
}

@Test func whatTheCallerNamesLiesWhereTheCallerSays() throws {
  let recipe = "local film = param.video { 'film', default = 'a.mp4' } return video(film) .. video('a.mp4')"
  let result = try RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess)).evaluate(
    recipe, name: "r.lua", settings: ["film": .word("a.mp4")], library: Archive(owner: "recipe"),
    lent: Archive(owner: "caller"))
  #expect(result.lent == ["a.mp4": Digest(of: "caller/a.mp4".utf8)])
  #expect(result.assets == ["a.mp4": Digest(of: "recipe/a.mp4".utf8)])
}

@Test func aTextThatIsSetOpensNoFile() throws {
  let recipe = "local say = param.text { 'say', default = 'a.mp4' } return video(say)"
  let set: [String: ParamSetting] = ["say": .text("d.mp4")]
  let result = try RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess)).evaluate(
    recipe, name: "r.lua", settings: set, library: Archive(owner: "recipe"), lent: Archive(owner: "caller"))
  #expect(result.lent.isEmpty)
  #expect(result.assets == ["d.mp4": Digest(of: "recipe/d.mp4".utf8)])
}

@Test func warningsCallALentFileByItsName() throws {
  let result = try run("return remix('post', { params = { film = 'broken.mp4' } })", in: archive)
  #expect(result.warnings.map(\.message) == ["broken.mp4: the last 2 s cannot be read"])
}
