import Claims
import Media
import Testing

@testable import Score

@Test func theSameWordsGiveTheSamePieceAndOtherSeedsOthers() throws {
  try always(runs: 5) {
    $0.composer(seconds: 20...60)
  } holds: { composer in
    let other = Composer(
      key: composer.key, tempo: composer.tempo, mood: composer.mood, length: composer.length, seed: composer.seed &+ 1)
    return composer.piece() == composer.piece() && composer.piece().notes != other.piece().notes
  }
}

@Test func aPieceEndsOnTimeWithTheTonicThatRings() throws {
  try always(runs: 15) {
    $0.composer()
  } holds: { composer in
    let piece = composer.piece()
    guard let last = piece.chords.last, let ending = piece.sections.last else { return false }
    let ring = piece.length - last.range.start
    return piece.length == composer.length && piece.notes.allSatisfy { $0.start >= .zero && $0.end <= piece.length }
      && last.chord.root == 0 && last.range.end == piece.length && ending.kind == .ending
      && ring >= min(composer.length, Time(ticks: 1, rate: 1))
  }
}

@Test func theTempoBendsByAtMostThreePerCent() throws {
  try always(runs: 15) {
    $0.composer(seconds: 1...120)
  } holds: { composer in
    abs(composer.piece().tempo / composer.tempo - 1) <= 0.031
  }
}

@Test func beatsAreExact() throws {
  try always(runs: 15) {
    $0.composer(seconds: 10...120)
  } holds: { composer in
    let piece = composer.piece()
    return piece.beats.enumerated().allSatisfy { index, beat in
      abs(beat.time.seconds - Double(index) * 60 / piece.tempo) < 1e-8
    }
  }
}

@Test func strongBeatsOfTheTuneHaveNotesOfTheChord() throws {
  try always(runs: 15) {
    $0.composer(seconds: 10...90)
  } holds: { composer in
    let piece = composer.piece()
    return piece.notes(of: .melody).filter { $0.beat.ticks % (2 * Beat.perQuarter) == 0 }.allSatisfy { note in
      guard let span = piece.chords.last(where: { $0.beat <= note.beat }) else { return false }
      return span.chord.holds(note.pitch - piece.tonic(composer))
    }
  }
}

extension Piece {
  fileprivate func tonic(_ composer: Composer) -> Int { composer.key.tonic }
}

@Test func tuneAndBassMakeNoParallelFifthsOrOctavesWhereChordsChange() throws {
  try always(runs: 15) {
    $0.composer(seconds: 10...90)
  } holds: { composer in
    let piece = composer.piece()
    let pairs = piece.chords.map { span in
      (bass: piece.pitch(of: .bass, at: span.beat), tune: piece.pitch(of: .melody, at: span.beat))
    }
    return zip(pairs, pairs.dropFirst()).allSatisfy { from, to in
      guard let a = from.bass, let b = from.tune, let c = to.bass, let d = to.tune else { return true }
      let (before, after) = ((b - a) % 12, (d - c) % 12)
      return a == c || b == d || (c > a) != (d > b) || before != after || (after != 0 && after != 7)
    }
  }
}

extension Piece {
  fileprivate func pitch(of part: Part, at beat: Beat) -> Int? { notes(of: part).first { $0.beat == beat }?.pitch }
}

@Test func notesOutsideTheKeyAreMarked() throws {
  try always(runs: 15) {
    $0.composer()
  } holds: { composer in
    composer.piece().notes.allSatisfy { note in
      note.track == Part.drums.rawValue || composer.key.holds(note.pitch) != note.isAltered
    }
  }
}

@Test func aPlayerWithOneVoiceNeverHasTwoNotes() throws {
  try always(runs: 15) {
    $0.composer()
  } holds: { composer in
    let piece = composer.piece()
    return piece.tracks.indices.filter { piece.tracks[$0].instrument.isMonophonic }.allSatisfy { track in
      let notes = piece.notes.filter { $0.track == track }
      return zip(notes, notes.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
  }
}

@Test func theVoicesOfChordsMoveLittle() throws {
  try always(runs: 15) {
    $0.composer(seconds: 20...90)
  } holds: { composer in
    var voicing = Voicing(around: 59)
    let chords = composer.piece().chords.map { voicing.next($0.chord, tonic: composer.key.tonic) }
    return zip(chords, chords.dropFirst()).allSatisfy { from, to in
      to.allSatisfy { pitch in from.contains { abs($0 - pitch) <= 5 } }
    }
  }
}

@Test func sectionsAndChordsFillThePieceWithoutGaps() throws {
  try always(runs: 15) {
    $0.composer(seconds: 1...120)
  } holds: { composer in
    let piece = composer.piece()
    let sections = piece.sections.map(\.range), chords = piece.chords.map(\.range)
    return [sections, chords].allSatisfy { ranges in
      ranges.first?.start == .zero && ranges.last?.end == piece.length
        && zip(ranges, ranges.dropFirst()).allSatisfy { $0.end == $1.start }
    }
  }
}

@Test func theTuneComesBack() {
  let piece = Composer(mood: .calm, length: Time(ticks: 60, rate: 1), seed: 3).piece()
  let starts = piece.sections.filter { $0.kind == .a || $0.kind == .varied }.map { Beat.bar * $0.bars.lowerBound }
  let firsts = starts.map { start in piece.notes(of: .melody).first { $0.beat >= start }.map { $0.pitch % 12 } }
  #expect(starts.count > 1 && Set(firsts).count == 1)
}
