/// A stretch of sixteen sounds at once: row after row, each so many samples apart.
///
/// Lives only as long as the memory it looks into, which a processor takes for one stretch.
struct Rows {
  static let count = 16
  /// Samples of a row, at most.
  static let length = 128

  let samples: UnsafeMutableBufferPointer<Float>
  /// Samples of a row now.
  let frames: Int

  subscript(row: Int) -> UnsafeMutableBufferPointer<Float> {
    let start = row * Rows.length
    return UnsafeMutableBufferPointer(rebasing: samples[start..<start + frames])
  }

  /// Gives each row a share of every other, by a Hadamard matrix: power is kept.
  func scatter() {
    var distance = 1
    while distance < Rows.count {
      for row in 0..<Rows.count where row & distance == 0 { Rows.turn(self[row], self[row + distance]) }
      distance *= 2
    }
  }

  /// An eighth of a turn: sum and difference.
  private static func turn(_ low: UnsafeMutableBufferPointer<Float>, _ high: UnsafeMutableBufferPointer<Float>) {
    let half: Float = 0.707_106_77
    for index in low.indices {
      let (sum, difference) = (low[index] + high[index], low[index] - high[index])
      (low[index], high[index]) = (sum * half, difference * half)
    }
  }

  /// Adds a row of others.
  func add(_ other: Rows, _ row: Int) {
    let (to, from) = (self[row], other[row])
    for index in to.indices { to[index] += from[index] }
  }
}
