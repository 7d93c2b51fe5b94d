import Graph
package import Media
package import Plan
import Signal

/// Mixes a video's sound. Every sample depends on its own place alone, so blocks of any length join without a seam.
///
/// Plain arithmetic in a fixed order: the same samples on every machine. Belongs to one thread at a time.
package final class Mixer {
  package let scene: Scene
  private let footage: any Footage
  private let readers = ReaderPool<any SoundSource>()
  /// By the speed that they serve.
  var kernels: [Double: InterpolationKernel] = [:]
  private var runs = Memories<ProcessRuns>()
  private var stretched = Memories<StretchedEpochs>()

  package init(_ scene: Scene, footage: any Footage) {
    self.scene = scene
    self.footage = footage
  }

  /// In which all is mixed: mono is made of stereo in the end.
  var layout: ChannelLayout { scene.graph.canvas.sound == .surround ? .surround : .stereo }

  func silence(_ count: Int) -> AudioBlock { AudioBlock(channelCount: layout.channelCount, frameCount: count) }

  /// Samples `start ..< start + frameCount` of the video at 48 kHz, in the channels of its canvas.
  package func block(from start: Int64, frameCount: Int) throws -> AudioBlock {
    let time = Time(ticks: start, rate: AudioBlock.sampleRate)
    var block = try mix(scene.graph.root, at: time, frameCount) ?? silence(frameCount)
    if scene.graph.canvas.sound == .mono { block = block.inMono }
    // -0, silence under a gain below zero, becomes 0, as it is where a whole block is silent.
    for index in block.samples.indices { block.samples[index] += 0 }
    return block
  }

  /// The sound of a node from an instant of its own clock; nil is silence. A node is silent outside its own time.
  func mix(_ place: Int, at time: Time, _ count: Int) throws -> AudioBlock? {
    let node = scene.graph.nodes[place]
    guard node.hasSound, count > 0 else { return nil }
    let first = Mixer.samples(until: .zero, from: time, count)
    let end = Mixer.samples(until: node.duration, from: time, count)
    guard first < end else { return nil }
    guard first > 0 || end < count else { return try mixInside(place, node, at: time, count) }
    let inside = try mixInside(place, node, at: time.adding(samples: first), end - first)
    return inside.map { $0.padded(by: first, to: count) }
  }

  private func mixInside(_ place: Int, _ node: Node, at time: Time, _ count: Int) throws -> AudioBlock? {
    switch scene.elements[place] {
    case .source, .movingText: return try read(node, at: time, count)
    case .sequence(let inputs, let starts): return try mixSequence(inputs, starts, at: time, count)
    case .stack(let inputs, _): return try sum(inputs.map { try mix($0, at: time, count) })
    case .transition(let transition): return try mixTransition(transition, at: time, count)
    case .shifted(let input, let offset): return try mix(input, at: time + offset, count)
    case .delayed(let input, let offset): return try mix(input, at: time - offset, count)
    case .looped(let input, let period): return try mixLoop(input, period, at: time, count)
    case .frozen: return nil
    case .faster(let input, let travel, .along): return try mixFaster(input, travel, at: time, count)
    case .faster(let input, let travel, .shifted(let semitones)):
      return try stretch(place, input, travel, semitones, at: time, count)
    case .stepped(let input, _, _): return try mix(input, at: time, count)
    case .reversed(let input, let length):
      // Its last sample, which may reach past the end, comes first.
      let samples = Mixer.samples(until: length, from: .zero, .max)
      let end = Time(ticks: Int64(samples), rate: AudioBlock.sampleRate) - time
      return try mix(input, at: end.adding(samples: -count), count)?.reversed()
    case .volume(let input, let curve), .fade(let input, let curve):
      return try mix(input, at: time, count)?.multiplied(by: curve, from: time)
    case .pan(let input, let curve): return try mix(input, at: time, count)?.panned(by: curve, from: time)
    case .processed(let inputs, let processor): return try process(place, inputs, processor, at: time, count)
    case .effect(let input, _): return try mix(input, at: time, count)
    default: return try scene.elements[place].said.flatMap { try mix($0, at: time, count) }
    }
  }

  private func process(
    _ place: Int, _ inputs: [Int], _ processor: any SoundProcessor, at time: Time, _ count: Int
  ) throws -> AudioBlock {
    var own = runs.take(place) ?? ProcessRuns(processor, layout)
    defer { runs.put(own, of: own.byteCount, at: place) }
    return try own.read(at: time, count) { time, count in try inputs.map { try mix($0, at: time, count) } }
  }

  private func stretch(
    _ place: Int, _ input: Int, _ travel: Travel, _ semitones: Double, at time: Time, _ count: Int
  ) throws -> AudioBlock {
    var own =
      stretched.take(place) ?? StretchedEpochs(travel, semitones: semitones, channelCount: layout.channelCount)
    defer { stretched.put(own, of: own.byteCount, at: place) }
    return try own.read(at: time, count) { try mix(input, at: .samples($0), $1) }
  }

  private func read(_ node: Node, at time: Time, _ count: Int) throws -> AudioBlock? {
    let reader = try readers.reader(of: node.digest("asset") ?? node.identity, near: time) {
      try footage.sound(of: node, in: layout)
    }
    return try reader.read(from: time.ticks(rate: AudioBlock.sampleRate), frameCount: count).converted(to: layout)
  }

  /// How many of `count` samples from `start` on begin before `end`.
  static func samples(until end: Time, from start: Time, _ count: Int) -> Int {
    guard end > start else { return 0 }
    let ticks = (end - start).flicks.scaled(by: AudioBlock.sampleRate, over: Time.flicksPerSecond, rounding: .up)
    return Int(min(ticks, Int64(count)))
  }
}

extension Time {
  /// This many samples of 48 kHz later; exact, a sample being 14 700 flicks.
  func adding(samples: Int) -> Time {
    self + Time(flicks: Int64(samples) * (Time.flicksPerSecond / AudioBlock.sampleRate))
  }
}
