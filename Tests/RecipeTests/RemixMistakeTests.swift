import Graph
import Media
import Recipe
import Testing
import Worker

private var archive: Archive {
  var archive = Archive()
  archive.publish(
    "shot", by: "Ann",
    """
    local line = param.text { "line", default = "a", max = 5 }
    local pace = param.number { "pace", default = 1, min = 0.5, step = 0.5 }
    local film = param.video { "film", default = "a.mp4" }
    local clip = video(film):speed(pace):part "clip"
    return clip:layer(text(line):part "card", { from = 1 })
    """)
  archive.publish("closed", by: "Bob", mayBeRemixed: false, "return solid('red'):lasting(1)")
  archive.publish("wrong", "\nreturn vidio('a.mp4')")
  archive.publish("broken", "return (")
  archive.publish("words", "return 'a'")
  archive.publish("deep", "\n\nreturn remix 'wrong'")
  return archive
}

/// What comes after `return remix(`, and what is said of it; a name before @ stands for the post's label.
private let mistakes = ##"""
  )
    missing r.lua:1: remix: post is missing; wanted the name of a post, such as "missed-shot@9f2c41d8"
  {})
    missing r.lua:1: remix: post is missing; wanted the name of a post, such as "missed-shot@9f2c41d8"
  video('a.mp4'))
    wrongType r.lua:1: remix: post is a clip; wanted the name of a post, such as "missed-shot@9f2c41d8"
  'nobody')
    post r.lua:1: remix: there is no post "nobody"; import it first
  'closed')
    refused r.lua:1: remix: Closed by Bob may not be remixed; ask its author, or remix another post
  'shot', { onto = 'closed' })
    refused r.lua:1: remix: Closed by Bob may not be remixed; ask its author, or remix another post
  'shot', { prams = {} })
    unknownName r.lua:1: remix: there is no "prams"; did you mean "params"?
  'shot', { params = 3 })
    wrongType r.lua:1: remix: params is the number 3; wanted a table of values by param, such as { line = "Hello" }
  'shot', { params = { 'x' } })
    wrongType r.lua:1: remix: params is a list; wanted a table of values by param, such as { line = "Hello" }
  'shot', { params = { [true] = 'x' } })
    wrongType r.lua:1: remix: params has a value under true; wanted a table of values by param, such as { line = "Hello" }
  'shot', { params = { line = {} } })
    wrongType r.lua:1: remix: "line" in params is a table; wanted a text, a number, true or false
  'shot', { parts = { card = true } })
    wrongType r.lua:1: remix: "card" in parts is true; wanted a function from clip to clip, or false to leave it out
  'shot', { parts = { card = text('x') } })
    wrongType r.lua:1: remix: "card" in parts is a clip; wanted a function from clip to clip, or false to leave it out
  'shot', { parts = false })
    wrongType r.lua:1: remix: parts is false; wanted a table by part: functions from clip to clip, or false to leave one out
  'shot', { as = 'a/b' })
    part r.lua:1: remix: "a/b" is no name for a remix; use letters, digits, - and _
  'shot', { params = { line = 3 } })
    param r.lua:1: remix: param "line" is 3; wanted a text
  'shot', { params = { line = 'much too long' } })
    param r.lua:1: remix: param "line" is "much too long"; wanted at most 5 characters, not 13
  'shot', { params = { pace = 0.75 } })
    param r.lua:1: remix: param "pace" is 0.75; wanted 0.5 plus a multiple of 0.5
  'shot', { params = { film = 'missing.mp4' } })
    asset r.lua:1: remix: param "film": there is no file "missing.mp4"; put it beside the recipe
  'shot', { params = { lime = 'x' } })
    param r.lua:1: remix: shot@ has no param "lime"; it has line, pace, film; did you mean "line"?
  'shot', { parts = { shot = false } })
    part r.lua:1: remix: shot@ has no part "shot"; it has clip, card
  'shot', { parts = { clip = function() end } })
    part r.lua:1: remix: the function for part "clip" returns nothing; wanted one clip; end it with: return clip
  'shot', {⏎ parts = { clip = function(c)⏎ return c, c end } })
    part r.lua:2: remix: the function for part "clip" returns 2 values; wanted one clip; end it with: return clip
  'shot', { parts = { clip = function(c) return 'x' end } })
    part r.lua:1: remix: the function for part "clip" returns the text "x"; wanted one clip; end it with: return clip
  'shot', { parts = { clip = function(c)⏎ return c:speeed(2) end } })
    unknownName r.lua:2: a clip has no "speeed"; did you mean "speed"?
  'shot', { parts = { clip = function(c)⏎ return c:speed(0) end } })
    outOfRange r.lua:2: speed: factor is 0; wanted a factor from 0.01 to 100, keyframes, or a function of time
  'shot', { parts = { clip = function(c)⏎ return c.x.y end } })
    unknownName r.lua:2: a clip has no "x"
  'shot', { parts = { clip = function(c)⏎ error('never') end } })
    runtime r.lua:2: never
  'shot', { parts = { clip = function(c) return c:trim(0, 1) end } })
    outOfRange shot@:5: layer: from 1 s is not before the clip's end at 1 s; start earlier
  'shot', { onto = 'words' })
    post r.lua:1: remix: shot@ and words@ remix no post in common; leave onto out
  'wrong')
    unknownName wrong@:2: there is no "vidio"; did you mean "video"?
  'broken')
    syntax broken@:1: unexpected symbol near <eof>
  'words')
    result words@: the recipe returns the text "a"; wanted a clip; end it with: return clip
  'deep')
    unknownName wrong@:2: there is no "vidio"; did you mean "video"?
  """##

@Test(arguments: Mistake.all(in: mistakes)) func aMistakeInARemixIsToldInWordsThatHelp(entry: Mistake) throws {
  let archive = archive
  let error = try mistake(in: "return remix(\(entry.source)", archive)
  var said = "\(error.code.rawValue) \(error)"
  for (name, post) in archive.posts { said = said.replacing("\(name)@\("\(post.id)".prefix(8))", with: "\(name)@") }
  #expect(said == entry.answer)
}

@Test func anErrorInAPostLeadsBackThroughTheRemixes() throws {
  let error = try mistake(in: "\nlocal r = remix 'deep'\nreturn r", archive)
  let deep = "deep@\(try "\(archive.post(named: "deep").id)".prefix(8))"
  #expect(error.traceback.map(\.description).suffix(2) == ["\(deep):3", "r.lua:2"])
}

@Test func aMistakeInAPostCanBeCaught() throws {
  let recipe = """
    local isThere, why = pcall(remix, "deep")
    return isThere and remix "shot" or text(why):lasting(1)
    """
  let said = try run(recipe, in: archive).graph.nodes[0].text("text")
  #expect(said?.hasPrefix("r.lua:1: wrong@") == true)
  #expect(said?.hasSuffix(":2: there is no \"vidio\"; did you mean \"video\"?") == true)
}

@Test func aFunctionOfTimeFromARemixThatFailedIsAnError() throws {
  var archive = Archive()
  archive.publish("p", "video('a.mp4'):opacity(function(t) return t end):part 'x' error 'late'")
  let recipe = """
    local kept
    pcall(remix, "p", { parts = { x = function(clip) kept = clip return clip end } })
    return kept
    """
  #expect(try mistake(in: recipe, archive).description.contains("opacity: its function of time ended with the recipe"))
}

@Test func aStepIsSaidInTheSchemaOnlyWhereItCountsFromZero() throws {
  func schema(_ bounds: String) throws -> String {
    try run("param.number { 'n', default = 1, \(bounds) } return solid('red'):lasting(1)").params[0].schema.text
  }
  #expect(try schema("step = 0.25").contains(#""multipleOf":0.25"#))
  #expect(try schema("min = 0.5, step = 0.25").contains(#""multipleOf":0.25"#))
  #expect(try !schema("min = 0.3, step = 0.7").contains("multipleOf"))
}

@Test(arguments: ["remix 'shot'", "text('b'):part 'b'", "param.toggle { 'b', default = true }", "canvas {}"])
func nothingIsDeclaredInAFunctionOfTime(call: String) throws {
  let recipe = "return video('a.mp4'):opacity(function(t)\n \(call) return 1 end)"
  #expect(
    try mistake(in: recipe, archive).description.hasSuffix("it comes too late; say it outside of functions of time"))
}
