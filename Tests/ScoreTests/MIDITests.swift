import Claims
import Media
import Testing

@testable import Score

/// A file of one track, whose events are given as bytes.
private func file(_ events: [UInt8], format: UInt8 = 0, division: [UInt8] = [0, 96]) -> [UInt8] {
  let track = events + [0, 0xff, 0x2f, 0]
  return Array("MThd".utf8) + [0, 0, 0, 6, 0, format, 0, 1] + division + Array("MTrk".utf8)
    + [0, 0, UInt8(track.count >> 8), UInt8(track.count & 255)] + track
}

@Test func theTimesOfAFileAreMidos() throws {
  let piece = try MIDIFile(Mido.bytes).piece
  #expect(piece.notes.count == Mido.notes.count)
  let found = piece.notes.map { ($0.start.seconds, $0.end.seconds, $0.pitch, Int(($0.velocity * 127).rounded())) }
  for (note, wanted) in zip(found, Mido.notes) {
    #expect(abs(note.0 - wanted.start) < 2e-9 && abs(note.1 - wanted.end) < 2e-9)
    #expect(note.2 == wanted.pitch && note.3 == wanted.velocity)
  }
  #expect(
    piece.tracks.map(\.instrument) == [.electricPiano, .drums]
      || piece.tracks.map(\.instrument) == [.drums, .electricPiano])
  #expect(piece.beats.prefix(4).map(\.beat) == [0, 1, 2, 0] && piece.tempo == 120)
}

@Test func theExampleOfTheSpecificationReadsAsItSays() throws {
  // The format 0 example of RP-001, page 12.
  let bytes: [UInt8] = file([
    0, 0xff, 0x58, 4, 4, 2, 24, 8, 0, 0xff, 0x51, 3, 7, 0xa1, 0x20, 0, 0xc0, 5, 0, 0xc1, 46, 0, 0xc2, 70, 0, 0x92, 48,
    96,
    0, 60, 96, 96, 0x91, 67, 64, 96, 0x90, 76, 32, 0x81, 0x40, 0x82, 48, 64, 0, 60, 64, 0, 0x81, 67, 64, 0, 0x80, 76,
    64,
  ])
  let piece = try MIDIFile(bytes).piece
  let notes = piece.notes.map { [$0.start.seconds, $0.end.seconds, Double($0.pitch)] }
  #expect(notes == [[0, 2, 48], [0, 2, 60], [0.5, 2, 67], [1, 2, 76]])
  #expect(piece.notes.map { piece.tracks[$0.track].instrument } == [.brass, .brass, .harp, .electricPiano])
}

@Test func thePedalHoldsWhatIsLetGo() throws {
  let piece = try MIDIFile(file([0, 0xb0, 64, 127, 0, 0x90, 60, 90, 96, 60, 0, 96, 0xb0, 64, 0])).piece
  #expect(piece.notes.map(\.end.seconds) == [1])
}

@Test func knobsAreKeptByTime() throws {
  let piece = try MIDIFile(
    file([0, 0x90, 60, 90, 48, 0xb0, 7, 127, 0, 10, 0, 0, 0xe0, 0, 0x60, 96, 0x80, 60, 0])
  ).piece
  let controls = piece.tracks[0].controls
  #expect(controls.map(\.start.seconds) == [0, 0.25] && controls[1].level == 1)
  #expect(controls[1].pan == -1 && controls[1].bend == 1)
}

@Test func picturesOfFilmCountToo() throws {
  // 25 pictures a second with 40 ticks each: a tick is a millisecond.
  let piece = try MIDIFile(file([0, 0x90, 60, 90, 0x83, 0x74, 60, 0], division: [0xe7, 40])).piece
  #expect(piece.notes.map(\.end.seconds) == [0.5])
}

private let mistakes: [(bytes: [UInt8], code: MIDIError.Code, offset: Int)] = [
  ([], .syntax, 0), (Array("RIFF0000RMID0000".utf8), .syntax, 0), (file([], format: 2), .unsupported, 8),
  (file([], division: [0, 0]), .syntax, 12), (file([0, 60, 60]), .syntax, 23), (file([0, 0xf4]), .syntax, 22),
  (file([0, 0x90, 60, 200]), .syntax, 25), (file([0xff, 0xff, 0xff, 0xff]), .syntax, 22),
  (file([0, 0xff, 0x51, 3, 0, 0, 0]), .syntax, 22), (Array(file([0, 0x90, 60, 60]).dropLast(5)), .truncated, 22),
  (file([0, 0xff, 0x51, 3, 255, 255, 255, 0xff, 0xff, 0x7f, 0x90, 60, 60]), .tooLarge, 29),
]

@Test(arguments: mistakes) func badFilesSayWhereAndWhy(entry: (bytes: [UInt8], code: MIDIError.Code, offset: Int)) {
  #expect { try MIDIFile(entry.bytes) } throws: { error in
    guard let error = error as? MIDIError else { return false }
    #expect(error.code == entry.code && error.offset == entry.offset, "\(error)")
    return true
  }
}

@Test func noBytesCanTrapTheReader() throws {
  try always(runs: 400) { draws in
    var bytes = draws.flag() ? Mido.bytes : file(draws.list(0...60) { UInt8($0.int(0...255)) })
    for _ in 0..<draws.int(0...6) { bytes[draws.int(0...bytes.count - 1)] = UInt8(draws.int(0...255)) }
    return Array(bytes.prefix(draws.flag() ? bytes.count : draws.int(0...bytes.count)))
  } holds: { bytes in
    guard let piece = try? MIDIFile(bytes).piece else { return true }
    return piece.notes.allSatisfy {
      $0.start >= .zero && $0.end <= piece.length && piece.tracks.indices.contains($0.track)
    }
  }
}

@Test func strangeFilesCanBePlayed() throws {
  try always(runs: 5) { draws in
    var bytes = Mido.bytes
    for _ in 0..<draws.int(0...6) { bytes[draws.int(40...bytes.count - 1)] = UInt8(draws.int(0...255)) }
    return bytes
  } holds: { bytes in
    guard let piece = try? MIDIFile(bytes).piece else { return true }
    return PieceSound(piece).read(from: 20_000, frameCount: 500).samples.allSatisfy { $0.isFinite && abs($0) <= 0.71 }
  }
}
