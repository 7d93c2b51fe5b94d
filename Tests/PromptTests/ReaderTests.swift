import Prompt
import Testing
import World

@Suite struct ReaderTests {
  private func mistake(_ text: String) throws -> String {
    let table = try LuaTable.world("return world \(text)")
    do {
      _ = try SceneReader().scene(table)
      return "none"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    (
      "{ things = { crate = { \"crate\", mass = -3 } } }",
      "things.crate.mass: the number -3; wanted a number from 0.0001 to 1000000 (kg)"
    ),
    ("{ things = { crate = { \"cratte\" } } }", "things.crate: there is no thing \"cratte\"; did you mean \"crate\"?"),
    (
      "{ things = { crate = { \"crate\", colour = \"red\" } } }",
      "things.crate: there is no setting \"colour\"; did you mean \"color\"?"
    ),
    (
      "{ things = { crate = { \"crate\", color = \"bleu\" } } }",
      "things.crate.color: the text \"bleu\"; wanted a colour; did you mean \"blue\"?"
    ),
    (
      "{ things = { crate = { \"crate\", at = { 1, 2 } } } }",
      "things.crate.at: a table; wanted three numbers (m); write { 1, 0, -2 } for x, y and z"
    ),
    (
      "{ things = { crate = { \"crate\", radius = 2 } } }",
      "things.crate.radius: a crate has a form already; leave out \"crate\", or write size = 2 for twice as large"
    ),
    (
      "{ things = { crate = {} } }",
      "things.crate: what it is is not said; write { \"ball\", … } or { shape = \"box\", … }"
    ),
    ("{ things = { world = { \"ball\" } } }", "things.world: the name \"world\" is taken; give it another"),
    ("{ things = { ball = { \"ball\", held_by = \"bob\" } } }", "things.ball.held_by: there is no figure \"bob\""),
    (
      "{ things = { ball = { \"ball\", count = 501 } } }",
      "things.ball.count: the number 501; wanted a number from 1 to 500"
    ),
    ("{ seconds = 121 }", "seconds: the number 121; wanted a number from 0.1 to 120 (s)"),
    ("{ place = \"beech\" }", "place: there is no place \"beech\"; did you mean \"beach\"?"),
    ("{ look = 3 }", "look: the number 3; wanted a text of at most 2000 bytes, in quotes"),
    (
      "{ figures = { bob = { \"man\" } }, actions = { { \"bob thrws ball\" } } }",
      "actions.1: there is no verb \"thrws\"; did you mean \"throws\"?"
    ),
    (
      "{ figures = { bob = { \"man\" } }, actions = { { \"bob throws\", outcome = \"mises\" } } }",
      "actions.1.outcome: there is no outcome \"mises\"; did you mean \"misses\"?"
    ),
    (
      "{ figures = { bob = { \"man\" } }, actions = { { \"bob says\" } } }",
      "actions.1: what bob says is missing; write { \"bob says\", \"Hello.\" }"
    ),
    (
      "{ things = { b = { \"ball\" } }, actions = { { push = \"b\" } } }",
      "actions.1: how hard it is pushed is missing; write impulse = { 3, 0, 0 } (N·s)"
    ),
    (
      "{ things = { b = { \"ball\" } }, actions = { { \"b jumps\" } } }",
      "actions.1: b does nothing by will; wanted a figure; write push = \"b\""
    ),
    ("{ camera = { {}, { at = 2 }, { at = 1 } } }", "camera.3.at: 1 s; wanted a later time than the shot before"),
    (
      "{ links = { { \"rope\", \"b\" } } }",
      "links.1: 2 names; wanted a kind and two names; write { \"rope\", \"ball\", \"world\", to = { 0, 3, 0 } }"
    ),
  ]) func aMistakeSaysWhereWhatAndWhatToWrite(text: String, message: String) throws {
    #expect(try mistake(text) == message)
  }

  @Test func numbersThatAreNoneAreMistakes() {
    for number in [Double.nan, .infinity, -.infinity, 1e300] {
      for key in ["mass", "size", "friction", "bounce", "weight", "from", "count"] {
        let thing = SceneTable(["ball"], fields: [.init(key, .number(number))])
        let table = SceneTable(fields: [.init("things", .table(SceneTable(fields: [.init("ball", .table(thing))])))])
        #expect(throws: SceneError.self) { try SceneReader().scene(table) }
      }
    }
  }

  @Test func anEmptyTableIsAScene() throws {
    let scene = try SceneReader().scene(SceneTable())
    #expect(scene.place == .studio)
    #expect(scene.shots.count == 1)
  }

  @Test func aThingStandsWhereItsPlaceSays() throws {
    let table = try LuaTable.world(
      "return world { things = { a = { shape = \"cylinder\", radius = 0.1, height = 1, turn = { 0, 0, 90 }, at = { 1, 2, 3 } } } }"
    )
    let thing = try #require(try SceneReader().scene(table).things.first)
    #expect((thing.pose.position - Vector(1, 2.1, 3)).length < 1e-9)
  }

  @Test func whoFacesANameLooksAtIt() throws {
    let table = try LuaTable.world(
      "return world { things = { b = { \"ball\", at = { -3, 0, 0 } } }, figures = { p = { \"man\", facing = \"b\" } } }"
    )
    let figure = try #require(try SceneReader().scene(table).figures.first)
    #expect(abs(figure.heading + .pi / 2) < 1e-12)
  }

  @Test func copiesStandInSteps() throws {
    let table = try LuaTable.world(
      "return world { things = { b = { \"block\", count = { 2, 3, 1 }, step = { 0.5, 0.25, 0 } } } }")
    let things = try SceneReader().scene(table).things
    #expect(things.map(\.name) == (1...6).map { "b_\($0)" })
    #expect((things[5].pose.position - Vector(0.5, 0.625, 0)).length < 1e-9)
  }

  @Test func aCradleIsBallsOnThreads() throws {
    let table = try LuaTable.world("return world { things = { c = { \"cradle\" } } }")
    let scene = try SceneReader().scene(table)
    #expect(scene.things.map(\.name) == ["c"] + (1...5).map { "c ball \($0)" })
    #expect(scene.links.count == 10)
  }
}
