import Codec
import Media

/// Reads the sound of a file through a worker. Belongs to one thread at a time.
final class ConfinedSound: SoundSource {
  /// What is asked for at once: its samples fit into a message.
  private static let piece = 1 << 16

  private let worker: Conversation<Reply>
  private let layout: ChannelLayout

  /// - Parameter layout: What comes, as the profile has it.
  init(_ source: ConfinedSource, _ profile: MediaProfile, _ layout: ChannelLayout) throws {
    self.layout = layout
    worker = try source.worker()
    guard case .done = try worker.ask(Request.know(profile).message()) else { throw worker.refuse("no assent") }
  }

  func read(from start: Int64, frameCount: Int) throws -> AudioBlock {
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: frameCount)
    for first in stride(from: 0, to: frameCount, by: Self.piece) {
      let count = min(Self.piece, frameCount - first)
      let samples = try samples(from: start.addingReportingOverflow(Int64(first)).partialValue, count)
      for channel in 0..<block.channelCount {
        let target = channel * frameCount + first
        block.samples.replaceSubrange(target..<target + count, with: samples[channel * count..<(channel + 1) * count])
      }
    }
    return block
  }

  private func samples(from start: Int64, _ count: Int) throws -> [Float] {
    let request = Request.sound(layout, start: start, count: UInt32(count))
    guard case .samples(let bytes) = try worker.ask(request.message()),
      bytes.count == 4 * layout.channelCount * count
    else { throw worker.refuse("no samples") }
    return bytes.withUnsafeBytes { bytes in
      (0..<layout.channelCount * count).map { index in
        let sample = Float(bitPattern: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
        // A hostile worker's infinity would spread through the mix.
        return sample.isFinite ? sample : 0
      }
    }
  }
}
