/// A place or a length in a score, in 960ths of a quarter note: halves down to 64ths, triplets and quintuplets are whole.
package struct Beat: Hashable, Comparable, AdditiveArithmetic, Sendable {
  package var ticks: Int64

  package static let perQuarter: Int64 = 960
  package static let zero = Beat(ticks: 0)
  package static let quarter = Beat(ticks: perQuarter)
  /// A sixteenth note, the step that patterns are written in.
  static let step = Beat(ticks: perQuarter / 4)
  /// Four quarters: what is composed here is in common time.
  static let bar = Beat(ticks: perQuarter * 4)

  package init(ticks: Int64) { self.ticks = ticks }

  /// As a number of quarters.
  package var quarters: Double { Double(ticks) / Double(Beat.perQuarter) }

  package static func < (a: Beat, b: Beat) -> Bool { a.ticks < b.ticks }
  package static func + (a: Beat, b: Beat) -> Beat { Beat(ticks: a.ticks + b.ticks) }
  package static func - (a: Beat, b: Beat) -> Beat { Beat(ticks: a.ticks - b.ticks) }
  static func * (a: Beat, n: Int) -> Beat { Beat(ticks: a.ticks * Int64(n)) }
}
