import CStretch

/// Cuts a sound into grains and joins them, through SoundTouch, one grain at a time, each from where it is told.
///
/// SoundTouch follows its tempo only on average: what waits inside when the tempo changes is played at the new one, and
/// the mistake stays. So the tempo is chosen anew for each grain, as what leads from its place to that of the next.
final class GrainCutter {
  private let stretch: OpaquePointer
  /// Samples of input before the one that the next grain is sought from.
  private(set) var place = 0
  private var isFirst = true

  init(channelCount: Int) throws(StretchError) {
    guard let stretch = cstretch_make(Int32(channelCount), Int32(Grain.overlap)) else { throw .outOfMemory }
    self.stretch = stretch
  }

  deinit { cstretch_free(stretch) }

  /// How much output a grain gives. The first has nothing before it to be joined to.
  func output(of grain: Grain) -> Int { isFirst ? grain.step - Grain.overlapInSamples : grain.step }

  /// Cuts a grain such that the next is sought about `skip` samples further on.
  ///
  /// - Parameter skip: From 1 on: SoundTouch would cut for ever without moving.
  /// - Returns: false, and nothing is cut, if the input is too short.
  func cut(_ grain: Grain, skip: Int, from input: inout SampleQueue, to output: inout SampleQueue) throws(StretchError)
    -> Bool
  {
    let tempo = tempo(of: grain, skip: skip)
    // SoundTouch cuts as soon as it has this much, so that it is never ahead.
    let wanted =
      max(Int(tempo * Double(grain.step) + 0.5) + Grain.overlapInSamples, grain.lengthInSamples) + grain.seekInSamples
    guard input.count >= wanted - waiting + Self.mostHeldBack else { return false }
    guard cstretch_cut(stretch, tempo, Int32(grain.length), Int32(grain.seek)) == 0 else { throw .outOfMemory }
    try feed(wanted - waiting, from: &input)
    var heldBack = 0
    while !take(2 * grain.step, to: &output) {
      guard heldBack < Self.mostHeldBack else { throw .outOfMemory }
      heldBack += 1
      try feed(1, from: &input)
    }
    place += wanted - waiting
    isFirst = false
    return true
  }

  /// The resampler in front keeps a few samples for good; 3 in SoundTouch 2.3.2.
  private static let mostHeldBack = 16

  private var waiting: Int { Int(cstretch_waiting(stretch)) }

  /// SoundTouch rounds down and carries the rest. A quarter more makes sure that rounding does not fall below; after
  /// the first grain it takes back what that grain did not join and half of what it did not seek.
  private func tempo(of grain: Grain, skip: Int) -> Double {
    guard isFirst else { return (Double(skip) + 0.25) / Double(grain.step) }
    return Double(skip + 1 + grain.seekInSamples / 2) / Double(grain.step - Grain.overlapInSamples)
  }

  private func feed(_ count: Int, from input: inout SampleQueue) throws(StretchError) {
    guard count > 0 else { return }
    guard input.withFirst({ cstretch_put(stretch, $0, Int32(count)) }) == 0 else { throw .outOfMemory }
    input.drop(count)
  }

  private func take(_ count: Int, to output: inout SampleQueue) -> Bool {
    let before = output.count
    output.append(upTo: count) { Int(cstretch_take(stretch, $0, Int32(count))) }
    return output.count > before
  }
}
