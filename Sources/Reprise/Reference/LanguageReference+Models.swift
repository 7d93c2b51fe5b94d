import Graph
import Worker

extension LanguageReference {
  /// The language in a form for language models: one text that has all that is needed to write a recipe that runs.
  ///
  /// About 10 000 tokens, as models count them. Every example in it is run by a test.
  public static var forModels: String {
    [language, values, sandbox, recipeExamples, scenes, sceneExample, "# Words\n\n" + Reference.signatures, mistakes]
      .joined(separator: "\n")
  }

  /// The part of it that writes scenes: about a third.
  public static var ofScenesForModels: String {
    [language, sandbox, scenes, sceneExample, mistakes].joined(separator: "\n")
  }

  private static let language = """
    # Reprise

    A recipe is a short Lua 5.4 script that returns one clip: moving pictures with sound. Words make clips, methods change them,
    and each gives a new clip. Nothing else is drawn than what is returned.

    """

  private static let values = """
    # Values

    Any word may be called by place, `clip:trim(0, 2)`, by name, `canvas { width = 640 }`, or both: `text { "Hi", size = 96 }`.
    `name = 3: …` is optional with that value, `name?` is optional, all else must be given. `0..1` is a number in that range.
    - `moving`: a number, keyframes `{ [0] = 0, [2] = 1, ease = "outBack" }` by seconds, or `function(t) return … end`.
    - `of canvas`: 0 to 1 of its width or height, `"50%"`, `"center"`. `px`: pixels of the canvas.
    - `time`: seconds, `"1:02.5"`, or `frames(n)`. Colours: `"#ff5f6d"`, `"#rrggbbaa"`, or a name of CSS.
    - `paint`: a colour or a gradient `{ "#ff5f6d", "#ffc371", angle = 90 }`. `weight`: 100..1000 or "bold" and the like.
    - Voices: \(Language.voices.joined(separator: ", ")). The font that is always there: "Inter".
    - `runs`: `{ "a ", { "b", color = "gold" } }`.
    - Easings: \(Reference.names.easings); also `cubic-bezier(…)`, `steps(…)`.
    - `a .. b` plays clips after one another; `a:layer(b)` and `stack(a, b)` lay them over one another.
    - A clip without an end (a colour, a text, a shape) gets one by `:lasting(seconds)`, or from what it lies on.
    - In `shade`: \(Reference.names.shader).

    """

  private static let sandbox = """
    # What there is of Lua

    \(StandardNames.globals.filter { !StandardNames.members.keys.contains($0) }.joined(separator: ", "))
    \(libraries)
    Nothing else: no files, clock, `require`, `load`, `print`, `setmetatable`, coroutines or `math.random`. Chance is `rng(seed)`:
    `local r = rng(7)`, then `r:number()`, `r:integer(1, 6)`, `r:choice { "a", "b" }`. Reading a global that does not exist is an
    error, so say `local`. Work and memory are bounded.

    """

  /// `math.abs, ceil, …`, a library a line.
  private static var libraries: String {
    StandardNames.members.sorted { $0.key < $1.key }.filter { $0.key != "rng" }.map { library, names in
      "\(library).\(names.joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}
