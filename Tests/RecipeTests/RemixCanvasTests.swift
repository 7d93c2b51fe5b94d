import Graph
import Media
import Recipe
import Testing

private var archive: Archive {
  var archive = Archive()
  archive.publish("tall", "canvas { width = 1080, height = 1920, fps = 25 } return solid('red'):lasting(1)")
  archive.publish("film", "return video('phone.mp4')")
  archive.publish("plain", "return solid('red'):lasting(frames(30))")
  archive.publish("late", "local c = solid('red') canvas {} return c:lasting(1)")
  archive.publish("after", "local c = remix('tall') canvas {} return c")
  archive.publish("odd", "canvas { width = 641 } return solid('red'):lasting(1)")
  return archive
}

private func canvas(_ recipe: String) throws -> String {
  let canvas = try run(recipe, in: archive).graph.canvas
  return "\(canvas.size) \(canvas.frameRate)"
}

@Test(
  arguments: [
    // The parent decides where the remix has not.
    ("return remix 'tall'", "1080x1920 25"), ("return remix 'film'", "1080x1920 30000/1001"),
    ("return solid('red'):lasting(1) .. remix 'tall'", "1080x1920 25"),
    ("local p = remix 'plain' return p", "1920x1080 30"),
    ("local t = text('a') return remix 'tall':layer(t)", "1080x1920 25"),
    // What was said or needed before counts.
    ("canvas { width = 640, height = 360 } return remix 'tall'", "640x360 30"),
    ("local v = video('odd.mp4') return v .. remix 'tall'", "642x362 25"),
    ("local w = solid('red').width return remix 'tall'", "1920x1080 30"),
    ("return remix 'plain' .. remix 'tall'", "1920x1080 30"),
    ("return remix 'tall' .. remix 'film'", "1080x1920 25"),
    ("local a = remix 'film' return a .. remix 'tall'", "1080x1920 30000/1001"),
  ] as [(String, String)])
func aChainHasOneCanvas(recipe: String, wanted: String) throws {
  #expect(try canvas(recipe) == wanted)
}

@Test func framesOfAPostAreThoseOfTheSharedCanvas() throws {
  #expect(try run("canvas { fps = 60 } return remix 'plain'", in: archive).graph.duration.seconds == 0.5)
}

@Test func aPostsOwnCanvasIsCheckedAsEver() throws {
  for prelude in ["", "canvas { width = 640, height = 360 } "] {
    #expect(try mistake(in: prelude + "return remix 'late'", archive).came == "it comes too late")
    #expect(try mistake(in: prelude + "return remix 'after'", archive).came == "it comes too late")
    #expect(try mistake(in: prelude + "return remix 'odd'", archive).came == "641x1080 is odd")
  }
  #expect(try mistake(in: "local c = remix 'plain' canvas {} return c", archive).came == "it comes too late")
}
