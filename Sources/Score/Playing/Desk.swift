import Media

/// A track as it sounds: the notes that ring, its knobs, and a little chorus.
///
/// It goes forward chunk by chunk on a grid of the piece's own. So what it plays does not depend on how it is asked.
struct Desk {
  /// Samples of a chunk; what changes slowly changes once in it.
  static let chunk = 64

  private let track: Track
  private let notes: [Note]
  private let seed: UInt64
  private var sounding: [Sounding] = []
  private var next = 0
  private var control = 0
  private var chorus: Chorus?
  private(set) var sound = [Stereo](repeating: .zero, count: chunk)

  private struct Sounding {
    let end: Int
    var voice: any Voice
  }

  /// - Parameter notes: Those of this track, by start.
  init(_ track: Track, _ notes: [Note], seed: UInt64) {
    (self.track, self.notes, self.seed) = (track, notes, seed)
    chorus = track.instrument.chorusDepth.map { Chorus(depth: $0) }
  }

  /// Chunks of the past that its effects remember.
  var memory: Int { chorus == nil ? 0 : Chorus.memory / Desk.chunk }

  /// Prepares for a chunk, as if all before it had been played.
  mutating func seek(to chunk: Int) {
    let sample = chunk * Desk.chunk
    (sounding, control) = ([], 0)
    chorus?.clear()
    next = notes.partitioningIndex { $0.sample >= sample }
    for index in 0..<next where notes[index].lastSample(on: track.instrument) > sample {
      var voice = voice(index)
      catchUp(&voice, from: notes[index].sample, to: chunk)
      sounding.append(Sounding(end: notes[index].lastSample(on: track.instrument), voice: voice))
    }
  }

  private mutating func catchUp(_ voice: inout any Voice, from start: Int, to chunk: Int) {
    for past in start / Desk.chunk..<chunk {
      Desk.play(&voice, into: &sound, from: max(0, start - past * Desk.chunk), bend: bend(in: past))
    }
  }

  /// Plays the next chunk into `sound`.
  mutating func play(_ chunk: Int) {
    for index in sound.indices { sound[index] = .zero }
    let bend = bend(in: chunk)
    for index in sounding.indices { Desk.play(&sounding[index].voice, into: &sound, from: 0, bend: bend) }
    let end = (chunk + 1) * Desk.chunk
    while next < notes.count, notes[next].sample < end {
      var voice = voice(next)
      Desk.play(&voice, into: &sound, from: notes[next].sample - chunk * Desk.chunk, bend: bend)
      sounding.append(Sounding(end: notes[next].lastSample(on: track.instrument), voice: voice))
      next += 1
    }
    sounding.removeAll { $0.end <= end }
    turn(chunk)
    chorus?.add(to: &sound, at: chunk * Desk.chunk)
  }

  private static func play(_ voice: inout any Voice, into sound: inout [Stereo], from first: Int, bend: Double?) {
    if let bend { voice.bend(by: bend) }
    var span = sound.mutableSpan
    voice.add(to: &span, from: first)
  }

  private func voice(_ index: Int) -> any Voice {
    let note = notes[index]
    let strike = Strike(
      frequency: Strike.frequency(of: note.pitch), velocity: Float(note.velocity),
      gate: note.gate, seed: seed &+ UInt64(index) &* 0x9e37_79b9_7f4a_7c15)
    return track.instrument.voice(note.pitch, strike)
  }

  /// Applies level and place, which glide from chunk to chunk.
  private mutating func turn(_ chunk: Int) {
    let (start, end) = (gain(at: chunk), gain(at: chunk + 1))
    var left = Ramp(from: start.x, to: end.x, over: Desk.chunk)
    var right = Ramp(from: start.y, to: end.y, over: Desk.chunk)
    for index in sound.indices { sound[index] *= Stereo(left.next(), right.next()) }
  }

  private func gain(at chunk: Int) -> Stereo {
    guard let control = knobs(at: chunk) else { return Float(track.level) * Strike.pan(track.pan) }
    return Float(track.level * control.level) * Strike.pan(control.pan)
  }

  /// As a factor on frequencies; nil if the track has no knobs.
  private func bend(in chunk: Int) -> Double? {
    knobs(at: chunk).map { Elementary.exp2($0.bend / 12) }
  }

  private func knobs(at chunk: Int) -> Track.Control? {
    guard !track.controls.isEmpty else { return nil }
    let time = Time(ticks: Int64(chunk * Desk.chunk), rate: AudioBlock.sampleRate)
    let later = track.controls.partitioningIndex { $0.start > time }
    return later > 0 ? track.controls[later - 1] : nil
  }
}

extension Note {
  /// The sample that it starts at.
  var sample: Int { Int(start.ticks(rate: AudioBlock.sampleRate)) }

  /// Samples that it is held.
  fileprivate var gate: Int {
    max(1, Int(length.ticks(rate: AudioBlock.sampleRate)))
  }

  /// The sample from which nothing of it is heard.
  func lastSample(on instrument: Instrument) -> Int { sample + instrument.span(pitch, gate: gate) }
}
