import Media
import Testing

@testable import Speech

/// Mouths that move with the sounds.
@Suite struct VisemeTests {
  /// The 39 phonemes of the CMU Pronouncing Dictionary, the unstressed vowel and the pause.
  private let phonemes = """
    aa ae ah ao aw ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p r s sh t th uh uw v w y z zh ax pau
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  @Test func everyPhonemeHasAShape() {
    for phoneme in phonemes { #expect(Viseme(phoneme: phoneme) != nil, "\(phoneme)") }
    #expect(Set(phonemes.flatMap { Viseme.shapes(of: $0) }) == Set(Viseme.allCases))
  }

  /// The examples of the viseme reference: put, fat, think, tip, call, chair, sir, not, red, car, bed, tip, toe, book.
  @Test(arguments: [
    ("p", Viseme.PP), ("b", .PP), ("m", .PP), ("f", .FF), ("v", .FF), ("th", .TH), ("dh", .TH), ("t", .DD), ("d", .DD),
    ("k", .kk), ("g", .kk), ("ch", .CH), ("jh", .CH), ("sh", .CH), ("s", .SS), ("z", .SS), ("l", .nn), ("n", .nn),
    ("r", .RR), ("aa", .aa), ("eh", .E), ("ih", .ih), ("ow", .oh), ("uh", .ou),
  ])
  func shapesAreThoseOfTheReference(phoneme: String, viseme: Viseme) {
    #expect(Viseme(phoneme: phoneme) == viseme)
  }

  @Test func lipsAreClosedForPAndBAndMAndWideForAh() {
    #expect(Viseme.PP.openness == 0 && Viseme.sil.openness == 0 && Viseme.aa.openness == 1)
    #expect(Viseme.allCases.allSatisfy { (0...1).contains($0.openness) })
  }

  @Test func theMouthMovesFromTheFirstSampleToTheLast() throws {
    let speech = try Speaker().utter(Utterance("My mouth moves about."))
    let mouth = speech.mouth
    #expect(mouth.first?.start == .zero && mouth.last?.end == speech.duration)
    for (shape, next) in zip(mouth, mouth.dropFirst()) {
      #expect(shape.end == next.start && shape.start < shape.end && shape.viseme != next.viseme)
    }
    #expect(mouth.first?.viseme == .sil && mouth.dropFirst().prefix(4).map(\.viseme) == [.PP, .aa, .ih, .PP])
  }

  @Test func speechWithoutPhonemesMovesNoMouth() {
    #expect(Speech(samples: [0], sampleRate: 8_000, timing: .init(words: [])).mouth.isEmpty)
  }
}
