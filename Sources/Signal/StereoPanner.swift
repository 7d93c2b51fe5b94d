package import Media

/// Places sound between left and right with equal power: the formulas of Web Audio's StereoPannerNode.
///
/// Places are told every 64 samples, with straight lines between the gains that follow from them: 1.3 ms, as for all gains.
package enum StereoPanner {
  /// From left to right.
  package static let places = -1.0...1.0
  /// Samples from one knot to the next.
  package static let grid = 64

  /// What each side takes of left and right, or of the one channel there is.
  struct Gains: Equatable {
    var leftOfLeft, leftOfRight, rightOfLeft, rightOfRight: Double
  }

  /// Sound at one place.
  package static func pan(_ block: AudioBlock, to place: Double) -> AudioBlock {
    pan(block, through: [place, place], step: 0, isStill: true)
  }

  /// Sound that moves.
  ///
  /// - Parameters:
  ///   - knots: Places, 64 samples apart; beyond ±1, or no number, is held to that.
  ///   - offset: How far after the first knot the block begins, from 0 to 63.
  /// - Precondition: there are knots to the end of the block, and one after it.
  package static func pan(_ block: AudioBlock, through knots: [Double], offset: Int = 0) -> AudioBlock {
    precondition(0..<grid ~= offset, "a block begins less than a knot after the first")
    precondition(knots.count > (offset + block.frameCount - 1) / grid + 1, "there is a knot after every sample")
    return pan(block, through: knots, step: offset, isStill: false)
  }

  private static func pan(_ block: AudioBlock, through knots: [Double], step: Int, isStill: Bool) -> AudioBlock {
    var panned = block.channelCount == 1 ? block.with(channelCount: 2) : block
    let gains = knots.map { self.gains(at: $0, ofMono: block.channelCount == 1) }
    var start = 0
    var position = step
    while start < block.frameCount {
      let knot = isStill ? 0 : position / grid
      let end = isStill ? block.frameCount : min(block.frameCount, start + grid - position % grid)
      panned.turn(start..<end, gains[knot], gains[knot + 1], at: position % grid)
      position += end - start
      start = end
    }
    return panned
  }

  /// W3C Web Audio API, StereoPannerNode, "stereo panning".
  static func gains(at place: Double, ofMono isMono: Bool) -> Gains {
    let place = min(max(place.isNaN ? 0 : place, -1), 1)
    let x = isMono ? (place + 1) / 2 : place <= 0 ? place + 1 : place
    let (left, right) = (Elementary.cos(x * .pi / 2), Elementary.sin(x * .pi / 2))
    if isMono { return Gains(leftOfLeft: left, leftOfRight: 0, rightOfLeft: right, rightOfRight: 0) }
    return place <= 0
      ? Gains(leftOfLeft: 1, leftOfRight: left, rightOfLeft: 0, rightOfRight: right)
      : Gains(leftOfLeft: left, leftOfRight: 0, rightOfLeft: right, rightOfRight: 1)
  }
}

extension AudioBlock {
  /// Mixes the first two channels of a range; the gains go in straight lines from one knot's to the next one's.
  fileprivate mutating func turn(
    _ range: Range<Int>, _ from: StereoPanner.Gains, _ to: StereoPanner.Gains, at step: Int
  ) {
    let frames = frameCount
    samples.withUnsafeMutableBufferPointer { samples in
      for index in range {
        let t = Double(step + index - range.lowerBound) / Double(StereoPanner.grid)
        let (left, right) = (Double(samples[index]), Double(samples[frames + index]))
        samples[index] = Float(
          left * (from.leftOfLeft + (to.leftOfLeft - from.leftOfLeft) * t)
            + right * (from.leftOfRight + (to.leftOfRight - from.leftOfRight) * t))
        samples[frames + index] = Float(
          left * (from.rightOfLeft + (to.rightOfLeft - from.rightOfLeft) * t)
            + right * (from.rightOfRight + (to.rightOfRight - from.rightOfRight) * t))
      }
    }
  }
}
