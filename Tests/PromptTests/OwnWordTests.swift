import Claims
import Prompt
import Testing
import World

/// Words that a recipe or a host brings along.
@Suite struct OwnWordTests {
  private static let words = SceneTable(fields: [
    .init("arena", .table(SceneTable(fields: [.init("is", "place"), .init("like", "gym"), .init("ground", "goo")]))),
    .init(
      "gizmo",
      .table(
        SceneTable(fields: [
          .init("shape", "box"), .init("size", [0.3, 0.2, 0.3]), .init("material", "brass"), .init("mass", 2),
          .init("also", ["widget", "round thing"]), .init("plural", "gizmi"),
        ]))),
    .init(
      "goo", .table(SceneTable(fields: [.init("is", "material"), .init("like", "jelly"), .init("density", 1200)]))),
    .init(
      "lorry", .table(SceneTable(fields: [.init("like", "truck"), .init("color", "navy"), .init("also", "big rig")]))),
    .init("moody", .table(SceneTable(fields: [.init("is", "look"), .init("like", "noir")]))),
    .init("ox", .table(SceneTable(fields: [.init("is", "figure"), .init("like", "horse"), .init("plural", "oxen")]))),
  ])

  private func understanding(_ prompt: String, _ words: SceneTable = words) throws -> Understanding {
    try Wish(prompt, vocabulary: try Vocabulary.builtin.adding(words)).understood()
  }

  @Test(arguments: [
    ("Two gizmi fall.", ["gizmo_1", "gizmo_2"]), ("A widget falls.", ["widget"]), ("A round thing falls.", ["thing"]),
    ("A big rig rolls down a ramp.", ["rig"]),
  ])
  func aThingIsUnderstoodByAllItsNames(prompt: String, names: [String]) throws {
    let understanding = try understanding(prompt)
    #expect(understanding.leftOut.isEmpty, "\(understanding.leftOut)")
    let things = understanding.scene.things.map(\.name)
    for name in names { #expect(things.contains { $0 == name || $0.hasPrefix(name) }, "\(things)") }
  }

  @Test func whatAWordSaysIsInTheScene() throws {
    let gizmo = try #require(try understanding("A gizmo falls.").scene.things.first)
    #expect(gizmo.mass == 2)
    #expect(gizmo.parts[0].solid == .box(size: Vector(0.3, 0.2, 0.3)))
    #expect(gizmo.parts[0].material.name == "brass")
    let ox = try understanding("Two oxen walk.").scene.figures
    #expect(ox.count == 2 && ox.allSatisfy { $0.kind == .horse })
    let moody = try understanding("A ball falls, moody.").scene
    #expect(moody.look == .noir)
    let arena = try understanding("A ball falls in an arena.").scene
    #expect(arena.place == .gym && arena.ground.material.substance.density == 1200)
  }

  /// Its text means the same where nobody has the words.
  @Test func aSceneCarriesTheWordsThatItUsesAndNoOthers() throws {
    for (prompt, used) in [
      ("A gizmo falls.", ["gizmo"]), ("A ball falls in an arena.", ["arena", "goo"]), ("A ball falls.", []),
    ] {
      let understanding = try understanding(prompt)
      var carried: [String] = []
      if case .table(let table)? = understanding.table["words"] { carried = table.fields.map(\.key) }
      #expect(carried.sorted() == used)
      #expect(try SceneReader().scene(understanding.table) == understanding.scene)
    }
  }

  @Test func aWordThatIsNotUsedChangesNothing() throws {
    let (with, without) = (
      try understanding("A red ball falls on a table."), try Wish("A red ball falls on a table.").understood()
    )
    #expect(with.table == without.table && with.scene == without.scene)
  }

  /// What the dictionary learns later does not change a recipe that has a word of that name.
  @Test func aWordOfOnesOwnGoesBeforeTheDictionarys() throws {
    let ball = SceneTable(fields: [.init("ball", .table(SceneTable(fields: [.init("shape", "cone")])))])
    let thing = try #require(try understanding("A ball falls.", ball).scene.things.first)
    guard case .cone = thing.parts[0].solid else { Issue.record("\(thing.parts)"); return }
  }

  @Test func wordsAreListedWithTheOthers() throws {
    let listed = try Vocabulary.builtin.adding(Self.words).words
    #expect(listed.first { $0.title == "things" }?.words.contains(["gizmo", "widget", "round thing"]) == true)
    #expect(listed.first { $0.title == "looks" }?.words.contains(["moody"]) == true)
  }

  /// A word that is none, and what is said of it.
  struct Bad: Sendable {
    let table: SceneTable
    let words: String

    init(_ words: String, of name: String = "gizmo", _ says: KeyValuePairs<String, SceneValue>) {
      let fields = says.map { SceneTable.Field($0.key, $0.value) }
      table = SceneTable(fields: [.init(name, .table(SceneTable(fields: fields)))])
      self.words = words
    }
  }

  private static let bad = [
    Bad("words.gizmo.shape: there is no shape \"bokx\"; did you mean \"box\"?", ["shape": "bokx"]),
    Bad("words.gizmo: what it is made of is not said", [:]),
    Bad("did you mean \"wood\"?", ["shape": "box", "material": "woood"]),
    Bad("words.gizmo.mass: the number -1", ["shape": "box", "mass": -1]),
    Bad("did you mean \"color\"?", ["shape": "box", "colour": "red"]),
    Bad("words.gizmo.like: there is no thing \"trukc\"; did you mean \"truck\"?", ["like": "trukc"]),
    Bad("has a form already", ["like": "truck", "radius": 1]),
    Bad("words.gizmo.is: there is no kind of word \"colour\"", ["is": "colour"]),
    Bad("what it is like is not said", ["is": "look"]),
    Bad("is a name of another word, too", ["shape": "box", "also": ["gizmo"]]),
    Bad("small letters", of: "Gizmo", ["shape": "box"]), Bad("no name for a word", of: "r2d2", ["shape": "box"]),
    Bad("no name for a word", of: "one two three four five", ["shape": "box"]),
    Bad("no name for a word", of: "", ["shape": "box"]), Bad("a meaning of its own", of: "world", ["shape": "box"]),
    Bad("1 to 25000", ["is": "material", "density": 0]), Bad("no sound", ["is": "material", "sound": "clonk"]),
    Bad("lava", ["is": "place", "ground": "lava"]),
  ]

  @Test(arguments: bad.indices) func aBadWordIsAMistakeWithItsPlace(_ index: Int) {
    let bad = Self.bad[index]
    let error = #expect(throws: SceneError.self) { try Vocabulary.builtin.adding(bad.table) }
    #expect(error?.description.contains(bad.words) == true, "\(String(describing: error))")
  }

  @Test func wordsThatAreMadeOfOneAnotherAreAMistake() {
    let table = SceneTable(fields: [
      .init("egg", .table(SceneTable(fields: [.init("like", "hen")]))),
      .init("hen", .table(SceneTable(fields: [.init("like", "egg")]))),
    ])
    let error = #expect(throws: SceneError.self) { try Vocabulary.builtin.adding(table) }
    #expect(error?.description.contains("made of words that are made of it") == true)
  }

  @Test func tooManyWordsAreRefused() {
    let word = SceneValue.table(SceneTable(fields: [.init("like", "crate")]))
    let names = "abcdefghijk".flatMap { first in "abcdefghijk".map { "\(first)\($0)" } }
    let table = SceneTable(fields: names.prefix(101).map { .init($0, word) })
    #expect(throws: SceneError.self) { try Vocabulary.builtin.adding(table) }
  }

  /// Whatever a table holds, it is words or a mistake.
  @Test func anyTableIsWordsOrAMistake() throws {
    let keys = [
      "is", "like", "also", "plural", "shape", "size", "parts", "material", "color", "mass", "density", "ground",
      "scenery", "glow",
    ]
    let values: [SceneValue] = [
      "box", "thing", "place", "gym", "wood", "red", "noir", "material", 1, -1e308, 1e308, true, false, [], [1, 2, 3],
      ["a", "b"],
      .table(SceneTable(fields: [.init("shape", "ring")])),
      .table(SceneTable([.table(SceneTable(fields: [.init("thing", "tree")]))])),
    ]
    try always { draws in
      draws.list(1...4) { draws in
        let says = draws.list(0...4) { SceneTable.Field($0.one(of: keys), $0.one(of: values)) }
        return SceneTable.Field(
          draws.one(of: ["gizmo", "ball", "goo", "a b", ""]), .table(SceneTable(fields: says)))
      }
    } holds: { fields in
      _ = try? Vocabulary.builtin.adding(SceneTable(fields: fields))
      return true
    }
  }
}
