package import Media

/// Reads the sound of a file by sample: stereo or 5.1 at 48 kHz, from −1 to 1.
///
/// What is read at a place does not depend on what was read before. Gaps are silent; where stamps overlap, the later sound
/// counts. The resampler's and the encoder's delays are taken out.
///
/// A reader belongs to one thread at a time; a file may have several. It holds two chunks of five seconds.
package final class AudioReader: SoundSource {
  /// Reading across a seam back and forth should not decode twice.
  private static let mostChunks = 2

  private let file: MediaFile
  private let track: SoundTrack
  private let layout: ChannelLayout
  private let packets: SoundPackets
  private var chunks: [SoundChunk] = []
  private var lost = LostRanges()

  /// - Parameter layout: What the listener has room for; `AudioInfo.delivered(in:)` says what comes.
  /// - Throws: `.noAudio` if the file holds no sound that can be decoded.
  package init(_ file: MediaFile, in layout: ChannelLayout = .stereo) throws(CodecError) {
    guard let track = file.tracks.sound, let info = file.tracks.audio else {
      throw CodecError(.noAudio, file.path, "has no sound", remedy: "use it as pictures")
    }
    self.file = file
    self.track = track
    self.layout = info.delivered(in: layout)
    packets = try SoundPackets(file.input, track)
  }

  /// Samples `start ..< start + frameCount`, where 0 is time 0 of the file. Outside the recording there is silence.
  ///
  /// - Precondition: `frameCount >= 0`.
  package func read(from start: Int64, frameCount: Int) throws -> AudioBlock {
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: frameCount)
    let limit = Time.limit.ticks(rate: AudioBlock.sampleRate)
    guard abs(Double(start)) < Double(limit), frameCount > 0 else { return block }
    var done = 0
    while done < frameCount {
      let position = start + Int64(done)
      let index = position.scaled(by: 1, over: SoundChunk.length, rounding: .down)
      let offset = Int(position - index * SoundChunk.length)
      let count = min(frameCount - done, Int(SoundChunk.length) - offset)
      try chunk(index).copy(offset..<offset + count, into: &block, at: done)
      done += count
    }
    return block
  }

  /// What was found damaged so far, a sentence for each stretch of time.
  package var warnings: [String] {
    lost.warnings(file.path, "the sound is lost")
  }

  private func chunk(_ index: Int64) throws(CodecError) -> SoundChunk {
    if let known = chunks.first(where: { $0.index == index }) { return known }
    let made =
      index < 0
      ? SoundChunk(index: index, in: layout)
      : try SoundChunk(index: index, in: layout, from: packets, track, place: file.path)
    for range in made.lost { lost.insert(range) }
    chunks = [made] + chunks.prefix(Self.mostChunks - 1)
    return made
  }
}
