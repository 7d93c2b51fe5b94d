import Media

/// Plays an endless sound: adds up the epochs that are heard at each sample, always in the order of their numbers, so that
/// the samples do not depend on who asks for which stretch.
final class EpochSource: SoundSource {
  private let sound: any EndlessSound
  private var kept: [(number: Int64, block: AudioBlock)] = []

  init(_ sound: any EndlessSound) { self.sound = sound }

  func read(from start: Int64, frameCount: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: max(0, frameCount))
    let last = sound.duration?.ticks(rate: AudioBlock.sampleRate) ?? Time.limit.ticks(rate: AudioBlock.sampleRate)
    let range = max(0, start)..<max(max(0, start), min(last, start.addingClamped(block.frameCount)))
    guard !range.isEmpty else { return block }
    let hop = Int64(sound.hop)
    // The first that is not over yet; before 0 there are epochs too, which ring on into it.
    let before = Int64(sound.tail) / hop + 1
    let first = (range.lowerBound - Int64(sound.tail) + before * hop) / hop - before
    for number in first...(range.upperBound - 1) / hop {
      block.add(epoch(number), at: number * hop - start, in: range.lowerBound - start..<range.upperBound - start)
    }
    block.bend()
    return block
  }

  /// One is used for many blocks, and at most `tail / hop` others with it.
  private func epoch(_ number: Int64) -> AudioBlock {
    if let found = kept.first(where: { $0.number == number }) { return found.block }
    if kept.count > sound.tail / sound.hop + 2 { kept.removeFirst() }
    kept.append((number, sound.played(number)))
    return kept[kept.count - 1].block
  }
}

extension AudioBlock {
  /// Adds what of another block falls into a range of this one.
  fileprivate mutating func add(_ other: AudioBlock, at place: Int64, in range: Range<Int64>) {
    let low = max(range.lowerBound, place)
    let high = min(range.upperBound, place + Int64(other.frameCount))
    guard low < high else { return }
    other.samples.withUnsafeBufferPointer { from in
      withEars { left, right in
        for index in Int(low)..<Int(high) {
          let source = index - Int(place)
          left[index] += from[source]
          right[index] += from[other.frameCount + source]
        }
      }
    }
  }
}

extension Int64 {
  fileprivate func addingClamped(_ count: Int) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(Int64(count))
    return overflows ? .max : sum
  }
}
