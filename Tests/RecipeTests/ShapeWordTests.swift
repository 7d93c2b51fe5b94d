import Graph
import Media
import Recipe
import Testing

/// What a shape says of its outline.
private func outline(_ clip: String) throws -> String {
  let node = try #require(try run("return \(clip):lasting(1)").graph.nodes.first)
  return try #require(node.text("path"))
}

@Test func aShapeIsThePathThatSVGHasForIt() throws {
  #expect(try outline("rectangle(20, 10)") == "M0 0H20V10H0Z")
  #expect(
    try outline("rectangle { width = 20, height = 10, radius = 3 }")
      == "M3 0L17 0A3 3 0 0 1 20 3L20 7A3 3 0 0 1 17 10L3 10A3 3 0 0 1 0 7L0 3A3 3 0 0 1 3 0Z")
  #expect(try outline("circle(5)") == "M10 5A5 5 0 0 1 5 10A5 5 0 0 1 0 5A5 5 0 0 1 5 0A5 5 0 0 1 10 5Z")
  #expect(try outline("circle(5)") == outline("ellipse(10, 10)"))
  #expect(try outline("polygon { { 0, 0 }, { 9, 0 }, { 4.5, 7 } }") == "M0 0L9 0L4.5 7Z")
  #expect(try outline("line { { 0, 0 }, { 9, 4 } }") == "M0 0L9 4")
}

@Test func cornersAreNoRounderThanTheShorterSide() throws {
  #expect(try outline("rectangle(20, 10, 99)") == outline("rectangle(20, 10, 5)"))
}

@Test func aShapeIsAsLargeAsItReachesOnWholePixels() throws {
  func size(_ clip: String) throws -> [Int] {
    let node = try #require(try run("return \(clip):lasting(1)").graph.nodes.first)
    return [node.size?.width ?? 0, node.size?.height ?? 0]
  }
  #expect(try size("rectangle(20, 10, { stroke = { width = 8 } })") == [20, 10])
  #expect(try size("circle(7.2)") == [15, 15])
  #expect(try size("path('M10.5 10.5 h4')") == [5, 1])
  #expect(try size("star { radius = 50 }") == [100, 100])
  #expect(try size("line { { 5, 5 }, { 5, 25 } }") == [1, 20])
}

@Test(arguments: [
  ("rectangle(0, 5)", "rectangle: width is 0; wanted a number from 1 to 16384 px"),
  (
    "polygon({ { 0, 0 }, { 1, 1 } })",
    "polygon: points is a list of 2; wanted at least 3 points, such as { { 0, 0 }, { 100, 50 } }"
  ),
  ("path('M0 0 L1 x')", "path: at character 9 of the path, a number is missing"),
  ("path('M5 5')", "path: the path leads nowhere; begin it with M and go on with L, C or A"),
  ("path('')", "path: the path leads nowhere; begin it with M and go on with L, C or A"),
  (
    "path('M0 0 A1e6 2e-9 0 0 1 0 1e6')",
    "path: at character 27 of the path, it leads farther than 1000000 from the origin"
  ),
  ("path('M0 0 h30000')", "path: the shape is 30000 × 1 px large; use at most 16384 px a side"),
  ("line({ { 0, 0 }, { 50, 0 } }, { dash = { 0 } })", "line: the dashes are 0 px together; make them longer"),
  ("line({ { 0, 0 }, { 5000, 0 } }, { dash = { 0.01 } })", "line: the dashes are 0.01 px together; make them longer"),
  (
    "circle(9, { fill = { 'red', 'blue', stops = { 1, 0 } } })",
    "circle: fill has stops that run backwards; wanted a colour such as \"tomato\", or a gradient such as { \"#ff5f6d\", \"#ffc371\", angle = 90 }; put them in order"
  ),
  (
    "circle(9, { fill = { 'red', 'blue', stops = { 1 } } })",
    "circle: stops is a list of 1; wanted 2 to 16 numbers from 0 to 1"
  ),
])
func aShapeThatCannotBeIsRefused(clip: String, message: String) throws {
  #expect(try mistake(in: "return \(clip):lasting(1)").message == message)
}

@Test func runsOfATextAreOneTextWhereTheyLookAlike() throws {
  #expect(try nodes("return text { 'a ', 'b' }:lasting(1)") == nodes("return text('a b'):lasting(1)"))
  let styled = try nodes("return text({ 'a ', { 'b', color = 'red', weight = 'bold' } }, { size = 20 }):lasting(1)")
  #expect(styled[0].contains(##""text":["a ",{"color":"#ff0000","text":"b","weight":700}]"##))
  #expect(try nodes("return text { 'a ', { 'b', color = 'red', weight = 'bold' }, size = 20 }:lasting(1)") == styled)
}

@Test(arguments: [
  ("text { 'a', { 'b', colour = 'red' } }", "text: text[2] has no \"colour\" of its own"),
  ("text { 'a', { 'b', align = 'left' } }", "text: text[2] has no \"align\" of its own"),
  ("text { 'a', { 'b', size = 0 } }", "text: size is 0; wanted a number from 1 to 2000 px"),
  ("text { 'a', { 'b', 'c', size = 9 } }", "text: text[2] is a table of 2 texts"),
  ("text { string.rep('a', 6000), { string.rep('b', 6000), size = 9 } }", "text: text is 12000 characters long"),
])
func aRunThatCannotBeIsRefused(clip: String, message: String) throws {
  #expect(try mistake(in: "return \(clip):lasting(1)").message.hasPrefix(message))
}
