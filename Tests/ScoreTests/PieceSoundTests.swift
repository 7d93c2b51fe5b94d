import Claims
import Media
import Testing

@testable import Score

/// Half a second of chords, tune, bass and drums.
private let piece = Composer(mood: .lofi, length: Time(ticks: 8, rate: 1), seed: 9).piece()
private let whole = PieceSound(piece, seed: 4).read(from: 0, frameCount: 24_000)

@Test func anyBlockIsTheSameHoweverItIsAskedFor() throws {
  let sound = PieceSound(piece, seed: 4)
  try always(runs: 6) { draws in
    (draws.int(-500...18_000), draws.int(1...6000))
  } holds: { start, count in
    let block = sound.read(from: Int64(start), frameCount: count)
    return (0..<count).allSatisfy { place in
      let isInside = start + place >= 0
      return block.samples[place] == (isInside ? whole.samples[start + place] : 0)
        && block.samples[count + place] == (isInside ? whole.samples[24_000 + start + place] : 0)
    }
  }
}

@Test func peaksStayUnderTheCeiling() {
  let notes = (0..<40).map { index in
    Note(
      track: 0, pitch: 40 + index, velocity: 1, beat: .zero, beats: .quarter,
      start: Time(ticks: Int64(index / 8), rate: 50),
      length: Time(ticks: 1, rate: 5))
  }
  let track = Track(name: "loud", instrument: .organ, level: 1, pan: 0)
  let loud = Piece(length: Time(ticks: 1, rate: 5), tempo: 120, tracks: [track], notes: notes)
  let samples = PieceSound(loud).read(from: 0, frameCount: 9600).samples
  let peak = samples.reduce(0) { max($0, abs($1)) }
  #expect(peak <= Leveler.ceiling * 1.0001 && peak > 0.5)
}

@Test func outsideAPieceThereIsSilence() {
  let sound = PieceSound(Piece.solo(.bell, [72], each: 0.2))
  #expect(sound.read(from: -9000, frameCount: 9000).samples.allSatisfy { $0 == 0 })
  #expect(sound.read(from: 9600, frameCount: 500).samples.allSatisfy { $0 == 0 })
  #expect(sound.read(from: .max - 600, frameCount: 500).samples.allSatisfy { $0 == 0 })
  #expect(sound.read(from: .min, frameCount: 500).samples.allSatisfy { $0 == 0 })
}

@Test func onsetsAreWhereNotesStart() {
  let onsets = Piece.solo(.mallet, [60, 64, 67], each: 0.5).onsets()
  #expect(onsets.map(\.time.seconds) == [0, 0.5, 1] && onsets.allSatisfy { $0.strength == 0.8 })
}

@Test func aCrowdOfNotesIsBounded() {
  let note = Note(
    track: 0, pitch: 60, velocity: 1, beat: .zero, beats: .quarter, start: .zero, length: Time(ticks: 1, rate: 1))
  let track = Track(name: "crowd", instrument: .pad, level: 1, pan: 0)
  #expect([Note](repeating: note, count: 300).limited(tracks: [track]).count == 96)
}
