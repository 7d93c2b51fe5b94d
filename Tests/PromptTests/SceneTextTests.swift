import Prompt
import Testing

/// What prompts become, to be read by people. A change here is a change of what people get.
@Suite struct SceneTextTests {
  private func text(_ prompt: String) throws -> String { try Wish(prompt).understood().lua(prompt: prompt) }

  @Test func aShotThatMustMissIsAimedToMiss() throws {
    let prompt =
      "A player shoots a basketball at sunset and misses; it rebounds off the backboard and rolls away."
    let lua = """
      -- A player shoots a basketball at sunset and misses; it rebounds off the backboard and rolls away.
      return world {
        seconds = 8,
        place = "court", time = "sunset",
        things = {
          basketball = { "basketball", held_by = "player" },
          hoop = { "basketball hoop", at = { 2.1, 0, 0 }, facing = "player" },
        },
        figures = {
          player = { "player", at = { -2.7, 0, 0 }, facing = "hoop" },
        },
        actions = {
          { at = 0.4, "player throws basketball", to = "hoop", outcome = "misses" },
        },
        camera = {
          { at = 0, shot = "wide" },
          { at = 1.7, shot = "wide", of = "hoop" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func whatRollsDownARampMeetsATower() throws {
    let prompt =
      "A red ball rolls down a ramp and knocks over a tower of six wooden blocks."
    let lua = """
      -- A red ball rolls down a ramp and knocks over a tower of six wooden blocks.
      return world {
        seconds = 8,
        place = "studio",
        things = {
          ball = { "ball", at = { -2.88, 1.08, 0 }, color = "#d0342c", velocity = { 0.89, 0, 0 } },
          ramp = { "ramp", at = { -1.63, 0, 0 } },
          block = { "block", at = { 3.11, 0, 0 }, count = { 1, 6, 1 }, step = { 0, 0.25, 0 } },
        },
        camera = {
          { at = 0, shot = "wide" },
          { at = 2.53, shot = "medium wide", of = "block" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func ofTwoThingsInALakeOneSinks() throws {
    let prompt =
      "A big wooden crate and a steel ball fall into a lake; the crate floats and the ball sinks."
    let lua = """
      -- A big wooden crate and a steel ball fall into a lake; the crate floats and the ball sinks.
      return world {
        seconds = 8,
        place = "lake",
        things = {
          crate = { "crate", at = { -0.33, 2.9, -4.5 }, size = 1.5 },
          ball = { "ball", at = { 0.65, 2.3, -4.2 }, material = "steel" },
        },
        camera = {
          { at = 0, shot = "wide" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func aStoryboardHasAShotForEachOfItsTimes() throws {
    let prompt =
      "0-3 s: wide shot of a boy on a beach with a beach ball. 3-6 s: close-up of the ball as he throws it into the sea. 6-8 s: the boy waves."
    let lua = """
      -- 0-3 s: wide shot of a boy on a beach with a beach ball. 3-6 s: close-up of the ball as he throws it into the sea. 6-8 s: the boy waves.
      return world {
        seconds = 8,
        place = "beach",
        things = {
          ball = { "beach ball", held_by = "boy" },
        },
        figures = {
          boy = { "boy", at = { 0, 0, 0 } },
        },
        actions = {
          { at = 3.4, "boy throws ball", toward = { 0, 0.6, -1 } },
          { at = 6.3, "boy waves" },
        },
        camera = {
          { at = 0, shot = "wide", of = "boy" },
          { at = 3, shot = "close", of = "ball" },
          { at = 6, shot = "side", of = "boy" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func aMugFallsOffATableAfterTwoSeconds() throws {
    let prompt =
      "A glass bottle, a mug and two books stand on a table. After two seconds the mug falls off the table."
    let lua = """
      -- A glass bottle, a mug and two books stand on a table. After two seconds the mug falls off the table.
      return world {
        seconds = 8,
        place = "room",
        things = {
          bottle = { "bottle", at = { -0.4, 0.75, 0 } },
          mug = { "mug", at = { 0.58, 0.75, 0 } },
          book = { "book", at = { -0.12, 0.75, 0 }, count = 2, step = { 0.23, 0, 0 } },
          table = { "table", at = { 0, 0, 0 } },
        },
        actions = {
          { at = 2, push = "mug", impulse = { 0.35, 0, 0 } },
        },
        camera = {
          { at = 0, shot = "wide" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func aCradleSwingsOnATable() throws {
    let prompt =
      "A Newton's cradle swings on a table, close-up, film noir."
    let lua = """
      -- A Newton's cradle swings on a table, close-up, film noir.
      return world {
        seconds = 8,
        place = "room",
        things = {
          cradle = { "newton's cradle", at = { 0, 0.75, 0 } },
          table = { "table", at = { 0, 0, 0 } },
        },
        actions = {
          { at = 0, push = "cradle ball 1", impulse = { -5.34, 0, 0 } },
        },
        camera = {
          { at = 0, shot = "close" },
        },
        look = "noir",
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func aCarMeetsAStackOfBoxesAtNight() throws {
    let prompt =
      "A car drives down the street at night and crashes into a stack of cardboard boxes. The camera follows the car."
    let lua = """
      -- A car drives down the street at night and crashes into a stack of cardboard boxes. The camera follows the car.
      return world {
        seconds = 8,
        place = "street", time = "night",
        things = {
          car = { "car", at = { -3.75, 0, 0 }, velocity = { 8, 0, 0 } },
          box = { "box", at = { 5.49, 0, 0 }, count = { 1, 6, 1 }, step = { 0, 0.4, 0 } },
        },
        camera = {
          { at = 0, shot = "tracking", follow = "car" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }

  @Test func threeSnowballsAreThrownOneAfterTheOther() throws {
    let prompt =
      "There is a snowman in the snow, and a child throws three snowballs at it."
    let lua = """
      -- There is a snowman in the snow, and a child throws three snowballs at it.
      return world {
        seconds = 8,
        place = "snowfield", weather = "snow",
        things = {
          snowman = { "snowman", at = { -1.68, 0, 0 } },
          snowball = { "snowball", held_by = "child" },
          snowball2 = { "snowball", at = { 2.32, 0, 0 } },
          snowball3 = { "snowball", at = { 2.32, 0, -0.22 } },
        },
        figures = {
          child = { "child", at = { 1.95, 0, 0 }, facing = "snowman" },
        },
        actions = {
          { at = 0.3, "child throws snowball", to = "snowman" },
          { at = 1.7, "child takes snowball2" },
          { at = 2.9, "child throws snowball2", to = "snowman" },
          { at = 4.3, "child takes snowball3" },
          { at = 5.5, "child throws snowball3", to = "snowman" },
        },
        camera = {
          { at = 0, shot = "wide" },
        },
      }

      """
    #expect(try text(prompt) == lua)
  }
}
