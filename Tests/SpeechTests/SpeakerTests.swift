import Claims
import Glibc
import Media
import Synchronization
import Testing

@testable import Speech

/// What flite says, and when.
@Suite struct SpeakerTests {
  private let speaker = Speaker()

  private func phonemes(_ text: String) throws -> [String] {
    try speaker.utter(Utterance(text)).timing.phonemes.filter { $0.word != nil }.map(\.name)
  }

  @Test func wordsAreThoseOfTheText() throws {
    let text = "It costs $5,\nthey “said” – and Dr. Café left."
    let words = try speaker.utter(Utterance(text)).timing.words
    #expect(words.map(\.text) == ["It", "costs", "$5,", "they", "“said” –", "and", "Dr.", "Café", "left."])
    #expect(words.allSatisfy { Array(text.utf8)[$0.range].elementsEqual($0.text.utf8) })
  }

  @Test func aPriceIsOneWordOfManySounds() throws {
    let timing = try speaker.utter(Utterance("It is $5 now.")).timing
    #expect(timing.phonemes.filter { $0.word == 2 }.map(\.name) == ["f", "ay", "v", "d", "aa", "l", "er", "z"])
  }

  /// As the CMU Pronouncing Dictionary has them; `ax` is its AH without stress.
  @Test(arguments: [
    ("hello", "hh ax l ow"), ("world", "w er l d"), ("thing", "th ih ng"), ("judge", "jh ah jh"),
    ("vision", "v ih zh ax n"),
    ("boy", "b oy"), ("now", "n aw"), ("yes", "y eh s"),
  ])
  func soundsAreThoseOfTheDictionary(word: String, sounds: String) throws {
    #expect(try phonemes(word) == sounds.split(separator: " ").map(String.init))
  }

  @Test(arguments: Voice.allCases) func phonemesFillTheWholeOfTheSound(voice: Voice) throws {
    let speech = try speaker.utter(Utterance("One, two. Three four!", voice: voice.rawValue))
    let phonemes = speech.timing.phonemes
    #expect(phonemes.first?.start == .zero && phonemes.last?.end == speech.duration)
    for (phoneme, next) in zip(phonemes, phonemes.dropFirst()) { #expect(phoneme.end == next.start) }
    #expect(speech.sampleRate == (voice == .kal ? 8_000 : 16_000))
  }

  @Test(arguments: Voice.allCases, [0.5, 0.8, 1.5, 2]) func rateScalesTheDuration(voice: Voice, rate: Double) throws {
    let text = "The quick brown fox jumps over the lazy dog."
    let plain = try speaker.utter(Utterance(text, voice: voice.rawValue)).duration.seconds
    let paced = try speaker.utter(Utterance(text, voice: voice.rawValue, rate: rate)).duration.seconds
    #expect(abs(paced * rate / plain - 1) < 0.05)
  }

  @Test(arguments: Voice.allCases) func theSameTextGivesTheSameSamplesWhateverWasSaidBefore(voice: Voice) throws {
    let request = Utterance("She sells sea shells. He hears her.", voice: voice.rawValue)
    let first = try speaker.utter(request)
    for other in Voice.allCases {
      _ = try speaker.utter(Utterance("Something else!", voice: other.rawValue, rate: 2, pitch: 1.5))
    }
    #expect(try Speaker().utter(request) == first)
  }

  @Test func threadsTakeTurns() async throws {
    let request = Utterance("She sells sea shells.")
    let first = try speaker.utter(request)
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask { [speaker] in
          number.isMultiple(of: 2)
            ? (try? speaker.utter(request)) == first : (try? speaker.utter(Utterance("Number \(number)."))) != nil
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func theRandomNumbersOfTheProcessGoOnAsBefore() throws {
    let tokens = try Script("Hiss.").sentences[0]
    try Speaker.flite.withLock { flite in
      srand(5)
      let numbers = [rand(), rand()]
      srand(5)
      let first = rand()
      _ = try flite.speak(tokens, .slt, rate: 1, pitch: 1)
      #expect([first, rand()] == numbers)
    }
  }

  @Test func anUnknownVoiceIsAnErrorThatNamesTheKnown() {
    let error = #expect(throws: SpeechError.self) { try speaker.utter(Utterance("Hi", voice: "bob")) }
    #expect(error?.description == "speech: there is no voice \"bob\"; use awb, kal, kal16, rms, slt")
  }

  @Test(arguments: [0.49, 2.01, .nan, .infinity, -1]) func numbersOutOfRangeAreErrors(number: Double) {
    #expect(throws: SpeechError.self) { try speaker.utter(Utterance("Hi", rate: number)) }
    #expect(throws: SpeechError.self) { try speaker.utter(Utterance("Hi", pitch: number)) }
  }

  @Test func aBookIsTooLong() {
    let text = String(repeating: "word ", count: 20_000)
    #expect(throws: SpeechError.tooLong(characters: 25_000, limit: 10_000)) { try speaker.utter(Utterance(text)) }
    #expect(throws: SpeechError.tooLong(characters: 10_001, limit: 10_000)) {
      try speaker.utter(Utterance(String(repeating: "é", count: 10_001)))
    }
  }

  @Test func longNumbersAndWordsAreSaid() throws {
    let digits = String(repeating: "7", count: 400)
    #expect(try phonemes(digits).count >= 400 * 4)
    #expect(try !phonemes(String(repeating: "x", count: 500)).isEmpty)
  }

  @Test func noTextBreaksTheVoiceOrTheOrderOfTimes() throws {
    let pieces = [
      "a", "cat", " ", " ", " ", "\n", "\n\n", ".", ",", "!", "$", "5", "1.5", "kg", "%", "-", "'", "'s", "XIV", "am",
      "St",
      "/", "&", "@", "_", "~", "Mr", "(", ")", "\"", "é", "—", "…", "0", "99", ":", "30", "e", "+", "=", "#", "Z", "*",
      "|",
    ]
    try always(runs: 100) { [speaker] draws in
      (draws.list(1...12) { $0.one(of: pieces) }.joined(), draws.one(of: Voice.allCases), speaker)
    } holds: { text, voice, speaker in
      do {
        let speech = try speaker.utter(Utterance(text, voice: voice.rawValue, rate: 2))
        return speech.timing.isPlausible(until: speech.duration, in: text) && !speech.timing.words.isEmpty
      } catch SpeechError.nothingToSay {
        return true
      }
    }
  }
}
