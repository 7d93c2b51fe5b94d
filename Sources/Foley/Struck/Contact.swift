package import Media

/// A blow that a simulation reports.
package struct Contact: Sendable {
  package let time: Time
  package let body: Body
  package let other: Body
  /// Between them before they met, in m/s, and what they exchanged, in N·s.
  package let speed: Double
  package let impulse: Double
  /// Where it is heard, −1 … 1.
  package let pan: Double

  /// Numbers beyond their ranges are held to the ends of these; what is not a number is 0.
  ///
  /// - Parameters:
  ///   - impulse: In N·s. Loudness goes as its square root; 2 N·s and more are as loud as a blow gets.
  ///   - speed: In m/s; nil: impulse ÷ the smaller mass.
  package init(
    at time: Time, _ body: Body, _ other: Body, impulse: Double, speed: Double? = nil, pan: Double = 0
  ) {
    (self.time, self.body, self.other) = (time, body, other)
    self.impulse = Contact.held(impulse, 0...1000)
    self.speed = Contact.held(speed ?? impulse / min(body.mass, other.mass), 0.01...50)
    self.pan = Contact.held(pan, -1...1)
  }

  /// 0 … 1.
  var loudness: Double { min(1, (impulse / 2).squareRoot()) }

  private static func held(_ number: Double, _ range: ClosedRange<Double>) -> Double {
    number.isNaN ? max(0, range.lowerBound) : min(max(number, range.lowerBound), range.upperBound)
  }
}
