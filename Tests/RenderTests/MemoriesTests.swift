import Claims
import Testing

@testable import Render

@Test func whatIsRememberedStaysWithinItsBoundAndIsTheLatest() throws {
  try always(runs: 100) { draws in
    draws.list(1...40) { (place: $0.int(0...9), byteCount: $0.int(1...100) << 20) }
  } holds: { uses in
    var memories = Memories<Int>()
    var model: [(place: Int, run: Int, byteCount: Int)] = []
    for (run, use) in uses.enumerated() {
      _ = memories.take(use.place)
      memories.put(run, of: use.byteCount, at: use.place)
      model.removeAll { $0.place == use.place }
      model.append((use.place, run, use.byteCount))
      while model.reduce(0, { $0 + $1.byteCount }) > 256 << 20 { model.removeFirst() }
    }
    return (0...9).allSatisfy { place in
      memories.take(place) == model.first { $0.place == place }?.run
    }
  }
}
