package import Media

/// Gives a sound another pace without another pitch, another pitch without another pace, or both, as it comes.
///
/// Each block says how long it is to last; a sample of output belongs to the place in the input that follows from that,
/// and the sound is there within 30 ms, always: nothing adds up. Of a pace above 2 that holds on the output's clock, below
/// on the input's. What was heard before decides how grains join, so a sound must be stretched from its start.
///
/// Plain arithmetic in a fixed order: the same samples on every machine. Belongs to one thread at a time. Memory holds
/// what was put and not yet taken, and a second.
package final class Stretcher {
  package let channelCount: Int
  /// How many times as high the sound becomes.
  private let pitch: Double
  private let cutter: GrainCutter
  private let kernel: InterpolationKernel?
  private var course = Course()
  private var input, grains: SampleQueue
  /// Samples cut so far, and taken by the caller.
  private var cutCount = 0
  private var takenCount = 0
  private var isFinished = false
  /// Samples of `cutCount` that have been let go.
  private var droppedCount = 0

  package static let pitches = -24.0...24.0
  package static let channelCounts = 1...16

  /// - Parameter semitones: How much higher it becomes; cents are hundredths.
  /// - Precondition: `semitones` is in `pitches`, `channelCount` in `channelCounts`; the node table checks both.
  /// - Throws: if there is no memory.
  package init(channelCount: Int = 2, semitones: Double = 0) throws(StretchError) {
    precondition(Self.pitches.contains(semitones) && Self.channelCounts.contains(channelCount))
    self.channelCount = channelCount
    pitch = Elementary.exp2(semitones / 12)
    kernel = pitch == 1 ? nil : InterpolationKernel(factor: pitch)
    cutter = try GrainCutter(channelCount: channelCount)
    (input, grains) = (SampleQueue(channelCount: channelCount), SampleQueue(channelCount: channelCount))
  }

  /// The sound goes on, and this part of it is to last `frameCount` samples. Paces from 1/8 to 8 are followed.
  ///
  /// - Precondition: the block has the stretcher's channels, and `finish` has not been called.
  package func put(_ block: AudioBlock, lasting frameCount: Int) throws(StretchError) {
    precondition(block.channelCount == channelCount && frameCount >= 0 && !isFinished)
    course.append(input: block.frameCount, output: frameCount)
    input.append(block)
    try cut()
  }

  /// The sound is over; silence follows. What is still missing can be taken.
  package func finish() throws(StretchError) {
    isFinished = true
    try cut()
  }

  /// How many samples can be taken. After `finish`, what was put has given exactly as many as it was to last.
  package var readyCount: Int {
    guard let kernel else { return min(cutCount, course.end) - takenCount }
    let reached = Int(Double(cutCount - kernel.reach - 1) / pitch)
    return max(0, min(reached, course.end) - takenCount)
  }

  /// - Parameter frameCount: At most `readyCount`.
  package func take(_ frameCount: Int) -> AudioBlock {
    precondition(0...readyCount ~= frameCount)
    defer { takenCount += frameCount }
    return kernel.map { transposed($0, frameCount) } ?? straight(frameCount)
  }
}

extension Stretcher {
  /// Cuts as long as input and course reach.
  private func cut() throws(StretchError) {
    while !isFinished || cutCount < lengthToCut {
      let grain = Grain(pace: pace(at: Double(cutCount)))
      let next = cutCount + cutter.output(of: grain)
      let middle = Double(next) + Double(grain.step) / 2
      guard isFinished || middle <= Double(course.end) * pitch else { return }
      // Half of what is sought lies before, so that on average the grain's middle is where it should be.
      let place = Int(position(at: middle)) - (grain.seekInSamples + grain.step) / 2
      let skip = min(max(place - cutter.place, 1), 16 * grain.step)
      let before = grains.count
      guard try cutter.cut(grain, skip: skip, from: &input, to: &grains) else {
        guard isFinished else { return }
        input.appendSilence(48_000)
        continue
      }
      cutCount += grains.count - before
      course.forget(before: Double(cutCount) / pitch)
    }
  }

  /// What must be cut for all of the output.
  private var lengthToCut: Int {
    Int((Double(course.end) * pitch).rounded(.up)) + (kernel.map { $0.reach + 2 } ?? 0)
  }

  /// The place in the input of a place in what is cut, which is yet to be played faster by the pitch.
  private func position(at place: Double) -> Double { course.position(at: place / pitch) }

  /// Over the next 40 ms.
  private func pace(at place: Double) -> Double {
    (position(at: place + 1920) - position(at: place)) / 1920
  }

  private func straight(_ count: Int) -> AudioBlock {
    defer { drop(count) }
    return grains.first(count)
  }

  private func transposed(_ kernel: InterpolationKernel, _ count: Int) -> AudioBlock {
    var block = AudioBlock(channelCount: channelCount, frameCount: count)
    let end = Double(takenCount + count) * pitch
    let source = grains.first(min(grains.count, Int(end) - droppedCount + kernel.reach + 1))
    for index in 0..<count {
      let place = Double(takenCount + index) * pitch
      let whole = place.rounded(.down)
      kernel.interpolate(source, at: Int(whole) - droppedCount, and: place - whole, into: &block, index)
    }
    drop(max(0, Int(end) - kernel.reach - droppedCount))
    return block
  }

  private func drop(_ count: Int) {
    grains.drop(count)
    droppedCount += count
  }
}
