import Codec
import Confinement
import Media
import Props
import Speech
import Testing

@testable import MediaWorker

/// Texts of strangers are spoken by a worker as this process would speak them.
@Suite struct SpeechTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func speaker(from nursery: Nursery = Apart.nursery, required: Protection = []) throws -> ConfinedSpeaker {
    var limits = MediaLimits()
    limits.wallClock = .seconds(nursery === Apart.nursery ? 60 : 0.5)
    return try ConfinedSpeaker(nursery: nursery, limits: limits, required: required)
  }

  @Test(arguments: Voice.allCases) func aTextIsSpokenAsInThisProcess(voice: Voice) throws {
    let (here, apart) = (Speaker(), try speaker(required: [.systemCalls, .files]))
    for text in ["Hello, remix!", "It costs $5.\n\nSee?"] {
      let request = Utterance(text, voice: voice.rawValue, rate: 1.25, pitch: 0.9)
      #expect(try apart.utter(request) == here.utter(request))
    }
  }

  @Test func aLongTextComesInPieces() throws {
    let request = Utterance(String(repeating: "A long story. ", count: 200), voice: "kal16")
    let speech = try speaker().utter(request)
    #expect(speech.samples.count > 2 * SpeechReply.piece && speech.timing.words.count == 600)
  }

  @Test func whatIsWrongWithATextIsSaidAndTheWorkerGoesOn() throws {
    let apart = try speaker()
    #expect(throws: SpeechError.nothingToSay) { try apart.utter(Utterance("...")) }
    let error = #expect(throws: SpeechError.self) { try apart.utter(Utterance("so 語")) }
    #expect(
      error?.description.contains("line 1, column 4 (byte 3): an English voice cannot say \"語\" (U+8A9E)") == true)
    #expect(throws: SpeechError.self) { try apart.utter(Utterance("Hi", voice: "nobody")) }
    #expect(try !apart.utter(Utterance("Hi")).samples.isEmpty)
  }

  @Test(arguments: [
    ("die", "ended unexpectedly: signal 11"), ("hang", "takes too long"), ("babble", "sent what it should not"),
    ("flood", "sent what it should not"), ("bare", "takes too long"),
  ])
  func aWorkerThatComesToGriefIsAnErrorOfItsText(role: String, words: String) throws {
    let apart = try speaker(from: Apart.impostors(role, in: workshop))
    let error = #expect(throws: SpeechError.self) { try apart.utter(Utterance("Hi")) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func timesThatCannotBeAreRefused() {
    let word = Speech.Word(text: "a", range: 0..<1, start: Time(ticks: 1, rate: 1), end: .zero)
    #expect(!Speech.Timing(words: [word]).isPlausible(until: Time(ticks: 9, rate: 1), in: "a"))
  }
}
