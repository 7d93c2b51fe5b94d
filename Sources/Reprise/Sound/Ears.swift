import Codec
import Graph
import Listening
import Media
import Plan
import Recipe
import Render
import Speech
import Store

/// Hears clips for recipes, each once: what was heard is kept.
struct Ears: Sendable {
  let shelf: Shelf
  let cache: (any Cache)?

  func answer(_ question: ListeningQuestion, about graph: Graph) throws -> [[Double]] {
    let entry = CacheKey(
      .track, Digest(of: "heard 1 \(question)\n\(Libraries.decoding) \(Speaker.version)\n\(graph.text)".utf8))
    if let known = cache?.bytes(for: entry).flatMap(Answer.init) { return known.numbers }
    let answer = Answer(numbers: try hear(question, in: graph))
    cache?.keep(answer.bytes, for: entry)
    return answer.numbers
  }

  private func hear(_ question: ListeningQuestion, in graph: Graph) throws -> [[Double]] {
    let mixer = Mixer(Scene(graph), footage: shelf)
    let length = graph.duration.flicks.scaled(
      by: AudioBlock.sampleRate, over: Time.flicksPerSecond, rounding: .up)
    let recording = Recording(frameCount: length, channelCount: graph.canvas.sound.channelCount) {
      try mixer.block(from: $0, frameCount: $1)
    }
    switch question {
    case .envelope(let rate): return [try Envelope(of: recording, rate: rate).levels]
    case .bands(let count, let rate):
      let levels = try Bands(of: recording, rate: rate, edges: Bands.edges(count)).levels
      return (levels.first ?? []).indices.map { time in levels.map { $0[time] } }
    case .onsets: return [try Rhythm(of: recording).onsets.map(\.time.seconds)]
    case .beats: return [try Rhythm(of: recording).beats.map(\.seconds)]
    case .tempo: return try Rhythm(of: recording).tempo.map { [[$0]] } ?? []
    }
  }
}

/// Lists of numbers as they are kept: a line for each, in decimals that read back as the same.
private struct Answer {
  let numbers: [[Double]]

  init(numbers: [[Double]]) { self.numbers = numbers }

  /// Nil unless these are the bytes of some.
  init?(_ bytes: [UInt8]) {
    var numbers: [[Double]] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      let list = words.compactMap { Double($0) }
      guard list.count == words.count, list.allSatisfy(\.isFinite) else { return nil }
      numbers.append(list)
    }
    self.numbers = numbers
  }

  var bytes: [UInt8] {
    Array(numbers.map { $0.map { "\($0)" }.joined(separator: " ") + "\n" }.joined().utf8)
  }
}
