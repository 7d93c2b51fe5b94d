import Graph
import Media
import Recipe
import Testing
import Worker

/// What a param comes to in the recipe, by the text that shows it.
private func value(_ declaration: String, _ setting: ParamSetting? = nil) throws -> String {
  let recipe = "local p = param.\(declaration) return text(tostring(p) .. ' ' .. type(p)):lasting(1)"
  let node = try run(recipe, settings: setting.map { ["p": $0] } ?? [:]).graph.nodes[0]
  return try #require(node.text("text"))
}

private let values: [(declaration: String, setting: ParamSetting?, value: String)] = [
  ("text { 'p', default = 'Hello' }", nil, "Hello string"),
  ("text { 'p', default = 'Hello' }", .text("Bye"), "Bye string"),
  ("text { 'p', default = 'Hello' }", .word("3"), "3 string"),
  ("text { 'p', default = 3 }", nil, "3 string"),
  ("text { name = 'p', default = '' }", .text(""), " string"),
  ("text('p', 'Hello')", nil, "Hello string"),
  ("number { 'p', default = 1 }", nil, "1.0 number"),
  ("number { 'p', default = 1 }", .number(2.5), "2.5 number"),
  ("number { 'p', default = 1 }", .word("2.5"), "2.5 number"),
  ("number { 'p', default = 1, min = 0, max = 2 }", .word("2"), "2.0 number"),
  ("number { 'p', default = 0.1, min = 0.1, step = 0.1 }", .number(0.3), "0.3 number"),
  ("number { 'p', default = 1, min = -1, step = 1e-9 }", .number(0.123456789), "0.123456789 number"),
  ("number { 'p', default = 1, step = 0 }", .number(0.3), "0.3 number"),
  ("number { 'p', default = 0, step = 7 }", .number(-14), "-14.0 number"),
  ("toggle { 'p', default = true }", nil, "true boolean"),
  ("toggle { 'p', default = true }", .flag(false), "false boolean"),
  ("toggle { 'p', default = true }", .word("off"), "false boolean"),
  ("choice { 'p', default = 'b', options = { 'a', 'b' } }", nil, "b string"),
  ("choice { 'p', default = 'b', options = { 'a', 'b' } }", .word("a"), "a string"),
  ("choice { 'p', default = 1, options = { 1, 2 } }", .word("2"), "2 string"),
  ("color { 'p', default = 'tomato' }", nil, "#ff6347 string"),
  ("color { 'p', default = 'tomato' }", .word("gold"), "gold string"),
  ("seconds { 'p', default = 2 }", nil, "2.0 number"),
  ("seconds { 'p', default = '1:02.5' }", nil, "62.5 number"),
  ("seconds { 'p', default = 2 }", .word("1:02.5"), "62.5 number"),
  ("seconds { 'p', default = 2 }", .text("0:03"), "3.0 number"),
  ("seconds { 'p', default = 2, max = 3 }", .number(0.5), "0.5 number"),
  ("video { 'p', default = 'a.mp4' }", .word("b.mp4"), "param/p/b.mp4 string"),
  ("image { 'p', default = 'logo.png' }", nil, "logo.png string"),
  ("audio { 'p', default = 'song.mp3' }", nil, "song.mp3 string"),
]

@Test(arguments: values)
func aParamIsItsDefaultUntilItIsSet(sample: (declaration: String, setting: ParamSetting?, value: String)) throws {
  #expect(try value(sample.declaration, sample.setting) == sample.value)
}

private let refusals: [(declaration: String, setting: ParamSetting, message: String)] = [
  ("number { 'p', default = 1 }", .text("1"), #"param "p" is "1"; wanted a number"#),
  ("number { 'p', default = 1 }", .word("one"), #"param "p" is "one"; wanted a number"#),
  ("number { 'p', default = 1 }", .word("inf"), #"param "p" is "inf"; wanted a number"#),
  ("number { 'p', default = 1 }", .word("nan"), #"param "p" is "nan"; wanted a number"#),
  ("number { 'p', default = 1 }", .flag(true), #"param "p" is true; wanted a number"#),
  (
    "number { 'p', default = 1, min = 0.5, max = 2 }", .number(3), #"param "p" is 3; wanted at least 0.5 and at most 2"#
  ),
  ("number { 'p', default = 1, max = 2 }", .word("2.1"), #"param "p" is "2.1"; wanted at most 2"#),
  ("number { 'p', default = 1, step = 1 }", .number(1.5), #"param "p" is 1.5; wanted a multiple of 1"#),
  (
    "number { 'p', default = 1, min = 0.5, step = 0.25 }", .word("0.6"),
    #"param "p" is "0.6"; wanted 0.5 plus a multiple of 0.25"#
  ),
  ("seconds { 'p', default = 1 }", .word("soon"), #"param "p" is "soon"; wanted seconds, such as 2.5 or "1:02.5""#),
  ("seconds { 'p', default = 1, max = 2 }", .word("0:03"), #"param "p" is "0:03"; wanted at least 0 and at most 2"#),
  ("seconds { 'p', default = 1 }", .number(-1), #"param "p" is -1; wanted at least 0"#),
  ("toggle { 'p', default = true }", .word("maybe"), #"param "p" is "maybe"; wanted true or false"#),
  ("toggle { 'p', default = true }", .number(1), #"param "p" is 1; wanted true or false"#),
  ("text { 'p', default = 'a', max = 3 }", .text("abcd"), #"param "p" is "abcd"; wanted at most 3 characters, not 4"#),
  ("text { 'p', default = 'a' }", .number(1), #"param "p" is 1; wanted a text"#),
  ("choice { 'p', default = 'a', options = { 'a', 'b' } }", .word("c"), #"param "p" is "c"; wanted one of "a", "b""#),
  (
    "color { 'p', default = 'red' }", .word("blak"),
    ##"param "p" is "blak"; wanted a colour such as "#ff5f6d" or "tomato""##
  ),
]

@Test(arguments: refusals)
func aSettingThatDoesNotFitIsRefused(sample: (declaration: String, setting: ParamSetting, message: String)) throws {
  let error = try mistake(
    in: "local p = param.\(sample.declaration) return solid('red'):lasting(1)", settings: ["p": sample.setting])
  #expect(error.code == .setting)
  #expect(error.came + "; wanted \(error.wanted ?? "")" == sample.message)
}

@Test func aSettingThatNoParamAskedForIsRefused() throws {
  let recipe = "local p = param.number { 'pace', default = 1 } return solid('red'):lasting(p)"
  #expect(
    try "\(mistake(in: recipe, settings: ["pase": .number(1)]))"
      == #"r.lua: the recipe has no param "pase"; it has pace; did you mean "pace"?"#)
  #expect(
    try "\(mistake(in: recipe, settings: ["x": .number(1)]))" == #"r.lua: the recipe has no param "x"; it has pace"#)
  #expect(
    try "\(mistake(in: "return solid('red'):lasting(1)", settings: ["x": .number(1)]))"
      == #"r.lua: the recipe has no param "x"; it has none"#)
}

@Test func theSchemaSaysWhatMayBeSet() throws {
  let result = try run(
    """
    param.text { 'line', default = 'Hi', max = 60, hint = 'What it says.' }
    param.number { 'pace', default = 1, min = 0.5, max = 2, step = 0.5 }
    param.choice { 'mood', default = 'calm', options = { 'calm', 'wild' } }
    param.toggle { 'loud', default = false }
    param.video { 'film', default = 'a.mp4' }
    param.color { 'ink', default = 'tomato' }
    return solid('red'):lasting(1)
    """)
  #expect(
    result.params.map(\.schema.text) == [
      #"{"default":"Hi","description":"What it says.","maxLength":60,"title":"line","type":"string"}"#,
      #"{"default":1,"maximum":2,"minimum":0.5,"multipleOf":0.5,"title":"pace","type":"number"}"#,
      #"{"default":"calm","enum":["calm","wild"],"title":"mood","type":"string"}"#,
      #"{"default":false,"title":"loud","type":"boolean"}"#,
      #"{"default":"a.mp4","format":"video","title":"film","type":"string"}"#,
      ##"{"default":"#ff6347","format":"color","title":"ink","type":"string"}"##,
    ])
  #expect(result.params.map(\.place.line) == [1, 2, 3, 4, 5, 6])
}

@Test func partsAreListedWithTheirPlaces() throws {
  let result = try run("local t = text('a'):part('title')\nreturn video('a.mp4'):trim(0, 4):part('shot-1'):layer(t)")
  #expect(result.parts.map(\.name) == ["title", "shot-1"])
  #expect(result.parts.map(\.seconds) == [nil, 4])
  #expect(result.parts.map(\.place.line) == [1, 2])
}
