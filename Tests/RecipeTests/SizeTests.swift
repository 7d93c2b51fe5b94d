import Graph
import Media
import Recipe
import Testing

@Test func tenThousandClipsMayFollowOneAnother() throws {
  let graph = try run(
    "local c = solid('red'):lasting(0.1) local s = c for i = 2, 10000 do s = s .. c end return s"
  ).graph
  #expect(graph.nodes.count == 2)
  #expect(graph.nodes[1].inputs.count == 10_000)
  #expect(graph.duration == Time(seconds: 1000))
}

@Test func tenThousandLayersMayBeLaidOn() throws {
  let graph = try run(
    """
    local s = video('a.mp4')
    for i = 2, 10000 do s = s:layer(solid('red'), { from = i / 2000, to = i / 2000 + 1 }) end
    return s
    """
  ).graph
  #expect(graph.nodes[graph.root].inputs.count == 10_000)
}

@Test func aListOfTwentyThousandClipsIsTaken() throws {
  let graph = try run(
    "local t = {} for i = 1, 20000 do t[i] = solid('red'):lasting(i / 10000) end return sequence(t)"
  ).graph
  #expect(graph.nodes[graph.root].inputs.count == 20_000)
}

@Test func aClipMayBeDoubledManyTimes() throws {
  // 2 to the 20th times a frame, in twenty nodes.
  let graph = try run("local s = solid('red'):lasting(1 / 32) for i = 1, 20 do s = s .. s end return s").graph
  #expect(graph.duration == Time(seconds: 32_768))
  #expect(graph.nodes.count < 30)
}

@Test func smallerLimitsAreKept() throws {
  var limits = GraphLimits()
  (limits.clips, limits.samples, limits.seconds) = (3, 10, 60)
  #expect(try mistake(in: "for i = 1, 4 do solid('red') end", limits: limits).code == .limit)
  #expect(
    try mistake(in: "return solid('red'):opacity(function(t) return t end):lasting(1)", limits: limits).description
      == "r.lua:1: opacity: functions of time have more than 10 values; use keyframes, or a shorter clip")
  #expect(
    try mistake(in: "return video('a.mp4'):loop(7)", limits: limits).description
      == "r.lua:1: loop: the clip would last 70 s; a video may last 60 s at most")
}

@Test func lengthsOfFilesCannotOverflow() throws {
  #expect(try seconds("return video('years.mp4'):trim(500000, 500001)") == 1)
  for recipe in [
    "local v = video('years.mp4') local t = {} for i = 1, 1000 do t[i] = v end return sequence(t)",
    "return video('years.mp4'):loop(100000)", "return video('years.mp4'):speed(0.01)",
    "return video('years.mp4'):after(video('years.mp4'), 1000000)", "return video('years.mp4') .. video('years.mp4')",
    "return video('years.mp4'):crossfade(video('years.mp4'))",
  ] {
    #expect(try mistake(in: recipe).code == .limit, "\(recipe)")
  }
}
