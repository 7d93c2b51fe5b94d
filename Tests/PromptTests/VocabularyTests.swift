import Testing
import World

@testable import Prompt

@Suite struct VocabularyTests {
  @Test func thereAreMoreThanThreeHundredWords() {
    let words = Vocabulary.builtin.words.filter { $0.title != "cannot be" }
    #expect(words.reduce(0) { $0 + $1.words.count } > 300)
    #expect(words.reduce(0) { $0 + $1.words.joined().count } > 700)
  }

  @Test func everyMaterialThatAThingNamesIsThere() {
    let vocabulary = Vocabulary.builtin
    let names = Set(vocabulary.materials.flatMap(\.names))
    for word in vocabulary.things {
      let pieces = word.pieces + word.bodies.flatMap(\.pieces)
      for material in [word.material] + pieces.compactMap(\.material) {
        #expect(names.contains(material), "\(word.name): \(material)")
      }
    }
    for place in vocabulary.places { #expect(names.contains(place.material), "\(place.name)") }
  }

  @Test func everyThingOfTheSceneryIsThere() {
    let vocabulary = Vocabulary.builtin
    let names = Set((vocabulary.things + ThingWord.backdrops).flatMap(\.names))
    for item in vocabulary.places.flatMap(\.scenery) { #expect(names.contains(item.thing), "\(item.thing)") }
  }

  /// Nothing floats above the ground or stands in it.
  @Test func everyThingStandsOnTheGround() throws {
    for word in Vocabulary.builtin.things where word.bodies.isEmpty && word.sheet == nil {
      let lowest = word.pieces.map { $0.place.y }.min() ?? 0
      #expect(lowest < 2.6, "\(word.name)")
    }
  }

  @Test func substancesAreWithinTheirRanges() {
    for word in Vocabulary.builtin.materials {
      let substance = word.material.substance
      #expect((1...25_000).contains(substance.density))
      #expect((0...2).contains(substance.friction))
      #expect((0...1).contains(substance.restitution))
      #expect((0...1).contains(substance.rolling))
    }
  }
}
