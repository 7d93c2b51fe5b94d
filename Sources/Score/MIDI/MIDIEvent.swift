/// What a file says happens, and when in its ticks.
struct MIDIEvent {
  enum Action {
    case press(key: Int, velocity: Int)
    case lift(key: Int)
    case control(Int, value: Int)
    case program(Int)
    /// −8192 to 8191.
    case bend(Int)
    /// Microseconds for a quarter.
    case tempo(Int)
    /// Beats in a bar, and what part of a whole note each is, as a power of ½.
    case meter(Int, power: Int)
    case end
  }

  var tick: Int64
  var channel = 0
  var action: Action
  /// The byte it stands at.
  var offset: Int
}

/// Reads a track's events. What is not played, such as texts and system messages, is stepped over.
struct MIDITrackReader {
  private var bytes: MIDIBytes
  private var tick: Int64 = 0
  /// The status that the next message has if it brings none.
  private var running: UInt8?

  init(_ bytes: MIDIBytes) { self.bytes = bytes }

  /// The next event; nil at the track's end.
  mutating func next() throws(MIDIError) -> MIDIEvent? {
    while !bytes.isAtEnd {
      let offset = bytes.offset
      tick += Int64(try bytes.variable())
      guard let event = try message(at: offset) else { continue }
      return event
    }
    return nil
  }

  private mutating func message(at offset: Int) throws(MIDIError) -> MIDIEvent? {
    let (status, first) = try status()
    switch status {
    case 0xff: return try meta(at: offset)
    case 0xf0, 0xf7:
      running = nil
      _ = try bytes.slice(try bytes.variable())
      return nil
    case 0xf1...:
      throw MIDIError(
        .syntax, at: offset, "status \(status), which a file has no use for", wanted: "a status below 240")
    default: return try channelMessage(status, first, at: offset)
    }
  }

  /// The status of the next message, and its first data byte if that has been read on the way.
  private mutating func status() throws(MIDIError) -> (UInt8, Int?) {
    let byte = try bytes.byte()
    guard byte < 0x80 else { return (byte, nil) }
    guard let running else {
      throw MIDIError(
        .syntax, at: bytes.offset - 1, "data without a status before it", wanted: "a status byte from 128 on")
    }
    return (running, Int(byte))
  }

  private mutating func channelMessage(_ status: UInt8, _ first: Int?, at offset: Int) throws(MIDIError) -> MIDIEvent? {
    running = status
    let one: Int
    if let first { one = first } else { one = try bytes.data() }
    let kind = status >> 4
    let two = kind == 0xc || kind == 0xd ? 0 : try bytes.data()
    let action: MIDIEvent.Action
    switch kind {
    case 0x8: action = .lift(key: one)
    case 0x9: action = two == 0 ? .lift(key: one) : .press(key: one, velocity: two)
    case 0xb: action = .control(one, value: two)
    case 0xc: action = .program(one)
    case 0xe: action = .bend((two << 7 | one) - 8192)
    default: return nil
    }
    return MIDIEvent(tick: tick, channel: Int(status & 15), action: action, offset: offset)
  }

  private mutating func meta(at offset: Int) throws(MIDIError) -> MIDIEvent? {
    running = nil
    let kind = try bytes.byte()
    var data = try bytes.slice(try bytes.variable())
    switch kind {
    case 0x2f:
      bytes = data
      return MIDIEvent(tick: tick, action: .end, offset: offset)
    case 0x51: return MIDIEvent(tick: tick, action: .tempo(try tempo(&data, at: offset)), offset: offset)
    case 0x58:
      let (beats, power) = (try data.number(1), try data.number(1))
      guard beats > 0, power <= 6 else {
        throw MIDIError(.syntax, at: offset, "a meter of \(beats) over 2^\(power)", wanted: "1 to 255 over 1 to 64")
      }
      return MIDIEvent(tick: tick, action: .meter(beats, power: power), offset: offset)
    default: return nil
    }
  }

  private func tempo(_ data: inout MIDIBytes, at offset: Int) throws(MIDIError) -> Int {
    let tempo = try data.number(3)
    guard tempo >= 60_000 else {
      throw MIDIError(
        .syntax, at: offset, "a tempo of \(tempo) microseconds for a quarter",
        wanted: "at least 60000, which is 1000 a minute")
    }
    return tempo
  }
}
