import Graph
import Media
import Recipe
import Testing

private func canvas(_ recipe: String) throws -> String {
  let canvas = try run(recipe).graph.canvas
  return "\(canvas.size) \(canvas.frameRate)"
}

@Test(
  arguments: [
    ("return solid('red'):lasting(1)", "1920x1080 30"), ("return image('photo.jpg'):lasting(1)", "1920x1080 30"),
    ("return video('phone.mp4')", "1080x1920 30000/1001"), ("return video('odd.mp4')", "642x362 25"),
    ("return video('tiny.mp4')", "1920x1080 30"),
    ("return image('photo.jpg'):lasting(1) .. video('phone.mp4') .. video('odd.mp4')", "1080x1920 30000/1001"),
    ("canvas {} return video('phone.mp4')", "1920x1080 30"),
    ("canvas { width = 640, height = 360, fps = 23.976 } return video('phone.mp4')", "640x360 24000/1001"),
    ("canvas(640, 360) return video('phone.mp4')", "640x360 30"),
    ("local f = frames(30) return video('phone.mp4'):lasting(f)", "1920x1080 30"),
    ("local w = solid('red').width return video('phone.mp4')", "1920x1080 30"),
    ("local w = text('a').width return video('phone.mp4')", "1080x1920 30000/1001"),
  ] as [(String, String)])
func theCanvasIsWhatIsSaidOrTheFirstVideos(recipe: String, wanted: String) throws {
  #expect(try canvas(recipe) == wanted)
}

@Test func framesAreThoseOfTheCanvas() throws {
  let graph = try run("canvas { fps = 29.97 } return solid('red'):lasting(frames(1001))").graph
  #expect(graph.frameCount == 1001)
}

@Test func propertiesSayWhatAClipIs() throws {
  let recipe = """
    local v, t, a = video('phone.mp4'):trim(1, 3), text('abc'), audio('song.mp3')
    local s = { v.duration, v.width, v.height, tostring(t.duration), t.width, t.height, a.duration, a.width, (v .. t).width }
    for i = 1, #s do s[i] = tostring(s[i]) end
    return text(table.concat(s, ' ')):lasting(1)
    """
  #expect(try run(recipe).graph.nodes[0].text("text") == "2.0 1080 1920 nil 30 20 30.0 0 1080")
}

@Test func warningsNameThePlace() throws {
  let result = try run(
    "local v = video('broken.mp4')\nlocal t = text('a', { font = 'Nope' })\nreturn v:layer(t):layer(t)")
  #expect(
    result.warnings.map(\.description) == [
      "r.lua:1: warning: broken.mp4: the last 2 s cannot be read",
      "r.lua:2: warning: text: the font \"Nope\" is not installed",
    ])
}
