import Graph
import Media
import Recipe
import Testing

private let video = "{\"asset\":\"\(asset("a.mp4"))\",\"kind\":\"video\",\"seconds\":10}"
private let short = "{\"asset\":\"\(asset("short.mp4"))\",\"kind\":\"video\",\"seconds\":2}"

private func solid(_ seconds: Double) -> String {
  "{\"color\":\"#ff0000\",\"kind\":\"solid\",\"seconds\":\(CanonicalJSON.form(of: seconds))}"
}

@Test func trimKeepsWhatLiesBetween() throws {
  #expect(try nodes("return video('a.mp4'):trim(2, 5)") == [video, #"{"from":2,"kind":"trim","of":[0],"to":5}"#])
  #expect(try nodes("return video('a.mp4'):trim('0:02', frames(150))") == nodes("return video('a.mp4'):trim(2, 5)"))
  #expect(try nodes("return video('a.mp4'):trim(2)") == [video, #"{"from":2,"kind":"trim","of":[0],"to":10}"#])
  #expect(try nodes("return video('a.mp4'):trim(0, 10)") == [video])
  #expect(try nodes("return video('a.mp4'):trim(nil, 10)") == [video])
}

@Test func lastingGivesAnEnd() throws {
  #expect(try nodes("return solid('red'):lasting(3)") == [solid(3)])
  #expect(
    try nodes("return solid('red'):trim(1):lasting(3)") == [solid(4), #"{"from":1,"kind":"trim","of":[0],"to":4}"#])
  #expect(try nodes("return video('a.mp4'):lasting(10)") == [video])
}

@Test(
  arguments: [
    ("video('a.mp4')", 10), ("video('a.mp4') .. video('short.mp4')", 12), ("video('short.mp4'):loop(3)", 6),
    ("video('a.mp4'):speed(4)", 2.5), ("video('a.mp4'):speed(0.5)", 20), ("video('a.mp4'):reverse()", 10),
    ("video('a.mp4'):crossfade(video('short.mp4'), 0.5)", 11.5),
    ("video('a.mp4'):crossfade(video('short.mp4'), 2)", 10),
    ("video('a.mp4'):crossfade(text('a'), 2):lasting(15)", 15),
    ("video('a.mp4'):after(video('short.mp4'), 1)", 13), ("video('a.mp4'):after(video('short.mp4'), -1)", 11),
    ("video('short.mp4'):after(video('a.mp4'), -5)", 10), ("stack(text('a'), video('short.mp4'), video('a.mp4'))", 10),
    ("text('a'):layer(video('short.mp4'), { from = 1 })", 3), ("video('short.mp4'):layer(video('a.mp4'))", 2),
    ("video('short.mp4'):over(video('a.mp4'))", 10), ("video('a.mp4'):freeze(3):lasting(1)", 1),
    ("video('short.mp4'):loop():lasting(7)", 7), ("video('a.mp4'):trim(1, 3) .. text('a'):lasting(1)", 3),
    ("video('phone.mp4'):lasting(frames(30))", 1.001),
  ] as [(String, Double)])
func clipsLastAsLongAsTheirWordsSay(clip: String, length: Double) throws {
  #expect(try seconds("return \(clip)") == length)
}

@Test func aLayerEndsWithItsBase() throws {
  #expect(
    try nodes("return video('short.mp4'):layer(solid('red'), { from = 0.5 })") == [
      short, solid(1.5), #"{"kind":"delay","of":[1],"seconds":0.5}"#, #"{"kind":"stack","of":[0,2]}"#,
    ])
  #expect(
    try nodes("return video('short.mp4'):layer(video('a.mp4'))") == [
      short, video, #"{"from":0,"kind":"trim","of":[1],"to":2}"#, #"{"kind":"stack","of":[0,2]}"#,
    ])
  #expect(
    try nodes("return video('a.mp4'):layer(solid('red'), { from = 1, to = 3 })") == [
      video, solid(2), #"{"kind":"delay","of":[1],"seconds":1}"#, #"{"kind":"stack","of":[0,2]}"#,
    ])
}

@Test func theGoingOfAFadeWaitsForTheEndThatTheLayerGives() throws {
  let graph = try run("return video('a.mp4'):layer(text('a'):fade(0.3), { from = 1, to = 3 })").graph
  let fade = try #require(graph.nodes.first { $0.kind == .fade })
  #expect(fade.duration == Time(seconds: 2))
  #expect(fade.parameters["out"] == .time(Time(flicks: 3 * Time.flicksPerSecond / 10)))
}

@Test func sequencesOfSequencesAreOne() throws {
  let flat = try nodes("return sequence { video('a.mp4'), video('b.mp4'), video('c.mp4'), video('d.mp4') }")
  for recipe in [
    "return video('a.mp4') .. video('b.mp4') .. video('c.mp4') .. video('d.mp4')",
    "return sequence(sequence(video('a.mp4'), video('b.mp4')), video('c.mp4'), video('d.mp4'))",
    "return ((video('a.mp4') .. video('b.mp4')) .. video('c.mp4')) .. video('d.mp4')",
  ] {
    #expect(try nodes(recipe).last == flat.last, "\(recipe)")
  }
}

@Test func aJoinOfOneClipIsThatClip() throws {
  #expect(try nodes("return sequence { video('a.mp4') }") == [video])
  #expect(try nodes("return stack(video('a.mp4'))") == [video])
}

@Test func wordsThatChangeNothingLeaveNoTrace() throws {
  for word in ["speed(1)", "loop(1)", "trim()", "part('x')"] {
    #expect(try nodes("return video('a.mp4'):\(word)") == [video], "\(word)")
  }
  #expect(try nodes("return video('silent.mp4'):mute()").count == 1)
}

@Test func layersInnerToAStackEndWithTheirOwnBase() throws {
  // The text is laid over two seconds; what is stacked above lasts ten.
  let graph = try run("return stack(video('short.mp4'):layer(text('a')), video('a.mp4'))").graph
  let text = try #require(graph.nodes.first { $0.kind == .text })
  #expect(text.duration == Time(seconds: 2))
}

@Test func openClipsTakeTheEndOfWhatIsAroundThem() throws {
  let recipe = "local t = text('a') return stack(t, video('short.mp4')) .. stack(t, video('a.mp4'))"
  let texts = try run(recipe).graph.nodes.filter { $0.kind == .text }
  #expect(texts.map(\.duration.seconds) == [2, 10])
  let speed = try run("return video('a.mp4'):layer(text('a'):speed(2))").graph
  #expect(speed.nodes.first { $0.kind == .text }?.duration == Time(seconds: 20))
}

@Test func soundFollowsFromTheGraph() throws {
  let heard = [
    "video('a.mp4')", "audio('song.mp3')", "video('a.mp4'):volume(0.1)", "solid('red'):layer(audio('song.mp3'))",
  ]
  let silent = [
    "video('silent.mp4')", "video('a.mp4'):mute()", "video('a.mp4'):volume(0)", "solid('red'):lasting(1)",
    "video('a.mp4'):volume(function(t) return 0 end)", "video('a.mp4'):freeze(1):lasting(1)",
    "stack(video('a.mp4'):mute(), text('a'))",
  ]
  for (clips, isHeard) in [(heard, true), (silent, false)] {
    for clip in clips {
      let graph = try run("return \(clip)").graph
      #expect(graph.nodes[graph.root].hasSound == isHeard, "\(clip)")
    }
  }
  #expect(try nodes("return video('a.mp4'):mute()") == nodes("return video('a.mp4'):volume(0)"))
}

@Test func soundAloneHasNoPicture() throws {
  let graph = try run("return audio('song.mp3')").graph
  #expect(graph.nodes[graph.root].size == nil)
  #expect(graph.canvas.size == Size(width: 1920, height: 1080))
}
