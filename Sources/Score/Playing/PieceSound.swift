package import Media

/// A piece as sound: every sample is a function of the piece and its place alone, so blocks of any length join.
///
/// Asking in order is cheap. Going elsewhere starts the notes that ring there again, which costs as much as they are old.
package final class PieceSound: SoundSource {
  /// Leaves the leveler only the loudest moments.
  private static let level: Float = 0.62
  private let length: Int
  private let fade: Int
  private var desks: [Desk]
  private var leveler = Leveler()
  /// The chunk that is played next into the leveler, the one that it gave last, and what it gave.
  private var next = 0
  private var current = Int.min
  private var sound: [Stereo] = []

  /// - Parameter seed: For what differs from note to note, such as a pluck's noise.
  package init(_ piece: Piece, seed: UInt64 = 0) {
    length = Int(piece.length.ticks(rate: AudioBlock.sampleRate))
    fade = max(1, Int(piece.fade.ticks(rate: AudioBlock.sampleRate)))
    let heard = piece.notes.limited(tracks: piece.tracks)
    desks = piece.tracks.indices.map { track in
      Desk(piece.tracks[track], heard.filter { $0.track == track }, seed: seed &+ UInt64(track) << 32)
    }
  }

  package func read(from start: Int64, frameCount: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    // Far outside, so that the sums below cannot overflow.
    let start = min(max(start, -1 << 48), 1 << 48)
    let first = max(0, -start), last = min(Int64(frameCount), Int64(length) - start)
    guard first < last else { return block }
    for place in Int(first)..<Int(last) {
      let sample = Int(start) + place
      if sample / Desk.chunk != current { go(to: sample / Desk.chunk) }
      let level = Float(min(1, Double(length - sample) / Double(fade)))
      let frame = sound[sample % Desk.chunk] * (level * level * (3 - 2 * level))
      block.samples[place] = frame.x
      block.samples[frameCount + place] = frame.y
    }
    return block
  }

  private func go(to chunk: Int) {
    if chunk != current + 1 {
      leveler = Leveler()
      next = chunk - Leveler.reach
      for index in desks.indices { desks[index].seek(to: max(0, next - desks[index].memory)) }
      warm()
    }
    while true {
      let leveled = leveler.take(mix(next))
      next += 1
      if let leveled, next > chunk + Leveler.reach {
        (sound, current) = (leveled, chunk)
        return
      }
    }
  }

  /// Plays what the desks' effects remember of the time before.
  private func warm() {
    for index in desks.indices {
      for past in max(0, next - desks[index].memory)..<max(0, next) { desks[index].play(past) }
    }
  }

  private func mix(_ chunk: Int) -> [Stereo] {
    var sum = [Stereo](repeating: .zero, count: Desk.chunk)
    guard chunk >= 0, chunk * Desk.chunk < length else { return sum }
    for index in desks.indices {
      desks[index].play(chunk)
      for place in sum.indices { sum[place] += PieceSound.level * desks[index].sound[place] }
    }
    return sum
  }
}
