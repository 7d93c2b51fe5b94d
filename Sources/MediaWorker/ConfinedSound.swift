import Codec
import Media

/// Reads the sound of a file through a worker. Belongs to one thread at a time.
///
/// Asking takes longer than what is sent for it, so it asks for pieces of two thirds of a second, which lie on a grid, and keeps
/// the last.
final class ConfinedSound: SoundSource {
  /// Samples of a piece.
  private static let length: Int64 = 1 << 15

  private let worker: Conversation<Reply>
  private let layout: ChannelLayout
  private var last: (start: Int64, samples: [Float])?

  /// - Parameter layout: What comes, as the profile has it.
  init(_ source: ConfinedSource, _ profile: MediaProfile, _ layout: ChannelLayout) throws {
    self.layout = layout
    worker = try source.worker()
    guard case .done = try worker.ask(Request.know(profile).message()) else { throw worker.refuse("no assent") }
  }

  func read(from start: Int64, frameCount: Int) throws -> AudioBlock {
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: frameCount)
    // Farther away than any recording reaches.
    guard abs(Double(start)) < 1e17 else { return block }
    var done = 0
    while done < frameCount {
      let position = start + Int64(done)
      let first = position.scaled(by: 1, over: Self.length, rounding: .down) * Self.length
      let count = min(frameCount - done, Int(first + Self.length - position))
      let samples = try piece(from: first)
      for channel in 0..<block.channelCount {
        let (to, from) = (channel * frameCount + done, channel * Int(Self.length) + Int(position - first))
        block.samples.replaceSubrange(to..<to + count, with: samples[from..<from + count])
      }
      done += count
    }
    return block
  }

  private func piece(from start: Int64) throws -> [Float] {
    if let last, last.start == start { return last.samples }
    let samples = try samples(from: start, Int(Self.length))
    last = (start, samples)
    return samples
  }

  private func samples(from start: Int64, _ count: Int) throws -> [Float] {
    let request = Request.sound(layout, start: start, count: UInt32(count))
    guard case .samples(let bytes) = try worker.ask(request.message()),
      bytes.count == 4 * layout.channelCount * count
    else { throw worker.refuse("no samples") }
    var samples = [Float](repeating: 0, count: layout.channelCount * count)
    samples.withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
    // A hostile worker's infinity would spread through the mix.
    for index in samples.indices where !samples[index].isFinite { samples[index] = 0 }
    return samples
  }
}
