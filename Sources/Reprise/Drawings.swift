import Graph
import Synchronization

/// What was drawn of texts and shapes, since most of them show for many frames. Any thread may ask.
final class Drawings<Drawing: Sendable>: Sendable {
  private let drawn = Mutex<[Request: Drawing]>([:])
  /// One whose size moves is drawn at many scales; older ones are let go.
  private let mostKept: Int

  private struct Request: Hashable {
    var parameters: [String: Setting]
    var piece: String?
    var scale: Double
  }

  init(mostKept: Int) { self.mostKept = mostKept }

  /// What some parameters look like at a scale, drawn if it is not at hand.
  ///
  /// - Parameter piece: What it is taken apart into, if anything.
  func drawing(
    of parameters: [String: Setting], by piece: String? = nil, scale: Double, _ draw: () throws -> Drawing
  ) rethrows -> Drawing {
    let request = Request(parameters: parameters, piece: piece, scale: scale)
    if let known = drawn.withLock({ $0[request] }) { return known }
    let drawing = try draw()
    drawn.withLock {
      if $0.count >= mostKept { $0.removeAll() }
      $0[request] = drawing
    }
    return drawing
  }
}
