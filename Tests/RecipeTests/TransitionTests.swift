import Graph
import Media
import Recipe
import Testing

private let clips = "canvas { width = 64, height = 64, fps = 4 } local a, b = video('a.mp4'), video('b.mp4') "

/// Nodes of what a function makes of `a` and `b` in a second.
private func made(_ body: String) throws -> [String] {
  try nodes("\(clips) return a:transition(b, function(a, b, p) \(body) end)")
}

@Test func aTransitionIsOneNode() throws {
  let node = try nodes("\(clips) return a:transition(b, 'wipe', 2, { ease = 'easeOutBack' })").last
  #expect(
    node
      == #"{"direction":"left","ease":"outBack","kind":"transition","of":[0,1],"seconds":2,"soft":0.1,"style":"wipe"}"#)
}

@Test(
  arguments: [
    ("'wipe', 0.5", 19.5), ("'push', 0", 20), ("function(a, b, p) return b end", 19), ("'dip', { seconds = 3 }", 17),
  ] as [(String, Double)])
func aTransitionTakesItsTimeFromBoth(arguments: String, length: Double) throws {
  #expect(try seconds("return video('a.mp4'):transition(video('b.mp4'), \(arguments))") == length)
}

@Test func aFunctionIsGivenBothClipsAsFarAsTheyOverlap() throws {
  #expect(
    try made("return a:layer(b)").suffix(3) == [
      #"{"kind":"volume","of":[4],"value":0}"#, #"{"kind":"stack","of":[3,5]}"#,
      #"{"kind":"transition","of":[0,1,6],"seconds":1}"#,
    ])
  let said = try made("return stack(a, b):part('mix')")
  #expect(said.contains(#"{"from":9,"kind":"trim","of":[0],"to":10}"#))
  #expect(said.contains(#"{"from":0,"kind":"trim","of":[1],"to":1}"#))
}

@Test(
  arguments: [
    ("p", #"{"keys":[[0,0,"linear"],[1,1,"linear"]]}"#),
    ("1 - p", #"{"keys":[[0,1,"linear"],[1,0,"linear"]]}"#),
    ("(p + 1) / 2", #"{"keys":[[0,0.5,"linear"],[1,1,"linear"]]}"#),
    ("-p * 0.5 + 1", #"{"keys":[[0,1,"linear"],[1,0.5,"linear"]]}"#),
    ("p - 0", #"{"keys":[[0,0,"linear"],[1,1,"linear"]]}"#),
    ("p * p", #"{"first":0,"rate":"4","samples":[0,0.0625,0.25,0.5625,1]}"#),
    ("p * p - p + 1", #"{"first":0,"rate":"4","samples":[1,0.8125,0.75,0.8125,1]}"#),
    ("0.5 / (1 + p)", #"{"first":0,"rate":"4","samples":[0.5,0.4,0.333333333,0.285714286,0.25]}"#),
    ("function(t) return p(t) * p(t) end", #"{"first":0,"rate":"4","samples":[0,0.0625,0.25,0.5625,1]}"#),
    ("p - p + 0.25", "0.25"), ("0.5 + 0 * p", "0.5"),
  ] as [(String, String)])
func aProgressIsANumberThatMoves(value: String, said: String) throws {
  let node = try #require(try made("return b:opacity(\(value))").first { $0.contains("opacity") })
  #expect(node.contains("\"value\":\(said)"), "\(node)")
}

@Test func aProgressGoesByTheEase() throws {
  let source = "\(clips) return a:transition(b, function(a, b, p) return a:at(0.5 - p, p) end, { ease = 'inCubic' })"
  let node = try #require(try nodes(source).first { $0.contains("\"at\"") })
  #expect(
    node.contains(
      #""x":{"keys":[[0,0.5,"inCubic"],[1,-0.5,"inCubic"]]},"y":{"keys":[[0,0,"inCubic"],[1,1,"inCubic"]]}"#))
}

/// An open clip goes on behind the transition: what fades at its end does so there, and functions are asked once.
@Test func anOpenClipIsWholeInsideAFunction() throws {
  let source = """
    \(clips) local count = 0
    local words = text('b'):opacity(function(t) count = count + 1 return 1 / count end):fade(0.5)
    return a:transition(words, function(a, b, p) return a:layer(b) end):lasting(14)
    """
  let graph = try run(source).graph
  let fades = graph.nodes.filter { $0.kind == .fade }
  #expect(fades.map(\.duration.seconds) == [5])
  #expect(graph.nodes.filter { $0.kind == .opacity }.count == 1)
}

@Test func oneTransitionMayEndInTwoWays() throws {
  let source = """
    \(clips) local open = a:transition(text('b'):fade(0.5), function(a, b, p) return a:layer(b) end)
    return open:lasting(12) .. open:lasting(15)
    """
  let graph = try run(source).graph
  #expect(Set(graph.nodes.filter { $0.kind == .fade }.map(\.duration.seconds)) == [3, 6])
}

@Test func remixesReachThroughATransition() throws {
  var archive = Archive()
  archive.publish(
    "p",
    "\(clips) return a:part 'a':transition(b:part 'b', function(a, b, p) return a:layer(b:opacity(p)):part 'mix' end)")
  let edited = try nodes("return remix('p', { parts = { b = function(b) return b:speed(2) end } })", in: archive)
  let same = try nodes(
    "\(clips) return a:transition(b:speed(2), function(a, b, p) return a:layer(b:opacity(p)) end)")
  #expect(edited == same)
  let turned = "return remix('p', { parts = { mix = function(m) return m:rotate(3) end } })"
  #expect(try nodes(turned, in: archive).contains { $0.contains(#""degrees":3"#) })
  #expect(try nodes("return remix('p', { parts = { a = false } })", in: archive) == nodes("\(clips) return b"))
}

// MARK: Time

@Test(
  arguments: [
    ("video('short.mp4'):speed { [0] = 1, [2] = 0.25 }", 5), ("video('a.mp4'):speed { [0] = 2, [1] = 2 }", 5),
    ("video('short.mp4'):speed(function(t) return t < 1 and 1 or 0.5 end)", 3.0167),
    ("video('short.mp4'):pingpong()", 4), ("video('a.mp4'):framerate(8)", 10),
    ("text('a'):speed { [0] = 1, [1] = 3 }:lasting(4)", 4),
  ] as [(String, Double)])
func newWordsOfTimeTakeTheirTime(clip: String, length: Double) throws {
  #expect(abs(try seconds("return \(clip)") - length) < 0.05)
}

@Test func aRampWithoutAMoveIsASpeed() throws {
  #expect(
    try nodes("return video('a.mp4'):speed { [0] = 2, [1] = 2 }") == nodes("return video('a.mp4'):speed(2)"))
  #expect(try nodes("return video('a.mp4'):speed { [3] = 1 }") == nodes("return video('a.mp4')"))
}

@Test func aFunctionOfSpeedIsKeptAsLongAsItCounts() throws {
  let source =
    "canvas { width = 64, height = 64, fps = 4 } return video('short.mp4'):speed(function(t) return 2 + t end)"
  let node = try #require(try nodes(source).last)
  // 2 t + t² / 2 = 2 at 0.83 s.
  #expect(node.contains(#""samples":[2,2.25,2.5,2.75,3]"#), "\(node)")
}

@Test func thereAndBackIsASequence() throws {
  #expect(
    try nodes("return video('a.mp4'):pingpong()")
      == nodes("local v = video('a.mp4') return v .. v:reverse()"))
}

@Test func withoutARateTheCanvasSaysIt() throws {
  let node = try nodes("canvas { fps = 29.97 } return video('a.mp4'):framerate { mode = 'blend' }").last
  #expect(node == #"{"kind":"framerate","mode":"blend","of":[0],"rate":29.97002997}"#)
}
