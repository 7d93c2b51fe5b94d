import Graph
import Media
import Recipe
import Testing

/// The shader that a function of pixels becomes, as the graph says it, on a canvas of 64 × 36.
private func program(_ body: String, prelude: String = "") throws -> String {
  let recipe = "canvas { width = 64, height = 36 } \(prelude) return shade(function(p, t) \(body) end):lasting(1)"
  let graph = try run(recipe).graph
  return try #require(graph.nodes[graph.root].text("program"))
}

/// What one number becomes.
private func number(_ expression: String) throws -> String {
  try program("return \(expression)").replacing(/; 1; color.*/, with: "").replacing(/; color.*/, with: "")
}

private func refusal(_ body: String) throws -> String {
  let recipe = "return shade(function(p, t) \(body) end):lasting(1)"
  let error = try mistake(in: recipe)
  return "\(error.code.rawValue) \(error)"
}

@Test func aFunctionOfPixelsIsFollowedOnce() throws {
  #expect(try program("return vec3(p.x / resolution.x, 0, 0.5)") == "x; 64; div 0 1; 0; 0.5; 1; color 2 3 4 5")
  #expect(try program("return vec4(p / resolution, sin(t), 0.5)").hasPrefix("t; x; 64; div 1 2; y; 36; div 4 5; sin 0"))
  #expect(
    try run("n = 0 local c = shade(function() n = n + 1 return n end):lasting(1) return c").graph.nodes.count == 1)
}

@Test(
  arguments: [
    ("p.x + 1", "x; 1; add 0 1"), ("1 - p.x", "1; x; sub 0 1"), ("p.x * p.x", "x; mul 0 0"),
    ("p.x ^ 2", "x; mul 0 0"),
    ("p.x ^ 0.5", "x; sqrt 0"), ("p.x ^ 3", "x; mul 0 0; mul 0 1"), ("-p.y", "y; neg 0"),
    ("p.x ^ p.y", "y; x; log2 1; mul 0 2; exp2 3"),
    ("p.x // 2", "x; 2; div 0 1; floor 2"), ("p.x % 2", "x; 2; div 0 1; floor 2; mul 1 3; sub 0 4"),
    ("mod(p.x, 2)", "x; 2; div 0 1; floor 2; mul 1 3; sub 0 4"), ("fract(p.x)", "x; floor 0; sub 0 1"),
    ("clamp(p.x, 2, 9)", "x; 2; max 0 1; 9; min 2 3"), ("step(3, p.x)", "1; x; 3; less 1 2; sub 0 3"),
    ("mix(2, p.x, 0.5)", "2; 0.5; x; sub 2 0; mul 1 3; add 0 4"),
    ("length(p)", "x; mul 0 0; y; mul 2 2; add 1 3; sqrt 4"),
    ("select(lessThan(p.x, 4), 2, 3)", "x; 4; less 0 1; 2; 3; select 2 3 4"), ("p.yx.x", "y"), ("p[2]", "y"),
    ("vec4(p, p).w", "y"), ("vec3(p.x).b", "x"), ("vec2(vec3(1, p.x, 2)).t", "x"),
    ("dot(vec3(1, 2, 3), vec3(p.x))", "x; 3; mul 0 1; 2; mul 0 3; add 0 4; add 2 5"),
    ("atan(p.y, p.x)", "y; x; atan 0 1"),
    ("hash(p)", "x; y; hash 0 1"), ("hash(vec3(p, 7))", "x; y; 7; hash 0 1 2"), ("min(4, 3) + 0 * 2", "3"),
    ("abs(p.x) / 1 + 0", "x; abs 0"), ("math.pi", "3.1415927"), ("0.1", "0.1"), ("1e30", "1e+30"),
    ("distance(p.x, 3)", "x; 3; sub 0 1; abs 2"), ("sin(p.x) + sin(p.x)", "x; sin 0; add 1 1"),
  ])
func wordsBecomeOperations(expression: String, steps: String) throws {
  let found = try number(expression)
  #expect(found == steps)
}

@Test func everyWordInsideWorks() throws {
  for word in ShaderWord.all {
    let count = word.arguments.split(separator: ",").count
    let arguments =
      word.name.hasPrefix("vec")
      ? ["p.x"]
      : word.name == "cross"
        ? ["vec3(p, t)", "vec3(t, p)"]
        : Array(["p.x", "p.y", "t"].prefix(count))
    let call = word.arguments.isEmpty ? "\(word.name).x" : "\(word.name)(\(arguments.joined(separator: ", ")))"
    #expect(try !program("local c = \(call) return c.x").isEmpty, "\(word.title)")
  }
}

@Test func equalFunctionsAreEqualNodes() throws {
  let one = try program("local a = p.x + p.y local waste = sin(t) return vec3(a * a)")
  let two = try program("local function sum() return p.y + p.x end return vec3(sum() * sum())")
  #expect(one == two)
}

@Test func loopsUnrollAndParamsAreConstants() throws {
  let prelude = "local n = param.number { 'n', default = 3 }"
  #expect(try program("local s = 0 for i = 1, n do s = s + p.x * i end return s", prelude: prelude).contains("mul 0 "))
  #expect(try program("return n * 2", prelude: prelude) == "6; 1; color 0 0 0 1")
}

@Test func aNumberIsGreyAndThreePartsAreOpaque() throws {
  #expect(try program("return 0.5") == "0.5; 1; color 0 0 0 1")
  #expect(try program("return p.x") == "x; 1; color 0 0 0 1")
  #expect(try program("return vec3(p, t)") == "t; x; y; 1; color 1 2 0 3")
  #expect(try program("return vec4(p, t, 0.5)") == "t; x; y; 0.5; color 1 2 0 3")
}

@Test func aClipIsAFunctionOfPlaces() throws {
  let graph = try run(
    "return video('a.mp4'):shade(function(p, t, s, o) return s(p + 1).bgra + o(p) end, { text('a') })"
  ).graph
  let node = graph.nodes[graph.root]
  #expect(node.kind == .reshade && node.inputs.count == 2)
  #expect(node.text("program")?.hasPrefix("x; 1; add 0 1; y; add 3 1; b0 2 4; b1 0 3; add ") != true)
  #expect(node.text("program")?.contains("b0 ") == true && node.text("program")?.contains("r1 ") == true)
  #expect(node.hasSound && node.duration == Time(seconds: 10) && node.size == Size(width: 1920, height: 1080))
}

@Test func aClipCountsItsOwnPixels() throws {
  let graph = try run("return image('logo.png'):shade(function(p, t, s) return s(resolution - p) end):lasting(1)").graph
  #expect(graph.nodes[graph.root].text("program")?.hasPrefix("200; x; sub 0 1; 100; y; sub 3 4; r0 2 5") == true)
}

@Test func aClipThatIsLeftOutIsSeenAsNothing() throws {
  var archive = Archive()
  archive.publish(
    "a@1",
    "return video('a.mp4'):shade(function(p, t, s, o) return s(p) + o(p) end, text('x'):part 'title')")
  let graph = try run("return remix('a@1', { parts = { title = false } })", in: archive).graph
  #expect(graph.nodes[graph.root].inputs.count == 1)
  #expect(graph.nodes[graph.root].text("program") == "x; y; r0 0 1; g0 0 1; b0 0 1; a0 0 1; color 2 3 4 5")
}

@Test(
  arguments: [
    (
      "return p",
      "wrongType r.lua:1: shade: the function returns a vec2; wanted a colour, such as vec3(1, 0.5, 0), vec4(1, 0.5, 0, 0.8), or a number for grey"
    ),
    (
      "",
      "wrongType r.lua:1: shade: the function returns nothing; wanted a colour, such as vec3(1, 0.5, 0), vec4(1, 0.5, 0, 0.8), or a number for grey"
    ),
    (
      "return 1, 2",
      "wrongType r.lua:1: shade: the function returns 2 values; wanted a colour, such as vec3(1, 0.5, 0), vec4(1, 0.5, 0, 0.8), or a number for grey"
    ),
    (
      "return 'red'",
      "wrongType r.lua:1: shade: the text \"red\" stands where a number or a vector should; write a number, or vec2(x, y)"
    ),
    (
      "if p.x < 3 then return 1 end return 0",
      "wrongType r.lua:1: shade: one comparison would decide for all pixels; write select(lessThan(a, b), x, y), step(edge, x), or mix(a, b, weight)"
    ),
    (
      "if p.x == p.y then return 1 end return 0",
      "wrongType r.lua:1: shade: one comparison would decide for all pixels; write select(lessThan(a, b), x, y), step(edge, x), or mix(a, b, weight)"
    ),
    (
      "return 3 <= t",
      "wrongType r.lua:1: shade: one comparison would decide for all pixels; write select(lessThan(a, b), x, y), step(edge, x), or mix(a, b, weight)"
    ),
    (
      "return p + vec3(1)",
      "wrongType r.lua:1: shade: a vec2 meets a vec3; take as many parts of one as the other has, as in v.xy"
    ),
    ("return p.z", "unknownName r.lua:1: shade: a vec2 has no part \"z\"; it has x y, or r g"),
    ("return t.xg", "unknownName r.lua:1: shade: a number has no part \"xg\"; it has x, or r"),
    ("return p[3]", "unknownName r.lua:1: shade: a vec2 has no part the number 3; it has x y, or r g"),
    ("return vec3(p)", "wrongType r.lua:1: shade: vec3 has 2 parts; give it 3, or one for all"),
    ("return mix(1, 2)", "wrongType r.lua:1: shade: mix has 2 arguments; write mix(a, b, weight)"),
    ("return cross(p, p)", "wrongType r.lua:1: shade: cross meets other than two vec3"),
    (
      "return noise(vec4(1))",
      "wrongType r.lua:1: shade: a vec4 has too many parts for hash and noise; take three, as in v.xyz"
    ),
    (
      "return 1e39 * p.x",
      "outOfRange r.lua:1: shade: the number 1e+39 is more than a pixel can have; wanted a number up to 3.4e38"
    ),
    ("return sin(0/0)", "runtime r.lua:1: shader function:__call: argument 2 is nan, not a finite number"),
    (
      "return math.sin(p.x)",
      "runtime r.lua:1: bad argument #1 to 'sin' (number expected, got shader); inside shade(…), write sin(x), not math.sin(x)"
    ),
    ("return sine(p.x)", "unknownName r.lua:1: there is no \"sine\"; did you mean \"sin\"?"),
    ("return p.x .. p.y", "runtime r.lua:1: attempt to concatenate a shader value (field 'x')"),
    ("p.x = 3 return p.x", "runtime r.lua:1: a shader cannot be changed; its methods give a new one"),
    (
      "return solid(p.x)",
      "wrongType r.lua:1: solid: color is a value of a shader; wanted a colour such as \"#ff5f6d\" or \"tomato\""
    ),
    (
      "return shade(function() return 1 end)",
      "wrongType r.lua:1: shade: it stands inside another shade(…); make the inner clip before"
    ),
    (
      "for i = 1, 5000 do t = sin(t) end return t",
      "limit r.lua:1: shade: a pixel takes more than 4096 operations; do less for each, or go round fewer times"
    ),
    (
      "local function f(x) return f(x) + 1 end return f(t)",
      "limit r.lua:1: functions call one another too deeply. Is there a recursion without an end?"
    ),
    (
      "return { p.x }",
      "wrongType r.lua:1: shade: a table stands where a number or a vector should; write a number, or vec2(x, y)"
    ),
  ])
func whatCannotBeFollowedIsToldInWordsThatHelp(body: String, answer: String) throws {
  #expect(try refusal(body) == answer)
}

@Test(
  arguments: [
    (
      "return shade(3):lasting(1)",
      "wrongType r.lua:1: shade: pixel is the number 3; wanted a function from pixels to colours, such as function(p, t) return vec3(p / resolution, 0) end"
    ),
    (
      "return shade():lasting(1)",
      "missing r.lua:1: shade: pixel is missing; wanted a function from pixels to colours, such as function(p, t) return vec3(p / resolution, 0) end"
    ),
    (
      "return audio('song.mp3'):shade(function() return 1 end)",
      "wrongType r.lua:1: shade: a clip has only sound; use one with a picture"
    ),
    (
      "local q shade(function(p) q = p return 1 end) return shade(function(p) return q.x end):lasting(1)",
      "runtime r.lua:1: shade: a value of shade(…) is used outside of the function that it came from; a shader gives nothing but its colour"
    ),
    (
      "local q shade(function(p) q = p return 1 end) return solid('red'):lasting(q.x + 1)",
      "runtime r.lua:1: shade: a value of shade(…) is used outside of the function that it came from; a shader gives nothing but its colour"
    ),
    (
      "local f shade(function(p) f = sin return 1 end) return solid('red'):lasting(f(1))",
      "runtime r.lua:1: shade: a value of shade(…) is used outside of the function that it came from; a shader gives nothing but its colour"
    ),
    (
      "local q shade(function(p) q = p.x return 1 end) return solid('red'):lasting(q)",
      "wrongType r.lua:1: lasting: seconds is a value of a shader; wanted seconds from 0 to 1000000, \"1:02.5\", or frames(n)"
    ),
    ("return sin(1)", "unknownName r.lua:1: there is no \"sin\" outside of shade(function(p, t) … end)"),
    (
      "return video('a.mp4'):shade(function(p, t, s) return s(1) end)",
      "wrongType r.lua:1: shade: a picture is asked with 1 numbers; write s(p), with a vec2"
    ),
    (
      "return video('a.mp4'):shade(function(p, t, s) return s end)",
      "wrongType r.lua:1: shade: a picture stands where a number or a vector should; write a number, or vec2(x, y)"
    ),
    (
      "return video('a.mp4'):shade(function() return 1 end, 3)",
      "wrongType r.lua:1: shade: clips[1] is the number 3; wanted a clip"
    ),
    (
      "return shade(function(p) return 1 end)",
      "noEnd r.lua:1: the recipe's clip has no end; give it one with :lasting(seconds)"
    ),
  ])
func shadersOfOtherThingsAreRefused(recipe: String, answer: String) throws {
  let error = try mistake(in: recipe)
  #expect("\(error.code.rawValue) \(error)" == answer)
}

@Test func manyClipsMayBeRead() throws {
  let clips = (0..<7).map { _ in "text('a')" }.joined(separator: ", ")
  let function = "function(p, t, a, b, c, d, e, f, g, h) return a(p) + h(p) end"
  #expect(try run("return video('a.mp4'):shade(\(function), { \(clips) })").graph.nodes.count == 3)
  let error = try mistake(in: "return video('a.mp4'):shade(\(function), { \(clips), text('b') })")
  #expect("\(error)" == "r.lua:1: shade: clips has 8 clips; wanted up to 7 clips")
}

@Test func aMistakeInsideMayBeCaught() throws {
  #expect(
    try program("local ok = pcall(function() return p + vec3(1) end) return ok and 1 or 0.5")
      == "0.5; 1; color 0 0 0 1")
}

@Test func limitsOfOperationsCanBeSet() throws {
  var limits = GraphLimits()
  limits.operations = 2
  #expect(throws: Never.self) {
    try run("return shade(function(p) return sin(p.x + p.y) end):lasting(1)", limits: limits)
  }
  #expect(throws: RecipeError.self) {
    try run("return shade(function(p) return 2 * sin(p.x + p.y) end):lasting(1)", limits: limits)
  }
}
