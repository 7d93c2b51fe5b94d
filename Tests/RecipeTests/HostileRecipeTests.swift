import Testing
import Worker

@testable import Recipe

/// Attacks by way of a recipe's own words, against the worker as it is shipped and its standard limits. What Lua alone can be
/// used for is in `AttackTests`.
@Suite(.serialized) struct HostileRecipeTests {
  @Test(arguments: [
    "return shade(function(p) while true do local q = p.xy end end):lasting(1)",
    "return shade(function(p) while true do p = p * 2 end end):lasting(1)",
    "return shade(function(p) for i = 1, 1e9 do p = p.yx end return p end):lasting(1)",
    "local function f(p) return f(p) + 1 end return shade(f):lasting(1)",
    """
    local a, b = solid "red":lasting(2), solid "blue":lasting(2)
    return a:transition(b, function(a, b, p) while true do p = p * 2 end end, 1)
    """,
    """
    local a, b = solid "red":lasting(2), solid "blue":lasting(2)
    return a:transition(b, function(a, b, p) while true do a = a .. b end end, 1)
    """,
    "local c = solid 'red':lasting(1) while true do c = c .. c end",
    "local c = solid 'red' while true do c = c:over(c) end",
    "pcall(function() local c = solid 'red' while true do c = c:over(c) end end) return solid 'red':lasting(1)",
    "local c = solid 'red':lasting(1) for i = 1, 1e6 do c = c:isolate() end return c",
    "return solid 'red':at(function(t) while true do end end):lasting(1)",
    "return solid 'red':at(function(t) return t end):lasting(1e6)",
    "local t = {} for i = 1, 1e5 do t[i] = solid 'red' end return stack(t)",
    "for i = 1, 1e9 do text(('x'):rep(9000) .. i) end",
    "while true do text(('x '):rep(5000), { width = 100 }) end",
    "for i = 1, 1e9 do text('x', { font = 'font ' .. i }) end",
    "local t = {} for i = 1, 1000 do t[i] = { 'ab', size = 20 + i % 50 } end while true do text(table.unpack(t)) end",
    "while true do path('M0 0' .. ('a1 1 0 0 0 1 1'):rep(6600)) end",
    "local t = {} for i = 1, 2000 do t[i] = { i, i } end while true do polygon(t) end",
    "while true do video 'video.mp4' end",
    "while true do pcall(solid, ('x'):rep(2^17)) end",
    "while true do pcall(solid, 'red') end",
    "while true do pcall(text, ('x'):rep(9000)) end",
    "local c = solid 'red':lasting(1) local t = {} for i = 1, 5000 do t[i] = c end while true do sequence(t) end",
    "return text 'x':animate(function(i, n, t) while true do end end):lasting(1)",
    "while true do say('x') end",
    "while true do music(600) end",
    "for i = 1, 1e9 do sound.roll { seconds = 60, seed = i } end",
    "local s = sound.ambience 'rain':lasting(600) for i = 1, 12 do s = stack { s, s } end return s:envelope()",
    "local s = sound.ambience 'rain':lasting(60):reverb() while true do s:beats() end",
  ])
  func anAttackByWordsComesToNothing(source: String) throws {
    let evaluator = RecipeEvaluator(evaluator: Evaluator(), limits: GraphLimits())
    let time = ContinuousClock().measure {
      #expect(throws: RecipeError.self) {
        try evaluator.evaluate(source, name: "r.lua", settings: [:], library: Shelf())
      }
    }
    // Optimised and by itself it takes less than ten; not an hour in any case.
    #expect(time < .seconds(120))
  }
}
