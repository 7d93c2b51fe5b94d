package import Media

/// Repeats a sound after a time, again and again, each time less loud; from side to side if it is told to.
package struct Echo: SoundProcessor {
  /// Between repeats.
  package static let seconds = 0.001...5.0
  /// How loud each repeat is beside the one before.
  package static let feedbacks = 0.0...0.95
  package static let mixes = 0.0...1.0
  /// Corners of the lowpass filter in the loop, in Hz.
  package static let lowpasses = 200.0...20_000

  package let memory: Int
  private let delay: Int
  private let feedback: Float
  private let mix: Mix
  private let lowpassPole: Float
  private let isPingPong: Bool
  private var lines: [DelayLine] = []
  private var lows: [Float] = []

  /// Samples that are worked on at a time, where the delay allows.
  private static let stride = 256

  /// - Parameters:
  ///   - lowpass: Where the filter that each repeat passes once more begins, in Hz; nil is none.
  ///   - isPingPong: The first repeat of left and right together comes from the left, the next from the right.
  /// - Throws: `RingsTooLong` if repeats are heard for more than 30 s; see `mostFeedback`.
  /// - Precondition: all numbers lie inside their ranges.
  package init(
    seconds: Double = 0.4, feedback: Double = 0.35, mix: Double = 0.35, lowpass: Double? = nil, isPingPong: Bool = false
  ) throws(RingsTooLong) {
    precondition(Echo.seconds.contains(seconds), "an echo comes after 0.001 to 5 s")
    precondition(Echo.feedbacks.contains(feedback), "an echo's feedback is from 0 to 0.95")
    precondition(Echo.mixes.contains(mix), "a mix is from 0 to 1")
    precondition(lowpass.map(Echo.lowpasses.contains) ?? true, "an echo's lowpass is from 200 to 20 000 Hz")
    delay = Int((seconds * AudioBlock.rate).rounded())
    lowpassPole = lowpass.map { Float(Pole.afterOneSample(timeConstant: 1 / (2 * .pi * $0))) } ?? 0
    memory = Echo.memory(delay: delay, feedback: feedback, lowpassPole: Double(lowpassPole))
    guard memory <= longestMemory else {
      throw RingsTooLong(
        what: "an echo of \(seconds) s with feedback \(feedback)",
        remedy: "use at most feedback \(Echo.mostFeedback(seconds: seconds)), or a shorter time")
    }
    (self.feedback, self.mix, self.isPingPong) = (Float(feedback), Mix(mix), isPingPong)
  }

  package var byteCount: Int { max(lines.count, 2) * delay * MemoryLayout<Float>.stride }

  /// The greatest feedback, in hundredths, with which an echo without a lowpass filter ends within 30 s.
  package static func mostFeedback(seconds: Double) -> Double {
    let delay = Int((seconds * AudioBlock.rate).rounded())
    let hundredths = (0...95).last { memory(delay: delay, feedback: Double($0) / 100, lowpassPole: 0) <= longestMemory }
    return Double(hundredths ?? 0) / 100
  }

  /// Repeats until all that follow sum up to less than can be heard; each passes the filter once more, and is late by it.
  private static func memory(delay: Int, feedback: Double, lowpassPole: Double) -> Int {
    let late = lowpassPole / (1 - lowpassPole)
    let repeats = feedback > 0 ? Elementary.log2(inaudible * (1 - feedback)) / Elementary.log2(feedback) : 1
    return Int((repeats.rounded(.up) * (Double(delay) + 3 * late) + 16 * late).rounded(.up)) + 1
  }

  package mutating func process(_ block: inout AudioBlock) {
    if isPingPong, block.channelCount == 1 { block = block.converted(to: .stereo) }
    prepare(for: block)
    block.settle()
    let stride = min(Echo.stride, delay)
    for start in Swift.stride(from: 0, to: block.frameCount, by: stride) {
      let range = start..<min(start + stride, block.frameCount)
      if isPingPong { bounce(&block, in: range) } else { repeatEach(&block, in: range) }
    }
  }

  private mutating func prepare(for block: AudioBlock) {
    if lines.isEmpty {
      lines = Array(repeating: DelayLine(length: delay), count: block.channelCount)
      lows = Array(repeating: 0, count: block.channelCount)
    }
    precondition(lines.count == block.channelCount, "an echo's channels stay as many")
  }

  /// Each channel for itself.
  private mutating func repeatEach(_ block: inout AudioBlock, in range: Range<Int>) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: range.count) { back in
      for channel in lines.indices {
        lines[channel].read(back, from: delay)
        soften(back, channel)
        block.withPlane(channel) { plane in
          for (index, place) in zip(back.indices, range) {
            let (input, repeated) = (plane[place], back[index])
            plane[place] = input * mix.dry + repeated * mix.wet
            back[index] = (input + repeated * feedback).settled
          }
        }
        lines[channel].write(UnsafeBufferPointer(back))
      }
    }
  }

  /// Left and right together go into the left line, what comes out of it into the right one, and back. Others stay.
  private mutating func bounce(_ block: inout AudioBlock, in range: Range<Int>) {
    let (count, right) = (range.count, block.frameCount)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * count) { backs in
      let lefts = UnsafeMutableBufferPointer(rebasing: backs[..<count])
      let rights = UnsafeMutableBufferPointer(rebasing: backs[count...])
      lines[0].read(lefts, from: delay)
      lines[1].read(rights, from: delay)
      soften(lefts, 0)
      soften(rights, 1)
      block.samples.withUnsafeMutableBufferPointer { samples in
        for (index, place) in zip(lefts.indices, range) {
          let both = (samples[place] + samples[right + place]) * 0.5
          let (ping, pong) = (lefts[index], rights[index])
          samples[place] = samples[place] * mix.dry + ping * mix.wet
          samples[right + place] = samples[right + place] * mix.dry + pong * mix.wet
          (lefts[index], rights[index]) = ((both + pong * feedback).settled, (ping * feedback).settled)
        }
      }
      lines[0].write(UnsafeBufferPointer(lefts))
      lines[1].write(UnsafeBufferPointer(rights))
    }
  }

  private mutating func soften(_ samples: UnsafeMutableBufferPointer<Float>, _ channel: Int) {
    guard lowpassPole > 0 else { return }
    var low = lows[channel]
    for index in samples.indices {
      low = (samples[index] + (low - samples[index]) * lowpassPole).settled
      samples[index] = low
    }
    lows[channel] = low
  }
}
