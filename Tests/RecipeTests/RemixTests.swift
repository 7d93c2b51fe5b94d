import Graph
import Media
import Recipe
import Testing
import Worker

/// A shot with a card on it, an end, and a line that others may turn.
private let parent = """
  local line = param.text { "line", default = "I meant to do that." }
  local shot = video("a.mp4"):trim(0, 8):part "shot"
  local card = text(line):part "card"
  return shot:layer(card, { from = 5, to = 8 }) .. video("short.mp4"):part "ending"
  """

private var archive: Archive {
  var archive = Archive()
  archive.publish("shot", parent)
  archive.publish(
    "twice", #"return remix("shot", { params = { line = "Twice." }, as = "old" }) .. text("2"):lasting(1)"#)
  return archive
}

private func remixed(_ edits: String = "{}") throws -> [String] {
  try nodes("return remix(\"shot\", \(edits))", in: archive)
}

@Test func aRemixWithoutEditsIsThePost() throws {
  #expect(try remixed() == nodes(parent))
  #expect(try run("return remix 'shot'", in: archive).graph == run(parent).graph)
}

@Test func theClipOfARemixIsAClipLikeAnyOther() throws {
  #expect(try run("return remix('shot'):trim(1, 3) .. text('b'):lasting(1)", in: archive).graph.duration.seconds == 3)
  #expect(
    try run("local r = remix 'shot' return text(r.duration):lasting(r.width / 640)", in: archive).graph.duration.seconds
      == 3)
}

@Test func aParamIsSetByName() throws {
  #expect(
    try remixed("{ params = { line = 'Nothing but rim.' } }")
      == nodes(parent.replacing("I meant to do that.", with: "Nothing but rim.")))
}

@Test func aPartIsEditedByAFunction() throws {
  #expect(
    try remixed("{ parts = { shot = function(clip) return clip:reverse() end } }")
      == nodes(parent.replacing(#":part "shot""#, with: ":reverse()")))
  #expect(
    try remixed("{ parts = { card = function() return text('mine') end } }")
      == nodes(parent.replacing("text(line)", with: "text('mine')")))
}

@Test func aPartIsLeftOut() throws {
  #expect(
    try remixed("{ parts = { card = false } }") == nodes("return video('a.mp4'):trim(0, 8) .. video('short.mp4')"))
  #expect(
    try remixed("{ parts = { ending = false } }")
      == nodes("return video('a.mp4'):trim(0, 8):layer(text('I meant to do that.'), { from = 5, to = 8 })"))
}

@Test func theOutermostSettingHasTheLastWord() throws {
  func line(_ recipe: String, _ settings: [String: ParamSetting] = [:]) throws -> String? {
    try run(recipe, settings: settings, in: archive).graph.nodes.first { $0.kind == .text }?.text("text")
  }
  #expect(try line("return remix 'twice'") == "Twice.")
  #expect(try line("return remix('twice', { params = { line = 'Thrice.' } })") == "Thrice.")
  #expect(try line("return remix('twice', { params = { line = 'Thrice.' } })", ["line": .text("Now.")]) == "Now.")
  #expect(try line("return remix 'twice'", ["twice/old/line": .text("Now.")]) == "Now.")
}

@Test func whatAPostWasPublishedWithCountsMoreThanDefaultsAndLessThanEdits() throws {
  var archive = archive
  archive.publish("set", settings: ["line": .text("Published.")], parent)
  func line(_ edits: String) throws -> String? {
    try run("return remix('set', \(edits))", in: archive).graph.nodes.first { $0.kind == .text }?.text("text")
  }
  #expect(try line("{}") == "Published.")
  #expect(try line("{ params = { line = 'Edited.' } }") == "Edited.")
}

@Test func theNearestRemixEditsAPartFirst() throws {
  var archive = archive
  archive.publish("slow", #"return remix("shot", { parts = { shot = function(c) return c:speed(0.5) end } })"#)
  let both = try nodes("return remix('slow', { parts = { shot = function(c) return c:trim(1, 9) end } })", in: archive)
  #expect(both == (try nodes(parent.replacing("trim(0, 8)", with: "trim(0, 8):speed(0.5):trim(1, 9)"))))
  let gone = "return remix('gone', { parts = { card = function(c) return %@ end } })"
  archive.publish("gone", #"return remix("shot", { parts = { card = false } })"#)
  #expect(try nodes(gone.replacing("%@", with: "c:fade(1)"), in: archive) == remixed("{ parts = { card = false } }"))
  #expect(
    try nodes(gone.replacing("%@", with: "text('x')"), in: archive)
      == remixed("{ parts = { card = function() return text('x') end } }"))
}

@Test func filesAndFontsAreThoseOfThePostTheyBelongTo() throws {
  var archive = Archive(owner: "me")
  archive.publish("shot", by: "Ann", parent)
  let result = try run("return remix 'shot' .. video('a.mp4') .. text('b'):lasting(1)", in: archive)
  let digests = result.graph.nodes.compactMap { $0.parameters["asset"] }
  #expect(digests == ["Ann/a.mp4", "Ann/short.mp4", "me/a.mp4"].map { .digest(Digest(of: $0.utf8)) })
  #expect(result.assets == ["a.mp4": Digest(of: "me/a.mp4".utf8)])
  #expect(result.fonts == [Digest(of: "me's font".utf8)])
}

@Test func functionsOfTimeRunInTheRecipeThatTheyCameFrom() throws {
  var archive = Archive()
  let clip = "video('a.mp4'):trim(0, 1):opacity(function(t) count = count + 1 return count / 100 end)"
  archive.publish("moving", "count = 0 return \(clip)")
  for isolation in [Isolation.inProcess, .standard] {
    let graph = try run("count = 50 return remix 'moving' .. \(clip)", in: archive, isolation: isolation).graph
    #expect(
      graph.nodes[2].parameters["value"] == (try run("count = 0 return \(clip)").graph.nodes.last?.parameters["value"]))
    #expect(
      graph.nodes[3].parameters["value"] == (try run("count = 50 return \(clip)").graph.nodes.last?.parameters["value"])
    )
  }
}

@Test func aPartsFunctionMayUseWhatItsRecipeHas() throws {
  let recipe = """
    local title = text("mine")
    local seen = {}
    return remix("shot", { parts = { ending = function(clip)
      seen[#seen + 1] = clip.duration
      return clip:layer(title) .. remix("shot", { parts = { ending = function(c) return c:lasting(1) end } })
    end } }) .. text(table.concat(seen, " ")):lasting(1)
    """
  let graph = try run(recipe, in: archive).graph
  #expect(graph.duration.seconds == 8 + 2 + (8 + 1) + 1)
  #expect(graph.nodes.contains { $0.text("text") == "2.0" })
}

@Test func aChainGivesTheSameGraphInProcessesAndOnThreads() throws {
  let recipe = "return remix('twice', { parts = { shot = function(c) return c:reverse() end } })"
  #expect(try run(recipe, in: archive, isolation: .standard).graph.text == run(recipe, in: archive).graph.text)
}
