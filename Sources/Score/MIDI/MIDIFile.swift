package import Media

/// A Standard MIDI File of format 0 or 1 (MIDI Manufacturers Association, RP-001), as a piece that is played here.
package struct MIDIFile: Sendable {
  package let piece: Piece

  package static let mostBytes = 4 << 20
  package static let mostNotes = 200_000
  package static let longest = Time(ticks: 3600, rate: 1)

  /// - Throws: `MIDIError`, with the byte that it is about.
  package init(_ bytes: [UInt8]) throws(MIDIError) {
    guard bytes.count <= MIDIFile.mostBytes else {
      throw MIDIError(
        .tooLarge, at: MIDIFile.mostBytes, "a MIDI file of \(bytes.count) bytes",
        wanted: "at most \(MIDIFile.mostBytes)")
    }
    var chunks = MIDIBytes(bytes)
    let header = try MIDIHeader(&chunks)
    let events = try MIDIFile.events(&chunks, header)
    var band = MIDIBand(header)
    for event in events { try band.take(event) }
    piece = try band.piece(end: bytes.count)
  }

  /// The events of all tracks in order; at one tick, a track's own order, and the tracks'.
  private static func events(_ chunks: inout MIDIBytes, _ header: MIDIHeader) throws(MIDIError) -> [MIDIEvent] {
    var events: [MIDIEvent] = []
    var found = 0
    while found < header.trackCount {
      let start = chunks.offset
      guard !chunks.isAtEnd else {
        throw MIDIError(
          .truncated, at: start, "\(found) tracks where \(header.trackCount) are announced",
          remedy: "load the whole file again")
      }
      let (isTrack, chunk) = try chunk(&chunks)
      guard isTrack else { continue }
      try read(chunk, into: &events)
      found += 1
    }
    // By tick; a stable order, since places are compared last.
    return events.enumerated().sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
  }

  /// The next chunk. Kinds that nobody knows are allowed.
  private static func chunk(_ chunks: inout MIDIBytes) throws(MIDIError) -> (isTrack: Bool, MIDIBytes) {
    let kind = try chunks.number(4)
    return (kind == 0x4d54_726b, try chunks.slice(try chunks.number(4)))
  }

  private static func read(_ chunk: MIDIBytes, into events: inout [MIDIEvent]) throws(MIDIError) {
    var track = MIDITrackReader(chunk)
    while let event = try track.next() {
      guard !TempoMap.isBeyond(event.tick) else {
        throw MIDIError(
          .tooLarge, at: event.offset, "an event at tick \(event.tick)", wanted: "at most an hour of music")
      }
      events.append(event)
      if case .end = event.action { return }
    }
  }
}

/// The first chunk of a file.
struct MIDIHeader {
  let trackCount: Int
  /// Ticks of a quarter; of a second, if the file counts by pictures of film.
  let division: Int
  /// Microseconds for `division` ticks; nil if the file's own tempo says.
  let fixedTempo: Int?

  init(_ bytes: inout MIDIBytes) throws(MIDIError) {
    guard bytes.rest >= 14, try bytes.number(4) == 0x4d54_6864 else {
      throw MIDIError(.syntax, at: 0, "no MIDI file", wanted: "\"MThd\" at its start", remedy: "name a .mid file")
    }
    var chunk = try bytes.slice(try bytes.number(4))
    let (format, count, division) = (try chunk.number(2), try chunk.number(2), try chunk.number(2))
    guard format < 2 else {
      throw MIDIError(
        .unsupported, at: 8, "format \(format)", wanted: "format 0 or 1", remedy: "save it again as format 1")
    }
    trackCount = count
    guard division >= 0x8000 else {
      (self.division, fixedTempo) = (division, nil)
      guard division > 0 else { throw MIDIError(.syntax, at: 12, "0 ticks for a quarter", wanted: "1 to 32767") }
      return
    }
    let (rate, ticks) = (256 - division >> 8, division & 0xff)
    guard [24, 25, 29, 30].contains(rate), ticks > 0 else {
      throw MIDIError(
        .syntax, at: 12, "\(ticks) ticks for a picture at \(rate) a second", wanted: "24, 25, 29 or 30 a second")
    }
    self.division = (rate == 29 ? 30 : rate) * ticks
    // 29 stands for 30000/1001.
    fixedTempo = rate == 29 ? 1_001_000 : 1_000_000
  }
}
