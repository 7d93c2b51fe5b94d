import Graph
import Media
import Recipe
import Testing

/// The last node's parameter, as the graph says it.
private func value(_ name: String, of clip: String, prelude: String = "canvas { width = 64, height = 64, fps = 4 }")
  throws -> String
{
  let graph = try run("\(prelude) return \(clip)").graph
  return try #require(graph.nodes[graph.root].parameters[name]).json.text
}

@Test func aNumberStaysANumber() throws {
  #expect(try value("value", of: "video('a.mp4'):opacity(0.5)") == "0.5")
  #expect(try value("value", of: "video('a.mp4'):opacity(function(t) return 0.5 end)") == "0.5")
}

@Test(
  arguments: [
    ("{ [0] = 0, [1] = 1 }", #"[[0,0,"linear"],[1,1,"linear"]]"#),
    ("{ [0] = 0, [1] = 1, ease = 'outBack' }", #"[[0,0,"outBack"],[1,1,"outBack"]]"#),
    (
      "{ [0] = 0, [1] = { 1, ease = 'ease-in' }, [2] = 0, ease = 'outBack' }",
      #"[[0,0,"outBack"],[1,1,"ease-in"],[2,0,"outBack"]]"#
    ),
    ("{ [0] = 0, [1] = { 1, ease = 'linear' }, ease = 'outBack' }", #"[[0,0,"outBack"],[1,1,"linear"]]"#),
    ("{ [2] = 0.5, [0.5] = 1, ['0:01'] = 0 }", #"[[0.5,1,"linear"],[1,0,"linear"],[2,0.5,"linear"]]"#),
    ("{ 0, 1 }", #"[[1,0,"linear"],[2,1,"linear"]]"#),
    ("{ [-1] = 0, [0] = 1 }", #"[[-1,0,"linear"],[0,1,"linear"]]"#),
    ("{ [0] = 0, [1] = 1, ease = 'steps(4, start)' }", #"[[0,0,"steps(4, jump-start)"],[1,1,"steps(4, jump-start)"]]"#),
  ] as [(String, String)])
func keyframesAreReadInOrderOfTime(table: String, keys: String) throws {
  #expect(try value("value", of: "video('a.mp4'):opacity(\(table))") == "{\"keys\":\(keys)}")
}

@Test func keyframesOfPointsMoveBothCoordinates() throws {
  for clip in [
    "video('a.mp4'):at { [1] = { 0, 0.5 }, [2] = { 1, 0.25, ease = 'outBack' } }",
    "video('a.mp4'):at { { 0, 0.5 }, { 1, 0.25, ease = 'outBack' } }",
  ] {
    #expect(try value("x", of: clip) == #"{"keys":[[1,0,"linear"],[2,1,"outBack"]]}"#)
    #expect(try value("y", of: clip) == #"{"keys":[[1,0.5,"linear"],[2,0.25,"outBack"]]}"#)
  }
}

@Test func aFunctionIsSampledOncePerFrameAndOnceMore() throws {
  let clip = "video('a.mp4'):lasting(1):opacity(function(t) return t / 2 end)"
  #expect(try value("value", of: clip) == #"{"first":0,"rate":"4","samples":[0,0.125,0.25,0.375,0.5]}"#)
}

@Test func aFunctionIsHeldInsideTheRange() throws {
  let clip = "video('a.mp4'):lasting(1):opacity(function(t) return 4 * t - 1 end)"
  #expect(try value("value", of: clip) == #"{"first":0,"rate":"4","samples":[0,0,1,1,1]}"#)
}

@Test func aFunctionOfTwoResultsMovesAPoint() throws {
  let clip = "video('a.mp4'):lasting(0.5):at(function(t) return t, 1 - t end)"
  #expect(try value("x", of: clip) == #"{"first":0,"rate":"4","samples":[0,0.25,0.5]}"#)
  #expect(try value("y", of: clip) == #"{"first":0,"rate":"4","samples":[1,0.75,0.5]}"#)
  let table = "video('a.mp4'):lasting(0.5):at(function(t) return { t, 1 - t } end)"
  #expect(try value("y", of: table) == value("y", of: clip))
}

@Test func aFunctionByNameMovesThatCoordinateAlone() throws {
  let clip = "video('a.mp4'):lasting(0.5):at { x = function(t) return t end }"
  #expect(try value("x", of: clip) == #"{"first":0,"rate":"4","samples":[0,0.25,0.5]}"#)
  #expect(try value("y", of: clip) == "0.5")
}

@Test func aFunctionThatKeepsCountIsCalledOnceForBothCoordinates() throws {
  let clip = "video('a.mp4'):lasting(0.5):at(function(t) n = n + 1 return n / 10, n / 10 end)"
  let canvas = "canvas { width = 64, height = 64, fps = 4 } n = 0"
  #expect(try value("x", of: clip, prelude: canvas) == #"{"first":0,"rate":"4","samples":[0.1,0.2,0.3]}"#)
  #expect(try value("y", of: clip, prelude: canvas) == #"{"first":0,"rate":"4","samples":[0.1,0.2,0.3]}"#)
}

@Test func aFunctionOfAnOpenClipRunsForAsLongAsItShows() throws {
  let recipe =
    "canvas { fps = 4 } return video('short.mp4'):layer(text('a'):opacity(function(t) return t end), { from = 1 })"
  let opacity = try #require(try run(recipe).graph.nodes.first { $0.kind == .opacity })
  #expect(opacity.parameters["value"]?.json.text == #"{"first":0,"rate":"4","samples":[0,0.25,0.5,0.75,1]}"#)
}

@Test func aCropThatMovesStaysInsideThePicture() throws {
  let clip = "video('a.mp4'):lasting(0.5):crop { width = 1900, x = function(t) return t * 100 end }"
  #expect(try value("x", of: clip) == #"{"first":0,"rate":"4","samples":[0,20,20]}"#)
  #expect(try value("y", of: clip) == "0")
}

@Test func aCropLiesInTheMiddleUnlessItIsSaidWhere() throws {
  let clip = "video('a.mp4'):crop { width = 641, height = 100 }"
  #expect(try value("x", of: clip) == "639")
  #expect(try value("y", of: clip) == "490")
}

@Test func scaleByPlaceTakesWidthThenHeight() throws {
  #expect(try value("x", of: "video('a.mp4'):scale { 2, 3 }") == "2")
  #expect(try value("y", of: "video('a.mp4'):scale(2, 3)") == "3")
  #expect(try run("return video('a.mp4'):scale(2)").graph.nodes.last?.parameters["y"] == nil)
}
