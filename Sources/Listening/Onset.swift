package import Media

/// Where something begins to sound.
package struct Onset: Hashable, Sendable {
  /// To a sample; right to about 5 ms.
  package let time: Time
  /// From 0 to 1, of the strongest of the recording.
  package let strength: Double
}

extension Onset {
  /// Half a window in which an onset must be the highest value, and half a second, whose mean says how restless a sound
  /// is anyway; in values.
  private static let (peak, mean) = (3, 25)
  /// How many times that mean it must be; and at least a part of the highest value of all, and what four bands give that
  /// become twice as loud.
  private static let (unrest, part, least) = (2.5, 0.07, 4.0)

  /// Picks peaks as Böck, Krebs and Schedl do ("Evaluating the online capabilities of onset detection methods", 2012).
  static func all(in novelty: Novelty) -> [Onset] {
    let values = novelty.values
    let highest = values.max() ?? 0
    let bar = max(part * highest, least)
    var onsets: [Onset] = []
    for index in values.indices where values[index] > bar && isPeak(index, of: values) {
      guard values[index] > unrest * average(of: values, around: index) else { continue }
      let time = Time(ticks: max(0, novelty.rises[index]), rate: AudioBlock.sampleRate)
      // Two peaks of one rise are one onset.
      if let last = onsets.last, time < last.time + Time(ticks: 3 * Novelty.hop, rate: AudioBlock.sampleRate) {
        continue
      }
      onsets.append(Onset(time: time, strength: (values[index] / highest).millionths))
    }
    return onsets
  }

  /// The first of equals counts.
  private static func isPeak(_ index: Int, of values: [Double]) -> Bool {
    let near = max(0, index - peak)...min(index + peak, values.count - 1)
    return near.allSatisfy { $0 < index ? values[$0] < values[index] : values[$0] <= values[index] }
  }

  private static func average(of values: [Double], around index: Int) -> Double {
    let near = max(0, index - mean)...min(index + mean, values.count - 1)
    return near.reduce(0) { $0 + values[$1] } / Double(near.count)
  }
}
