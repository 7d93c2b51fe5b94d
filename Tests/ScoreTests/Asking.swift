import Claims
import Media

@testable import Score

extension Draws {
  /// What a recipe may ask of the composer.
  mutating func composer(seconds: ClosedRange<Double> = 1...60) -> Composer {
    Composer(
      key: Key(tonic: int(0...11), mode: one(of: Mode.allCases)), tempo: flag() ? real(40...240) : nil,
      mood: one(of: Mood.allCases), length: Time(seconds: real(seconds)) ?? .zero, seed: number(upTo: 1_000_000))
  }
}

extension Piece {
  /// One instrument's notes, one after another.
  static func solo(
    _ instrument: Instrument, _ pitches: [Int], each seconds: Double, velocity: Double = 0.8
  ) -> Piece {
    let step = Time(seconds: seconds) ?? .zero
    let notes = pitches.indices.map { index in
      Note(
        track: 0, pitch: pitches[index], velocity: velocity, beat: .zero, beats: .quarter, start: step * Int64(index),
        length: step.scaled(by: 0.9))
    }
    let track = Track(name: "solo", instrument: instrument, level: 1, pan: 0)
    return Piece(length: step * Int64(pitches.count), tempo: 120, tracks: [track], notes: notes)
  }

  func notes(of part: Part) -> [Note] { notes.filter { $0.track == part.rawValue } }
}
