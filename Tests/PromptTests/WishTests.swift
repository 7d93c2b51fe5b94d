import Claims
import Media
import Prompt
import Testing
import World

@Suite struct WishTests {
  @Test func whatIsWrittenIsReadAsTheSameScene() throws {
    try always(runs: 50, { Prompts.sentence(&$0) }) { prompt in
      guard let understanding = try? Wish(prompt, seed: 7).understood() else { return true }
      let table = try LuaTable.world(understanding.lua(prompt: prompt))
      guard table.sorted == understanding.table.sorted else { return false }
      return try SceneReader().scene(table) == understanding.scene
    }
  }

  @Test func noPromptTraps() throws {
    try always(runs: 80, { Prompts.salad(&$0) }) { prompt in
      _ = try? Wish(prompt, seconds: 4).understood()
      return true
    }
  }

  @Test func theSamePromptIsTheSameScene() throws {
    try always(runs: 20, { Prompts.sentence(&$0) }) { prompt in
      let (a, b) = (try? Wish(prompt).understood(), try? Wish(prompt).understood())
      return a?.scene == b?.scene && a?.lua(prompt: "") == b?.lua(prompt: "")
    }
  }

  @Test func everyThingFigureAndPlaceAloneIsAScene() throws {
    let vocabulary = Vocabulary.builtin
    for name in vocabulary.things.flatMap(\.names) {
      let scene = try Wish("There is a \(name).").understood().scene
      #expect(scene.things.contains { !$0.name.hasPrefix("scenery") } || !scene.sheets.isEmpty, "\(name)")
    }
    for name in vocabulary.figures.flatMap(\.names) {
      #expect(try Wish("There is a \(name).").understood().scene.figures.count == 1, "\(name)")
    }
    for word in vocabulary.places {
      for name in word.names {
        #expect(try Wish("A bead in the \(name).").understood().scene.place == word.place, "\(name)")
      }
    }
  }

  @Test func everyVerbWithoutWillMovesOrPlacesABall() throws {
    for word in Vocabulary.builtin.verbs {
      for name in word.names { _ = try Wish("A ball \(name)s.").understood() }
      for name in word.names { _ = try Wish("A woman \(name)s a ball to the wall.").understood() }
    }
  }

  @Test func namesAreUnlikeEachOther() throws {
    try always(runs: 25, { Prompts.sentence(&$0) }) { prompt in
      guard let scene = try? Wish(prompt).understood().scene else { return true }
      let names = scene.things.map(\.name) + scene.sheets.map(\.name) + scene.figures.map(\.name)
      return Set(names).count == names.count && scene.things.allSatisfy { $0.pose.position.isFinite }
    }
  }

  @Test func everyActionIsWithinTheDuration() throws {
    try always(runs: 25, { Prompts.sentence(&$0) }) { prompt in
      guard let scene = try? Wish(prompt, seconds: 12).understood().scene else { return true }
      let times = scene.deeds.map(\.time)
      return times == times.sorted() && times.allSatisfy { $0 >= .zero }
        && scene.shots.first?.start == .zero && scene.shots.allSatisfy { $0.start <= scene.duration }
    }
  }

  @Test func whatIsNotKnownIsListedWithItsPlace() throws {
    let left = try Wish("A ball and a glorbix fall.").understood().leftOut
    #expect(left.map(\.words) == ["glorbix"])
    #expect(left.map(\.offset) == [13])
  }

  @Test func aPromptOfNothingKnownNamesWordsThatAreNear() {
    let error = #expect(throws: WishError.self) { try Wish("bal rampp").understood() }
    #expect(error?.remedy == "did you mean \"ball\", \"ramp\"?")
  }

  @Test func whatCannotBeIsLeftOutWithItsReason() throws {
    let understanding = try Wish("A ball hits a window and the window breaks.").understood()
    #expect(understanding.leftOut.map(\.meaning) == ["what is rigid stays whole"])
  }

  @Test func impossiblePhysicsIsLabelled() throws {
    let understanding = try Wish("A ball falls upwards.").understood()
    #expect(understanding.scene.things.first { $0.name == "ball" }?.weight == -0.04)
    #expect(understanding.assumed == ["impossible: ball falls upwards, with a weight of -0.04"])
  }

  @Test func aBoxThatMustSinkIsLoadedAndNothingElse() throws {
    let understanding = try Wish("A wooden crate sinks in a lake.").understood()
    let crate = try #require(understanding.scene.things.first { $0.name == "crate" })
    #expect(crate.weight == 1)
    #expect(abs((crate.mass ?? 0) - 1400 * 0.6 * 0.6 * 0.6) < 1)
  }

  @Test func aMissIsAnAimAndNotAForce() throws {
    let scene = try Wish("A player shoots a basketball and misses.").understood().scene
    #expect(
      scene.deeds.map(\.kind) == [.act(figure: "player", .throw(Aim(.thing("hoop"), .misses)))])
  }

  @Test func thingsKeepTheirIdentityFromShotToShot() throws {
    let scene = try Wish(
      "0-3 s: a red ball lies beside a box. 3-6 s: a dog runs to the ball. 6-8 s: close-up of the ball."
    ).understood().scene
    #expect(scene.things.map(\.name).filter { $0.contains("ball") } == ["ball"])
    #expect(scene.shots.map(\.start) == [.zero, Time(seconds: 3), Time(seconds: 6)])
  }

  @Test func aThousandBallsAreAHundredAndItIsSaid() throws {
    let understanding = try Wish("A thousand balls.").understood()
    #expect(understanding.scene.things.filter { $0.name.hasPrefix("ball") }.count == 100)
    #expect(understanding.assumed.contains("1000 of ball are too many: there are 100"))
  }

  @Test func aLongPromptIsReadToItsBound() throws {
    let prompt = String(repeating: "A ball rolls into a box and qwertz jumps. ", count: 300)
    let understanding = try Wish(prompt).understood()
    #expect(understanding.leftOut.last?.offset == 10_000)
  }

  @Test(arguments: [-1, 0, 121, .nan, .infinity]) func aLengthOutOfRangeIsAnError(seconds: Double) {
    #expect(throws: WishError.self) { try Wish("a ball", seconds: seconds).understood() }
  }
}

extension WishTests {
  @Test func whatIsHitByAnotherStandsStill() throws {
    let scene = try Wish("A pyramid of ten cups is hit by a tennis ball.").understood().scene
    #expect(scene.things.filter { $0.name.hasPrefix("mug") }.allSatisfy { $0.velocity == .zero })
    #expect((scene.things.first { $0.name == "ball" }?.velocity.x ?? 0) > 1)
  }

  @Test func theOtherIsNotWhoSpokeLast() throws {
    let deeds = try Wish("Two robots stand on the moon. One says \"A.\" The other says \"B.\"").understood().scene.deeds
    #expect(deeds.map(\.kind) == [.act(figure: "robot", .say("A.")), .act(figure: "robot2", .say("B."))])
  }
}
