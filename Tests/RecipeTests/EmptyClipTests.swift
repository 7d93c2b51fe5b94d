import Graph
import Media
import Recipe
import Testing

/// A parent in which `x` is left out, against the same without it.
@Test(
  arguments: [
    ("x .. b", "b"), ("b .. x", "b"), ("x .. b .. x .. c", "b .. c"), ("sequence(x, b, x, c)", "sequence(b, c)"),
    ("stack(x, b)", "b"), ("stack { b, x, c }", "stack(b, c)"), ("b:layer(x)", "b"), ("b:mask(x)", "b"),
    ("b:displace(x)", "b"), ("b:layer(x, { from = 99 })", "b"),
    ("x:layer(b)", "b"), ("x:layer(b, { from = 0, to = 1 })", "b:trim(0, 1)"), ("x:over(b)", "b"), ("b:over(x)", "b"),
    ("b:after(x)", "b"), ("b:after(x, -1)", "b"), ("x:after(b, -5)", "b"), ("b:crossfade(x, 1)", "b"),
    ("x:crossfade(b, 1)", "b"), ("b:transition(x, 'push')", "b"), ("x:transition(b, function() end)", "b"),
    ("b:transition(c, 'luma', { matte = x })", "b:transition(c, 'crossfade')"), ("x:pingpong():framerate(8) .. b", "b"),
    ("x:trim(1, 2):speed(2):loop(3):at(0, 0):fade():mute():crop { width = 9 } .. b", "b"),
    ("x:part 'inner' .. b", "b"), ("(x .. x):layer(x) .. b", "b"),
    ("b:trim(0, 1 + x.duration + x.width)", "b:trim(0, 1)"),
    ("t .. x", "t"), ("x .. t", "t"),
  ] as [(String, String)])
func whatIsLeftOutVanishesWhereverItStands(clip: String, rest: String) throws {
  let names = "local b, c, t = video('a.mp4'), video('b.mp4'), text('open') local x = "
  var archive = Archive()
  archive.publish("p", "\(names) video('x.mp4'):part 'x' local r = \(clip) return r.duration and r or r:lasting(1)")
  #expect(
    try nodes("return remix('p', { parts = { x = false } })", in: archive)
      == nodes("\(names) nil local r = \(rest) return r.duration and r or r:lasting(1)"))
}

@Test func aLayerOverNothingKeepsItsTime() throws {
  var archive = Archive()
  archive.publish("p", "return video('a.mp4'):part 'x':layer(video('short.mp4'), { from = 20 })")
  archive.publish("q", "return video('a.mp4'):part 'x':layer(video('short.mp4'), { from = 2 })")
  let left = try run("return remix('q', { parts = { x = false } })", in: archive).graph
  #expect(left.duration.seconds == 4)
  #expect(throws: RecipeError.self) { try run("return remix 'p'", in: archive) }
}

@Test func aRecipeOfNothingIsAnError() throws {
  var archive = Archive()
  archive.publish("p", "return video('a.mp4'):part 'x'")
  let nothing = "remix('p', { parts = { x = false } })"
  #expect(
    try "\(mistake(in: "return \(nothing)", archive))"
      == "r.lua: the recipe comes to nothing: all that it shows is left out; leave one part in")
  #expect(try nodes("return \(nothing) .. video('b.mp4')", in: archive) == nodes("return video('b.mp4')"))
}
