import Media

/// Plays a file's events in their order, and writes down the notes that come of it.
struct MIDIBand {
  private let header: MIDIHeader
  private var map: TempoMap
  private var channels = [MIDIChannel](repeating: MIDIChannel(), count: 16)
  private var notes: [Note] = []
  private var tracks: [Track] = []
  /// The channel and program of each track.
  private var owners: [(channel: Int, program: Int)] = []
  private var controls = [[Track.Control]](repeating: [], count: 16)
  private var meters: [(tick: Int64, beats: Int, power: Int)] = [(0, 4, 2)]
  private var last: Int64 = 0

  private static let drumChannel = 9
  /// So that a full band, whose channels stand at 100 of 127 as a rule, stays under the ceiling.
  private static let level = 0.8
  /// How long the last notes may ring.
  private static let ring = Time(ticks: 3, rate: 2)

  init(_ header: MIDIHeader) {
    self.header = header
    map = TempoMap(division: header.division, tempo: header.fixedTempo ?? 500_000)
  }

  mutating func take(_ event: MIDIEvent) throws(MIDIError) {
    last = event.tick
    guard map.time(at: last) <= MIDIFile.longest else {
      throw MIDIError(
        .tooLarge, at: event.offset, "an event at \(map.time(at: last))", wanted: "at most an hour of music")
    }
    let channel = event.channel
    switch event.action {
    case .press(let key, let velocity): try press(key, velocity, event)
    case .lift(let key): finish(channels[channel].lift(key).map { [$0] } ?? [])
    case .control(let control, let value):
      finish(channels[channel].turn(control, to: value))
      note(channel)
    case .program(let program): channels[channel].program = program
    case .bend(let bend):
      channels[channel].turn(bend: bend)
      note(channel)
    case .tempo(let tempo): if header.fixedTempo == nil { map.change(at: last, to: tempo) }
    case .meter(let beats, let power): meters.append((last, beats, power))
    case .end: break
    }
  }

  private mutating func press(_ key: Int, _ velocity: Int, _ event: MIDIEvent) throws(MIDIError) {
    guard notes.count < MIDIFile.mostNotes else {
      throw MIDIError(
        .tooLarge, at: event.offset, "more than \(MIDIFile.mostNotes) notes", remedy: "divide the file into several")
    }
    finish(channels[event.channel].again(key))
    let press = MIDIChannel.Press(tick: last, key: key, velocity: velocity, track: track(of: event.channel))
    channels[event.channel].press(press)
  }

  /// The track that a channel plays on now: one for each program that it has had.
  private mutating func track(of channel: Int) -> Int {
    let program = channels[channel].program
    if let known = owners.firstIndex(where: { $0 == (channel, program) }) { return known }
    let isDrums = channel == MIDIBand.drumChannel
    owners.append((channel, program))
    tracks.append(
      Track(
        name: "channel \(channel + 1), program \(program + 1)",
        instrument: isDrums ? .drums : Instrument(program: program),
        level: MIDIBand.level, pan: 0))
    return tracks.count - 1
  }

  /// Writes down notes that end now.
  private mutating func finish(_ presses: [MIDIChannel.Press]) {
    for press in presses {
      let (start, end) = (map.time(at: press.tick), map.time(at: last))
      notes.append(
        Note(
          track: press.track, pitch: press.key, velocity: Double(press.velocity) / 127, beat: beat(press.tick),
          beats: beat(last - press.tick), start: start,
          length: max(end - start, Time(ticks: 1, rate: AudioBlock.sampleRate))))
    }
  }

  /// In 960ths of a quarter. Films' ticks count as if a quarter were half a second.
  private func beat(_ tick: Int64) -> Beat {
    let perQuarter = header.fixedTempo == nil ? header.division : max(1, header.division / 2)
    return Beat(ticks: tick.scaled(by: Beat.perQuarter, over: Int64(perQuarter), rounding: .toNearestOrAwayFromZero))
  }

  /// Writes down how a channel's knobs stand.
  private mutating func note(_ channel: Int) {
    let (start, knobs) = (map.time(at: last), channels[channel])
    let control = Track.Control(start: start, level: knobs.level, pan: knobs.place, bend: knobs.semitones)
    if controls[channel].last?.start == start { controls[channel].removeLast() }
    controls[channel].append(control)
  }

  /// - Parameter end: The file's size, for errors.
  mutating func piece(end: Int) throws(MIDIError) -> Piece {
    for channel in channels.indices { finish(channels[channel].silence()) }
    for (index, owner) in owners.enumerated() { tracks[index].controls = knobs(owner.channel) }
    notes.sort(by: Note.precedes)
    let sounding = notes.map(\.end).max() ?? .zero
    var piece = Piece(
      length: max(map.time(at: last), sounding + MIDIBand.ring), tempo: map.tempo, tracks: tracks, notes: notes)
    piece.beats = beats
    piece.fade = Time(ticks: 1, rate: 2)
    return piece
  }

  /// A channel's knobs from the start on.
  private func knobs(_ channel: Int) -> [Track.Control] {
    let (first, fresh) = (controls[channel].first?.start, MIDIChannel())
    guard first != .zero else { return controls[channel] }
    return [Track.Control(start: .zero, level: fresh.level, pan: fresh.place, bend: 0)] + controls[channel]
  }

  private var beats: [Piece.BeatMark] {
    guard header.fixedTempo == nil else { return [] }
    var marks: [Piece.BeatMark] = []
    var (tick, bar, beat, meter) = (Int64(0), 0, 0, 0)
    while tick <= last, marks.count < MIDIBand.mostBeats {
      while meter + 1 < meters.count, meters[meter + 1].tick <= tick {
        meter += 1
        // A new meter begins a new bar.
        if beat > 0 { (bar, beat) = (bar + 1, 0) }
      }
      marks.append(Piece.BeatMark(time: map.time(at: tick), bar: bar, beat: beat))
      tick += max(1, Int64(header.division) * 4 >> Int64(meters[meter].power))
      beat += 1
      if beat == meters[meter].beats { (bar, beat) = (bar + 1, 0) }
    }
    return marks
  }

  /// An hour at 1000 a minute has 60 000 quarters.
  private static let mostBeats = 100_000
}
