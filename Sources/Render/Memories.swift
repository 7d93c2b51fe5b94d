/// What remembers, by the node that it serves, within a bound: what has waited longest begins anew when it is wanted again.
struct Memories<Run> {
  private var kept: [Int: Memory] = [:]
  private var byteCount = 0
  private var clock = 0
  /// Six hundred rooms, or a hundred long echoes.
  private static var most: Int { 256 << 20 }

  private struct Memory {
    let run: Run
    let byteCount: Int
    let used: Int
  }

  /// Takes out what serves a node, so that nothing else of the same graph finds it half done.
  mutating func take(_ place: Int) -> Run? {
    guard let memory = kept.removeValue(forKey: place) else { return nil }
    byteCount -= memory.byteCount
    return memory.run
  }

  mutating func put(_ run: Run, of byteCount: Int, at place: Int) {
    clock += 1
    kept[place] = Memory(run: run, byteCount: byteCount, used: clock)
    self.byteCount += byteCount
    while self.byteCount > Self.most, let oldest = kept.min(by: { $0.value.used < $1.value.used }) {
      _ = take(oldest.key)
    }
  }
}
