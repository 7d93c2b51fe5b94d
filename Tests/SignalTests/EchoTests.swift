import Claims
import Foundation
import Media
import Testing

@testable import Signal

/// Where sound is, and how loud.
private func heard(_ plane: [Float]) -> [Int: Float] {
  Dictionary(uniqueKeysWithValues: plane.enumerated().filter { $1 != 0 }.map { ($0, $1) })
}

@Test func anEchoRepeatsEachTimeLessLoud() throws {
  let sound = try Echo(seconds: 0.01, feedback: 0.5, mix: 1).processed(.impulse(channels: 2, 2000))
  #expect(heard(sound.plane(0)) == [480: 1, 960: 0.5, 1440: 0.25, 1920: 0.125])
  #expect(sound.plane(1) == sound.plane(0))
}

@Test func pingGoesLeftAndPongGoesRight() throws {
  let echo = try Echo(seconds: 0.01, feedback: 0.5, mix: 1, isPingPong: true)
  let sound = echo.processed(AudioBlock(channels: 2, 2000) { $0 == 1 && $1 == 0 ? 1 : 0 })
  #expect(heard(sound.plane(0)) == [480: 0.5, 1440: 0.125])
  #expect(heard(sound.plane(1)) == [960: 0.25, 1920: 0.0625])
}

@Test func aMixKeepsPower() throws {
  let sound = try Echo(seconds: 0.01, feedback: 0, mix: 0.3).processed(.impulse(1000))
  #expect(abs(sound.samples[0] * sound.samples[0] + sound.samples[480] * sound.samples[480] - 1) < 1e-6)
}

@Test func aLowpassMakesEachRepeatDarker() throws {
  let sound = try Echo(seconds: 0.02, feedback: 0.9, mix: 1, lowpass: 2000).processed(.impulse(4000)).samples
  let (first, second) = (sound[960..<1900], sound[1920..<2860])
  #expect(abs(first.reduce(0, +) - 1) < 0.001)
  #expect(abs(second.reduce(0, +) - 0.9) < 0.001)
  #expect(second.max()! < first.max()! * 0.6)
}

@Test func anEchoThatWouldNotEndSaysHowMuchFeedbackItMayHave() throws {
  #expect(throws: RingsTooLong.self) { try Echo(seconds: 2, feedback: 0.9) }
  do {
    _ = try Echo(seconds: 1, feedback: 0.9)
  } catch {
    #expect(error.description.contains("use at most feedback 0.6,"))
  }
  try always(runs: 50) {
    $0.real(0.001...5)
  } holds: { seconds in
    let most = Echo.mostFeedback(seconds: seconds)
    guard most < 0.95 else { return true }
    return (try? Echo(seconds: seconds, feedback: most)) != nil
      && (try? Echo(seconds: seconds, feedback: most + 0.01)) == nil
  }
}
