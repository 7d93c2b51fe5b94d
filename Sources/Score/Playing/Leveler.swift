/// Keeps peaks under a ceiling: looks ahead, and is down before a peak comes.
///
/// Each chunk says what gain it needs; the least of its neighbours, averaged over them, is what it gets. So the gain glides,
/// is never more than a chunk needs, and depends on `reach` chunks before and after alone.
struct Leveler {
  /// Chunks on each side that matter: 32 of 64 samples are 43 ms.
  static let reach = 2 * half
  private static let half = 16
  /// −3.1 dB of full scale.
  static let ceiling: Float = 0.7

  private var sounds: [[Stereo]] = []
  private var needs: [Float] = []

  /// Takes the next chunk, and gives back the one `reach` before it; nil until there is one with its whole past.
  mutating func take(_ sound: [Stereo]) -> [Stereo]? {
    sounds.append(sound)
    needs.append(Leveler.need(of: sound))
    guard sounds.count > 2 * Leveler.reach else { return nil }
    defer {
      sounds.removeFirst()
      needs.removeFirst()
    }
    return leveled()
  }

  private static func need(of sound: [Stereo]) -> Float {
    var peak: Float = 0
    for sample in sound { peak = max(peak, abs(sample.x), abs(sample.y)) }
    return peak > ceiling ? ceiling / peak : 1
  }

  private func leveled() -> [Stereo] {
    let sound = sounds[Leveler.reach]
    guard needs.contains(where: { $0 < 1 }) else { return sound }
    let least = (0...2 * Leveler.half).map { start in
      needs[start...start + 2 * Leveler.half].reduce(1, min)
    }
    let start = least.dropLast().reduce(0, +) / Float(2 * Leveler.half)
    let end = least.dropFirst().reduce(0, +) / Float(2 * Leveler.half)
    var gain = Ramp(from: start, to: end, over: sound.count)
    return sound.map { $0 * gain.next() }
  }
}
