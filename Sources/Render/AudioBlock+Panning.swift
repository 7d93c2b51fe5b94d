import Graph
import Media
import Signal

extension AudioBlock {
  /// Moved between left and right by a curve of the clip's own clock; the block begins at `time`.
  func panned(by curve: Curve, from time: Time) -> AudioBlock {
    guard !curve.isConstant else { return StereoPanner.pan(self, to: curve.value(at: time)) }
    let grid = Int64(StereoPanner.grid)
    let first = time.ticks(rate: AudioBlock.sampleRate)
    let knot = first.scaled(by: 1, over: grid, rounding: .down)
    let last = (first + Int64(frameCount)).scaled(by: 1, over: grid, rounding: .up)
    let knots = (knot...last + 1).map { curve.value(at: Time(ticks: $0 * grid, rate: AudioBlock.sampleRate)) }
    return StereoPanner.pan(self, through: knots, offset: Int(first - knot * grid))
  }
}
