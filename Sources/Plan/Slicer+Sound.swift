import Graph
import Media
import Signal

extension Slicer {
  /// Sound through something that remembers. What it hears begins as long before the epoch as it remembers, and its clock
  /// is moved by whole epochs.
  mutating func process(_ node: Node, _ inputs: [Int], _ processor: any SoundProcessor, _ range: TimeRange) -> Piece? {
    let epoch = Time.samples(processor.epoch)
    let first = max(.zero, floor(range.start, to: epoch) - .samples(Int64(processor.memory)))
    let start = floor(first, to: epoch)
    // A sample more, for clocks that lie between samples.
    let heard = TimeRange(first, range.end + .samples(Int64(processor.latency) + 1))
    let pieces = inputs.map { cut($0, heard, Surroundings(isBase: false, isBare: false)) }
    guard pieces[0] != nil else { return nil }
    let clips = pieces.map { filled($0, over: TimeRange(start, heard.end)) }
    let length = builder[clips[0]].duration + (node.time("tail") ?? .zero)
    let place = add(node, node.kind, node.parameters, clips, length)
    return Piece(place: place, offset: -start, covered: range)
  }
}
