import Media

/// One period of a sound, in tables that each hold only the harmonics which fit below the edge of hearing.
///
/// A table serves half an octave and holds harmonics up to 28 kHz at its top. What folds back then lies above 20 kHz, and a
/// note at the table's bottom still has everything up to 19 kHz.
struct Wave: Sendable {
  /// Table after table, each with its first sample again at the end.
  let tables: [Float]

  static let bits: UInt32 = 11
  static let size = 1 << Int(bits)
  private static let lowestTop = 55.0
  private static let bandCount = 18
  private static let mostHarmonics = 300

  /// - Parameter amplitude: Of the sine of each harmonic, from 1 on.
  init(_ amplitude: (Int) -> Double) {
    var sum = [Double](repeating: 0, count: Wave.size)
    var tables = [Float](repeating: 0, count: Wave.bandCount * (Wave.size + 1))
    var done = 0
    // From the highest band, which has the fewest harmonics, down: each adds what it has more.
    for band in (0..<Wave.bandCount).reversed() {
      let count = Wave.harmonicCount(band)
      while done < count {
        done += 1
        Wave.add(harmonic: done, amplitude(done), to: &sum)
      }
      let start = band * (Wave.size + 1)
      for index in 0...Wave.size { tables[start + index] = Float(sum[index % Wave.size]) }
    }
    self.tables = tables
  }

  /// Where the table for a frequency begins.
  static func table(for frequency: Double) -> Int {
    let band = (Elementary.log2(max(frequency, 1) / lowestTop) * 2).rounded(.up)
    return Int(min(max(band, 0), Double(bandCount - 1))) * (size + 1)
  }

  private static func harmonicCount(_ band: Int) -> Int {
    let top = lowestTop * Elementary.exp2(Double(band) / 2)
    return min(max(Int(28_000 / top), 1), mostHarmonics)
  }

  private static func add(harmonic: Int, _ amplitude: Double, to sum: inout [Double]) {
    guard amplitude != 0 else { return }
    sum.withUnsafeMutableBufferPointer { sum in
      Wave.sine.withUnsafeBufferPointer { sine in
        for index in 0..<size { sum[index] += amplitude * sine[(index * harmonic) % size] }
      }
    }
  }

  private static let sine = (0..<size).map { Elementary.sin(2 * .pi * Double($0) / Double(size)) }
}

extension Wave {
  static let pure = Wave { $0 == 1 ? 1 : 0 }
  static let saw = Wave { 0.55 / Double($0) }
  static let square = Wave { $0 % 2 == 1 ? 0.8 / Double($0) : 0 }
  static let triangle = Wave { $0 % 2 == 1 ? ($0 % 4 == 1 ? 0.9 : -0.9) / Double($0 * $0) : 0 }
  /// A quarter of the period high, the rest low.
  static let pulse = Wave { 0.8 / Double($0) * Elementary.sin(.pi * Double($0) / 4) }
  /// Drawbars 8', 4', 2 2/3', 2', 1 1/3', 1'.
  static let organ = Wave { [1: 0.5, 2: 0.35, 3: 0.25, 4: 0.18, 6: 0.08, 8: 0.1][$0] ?? 0 }
  /// Like a saw with the soft top of a bowed string.
  static let bowed = Wave { 0.6 / Double($0) / (1 + Double($0 * $0) / 400) }
  static let flute = Wave { [1: 0.8, 2: 0.22, 3: 0.12, 4: 0.03, 5: 0.02][$0] ?? 0 }
}
