import Claims
import Media
import Testing

/// The rates of the field, and what a second of each is in whole numbers (SMPTE ST 12-1 and common usage).
private let rates: [(decimal: Double, numerator: Int32, denominator: Int32)] = [
  (23.976, 24_000, 1001), (23.98, 24_000, 1001), (24, 24, 1), (25, 25, 1), (29.97, 30_000, 1001), (30, 30, 1),
  (47.952, 48_000, 1001), (48, 48, 1), (50, 50, 1), (59.94, 60_000, 1001), (60, 60, 1), (119.88, 120_000, 1001),
  (120, 120, 1), (12.5, 25, 2), (15, 15, 1), (14.985, 2997, 200), (1, 1, 1), (240, 240, 1),
]

@Test(arguments: rates) func aDecimalMeansTheRateOfTheField(
  rate: (decimal: Double, numerator: Int32, denominator: Int32)
) throws {
  let found = try #require(FrameRate(rate.decimal))
  #expect(found.numerator == rate.numerator)
  #expect(found.denominator == rate.denominator)
}

@Test(arguments: [0, -1, 1000.5, .infinity, -.infinity, .nan, 1e-9, .leastNonzeroMagnitude]) func whatIsNoRateIsRefused(
  decimal: Double
) {
  #expect(FrameRate(decimal) == nil)
}

@Test(arguments: [
  (0, 1), (1, 0), (-30, 1), (30, -1), (1001, 1), (1, 1001), (Int.max, 1), (1, Int.max), (Int.min, Int.min),
  (Int.max, Int.max - 1), (4_294_967_296, 143_165_577),
])
func aFractionOutsideTheBoundsIsRefused(numerator: Int, denominator: Int) {
  #expect(FrameRate(numerator, denominator) == nil)
}

@Test func aFractionIsReduced() {
  #expect(FrameRate(60_000, 2002) == FrameRate(30_000, 1001))
  #expect(FrameRate(Int.max, Int.max) == FrameRate(1))
}

@Test(arguments: rates) func framesOfCommonRatesAreWholeFlicks(
  rate: (decimal: Double, numerator: Int32, denominator: Int32)
) throws {
  let found = try #require(FrameRate(rate.decimal))
  guard found.numerator != 2997 else { return }
  #expect(Time.flicksPerSecond * Int64(rate.denominator) % Int64(rate.numerator) == 0)
  // An hour of frames and a thousand and one seconds are both whole.
  let seconds = Int64(rate.denominator) * 3600
  #expect(found.time(ofFrame: Int64(rate.numerator) * 3600) == Time(flicks: seconds * Time.flicksPerSecond))
}

@Test func everyFrameIsFoundWhereItBegins() throws {
  try always(runs: 2000) { draws in
    let rate = draws.rate()
    return (rate, Int64(draws.int(0...1_000_000_000_000)) - 1_000_000)
  } holds: { rate, index in
    let time = rate.time(ofFrame: index)
    // Unless the frame would lie outside what a time can say.
    guard abs(time.flicks) < Time.limit.flicks else { return true }
    return rate.frame(at: time) == index && rate.frame(at: time - Time(flicks: 1)) == index - 1
      && rate.frames(before: time) == index && rate.frames(before: time + Time(flicks: 1)) == index + 1
  }
}

@Test func framesAreExactFractionsOfASecond() throws {
  try always(runs: 2000) { draws in
    (draws.rate(), Int64(draws.int(0...Int(Time.limit.flicks))))
  } holds: { rate, flicks in
    // By hand in 128 bits: the largest k with k · d/n ≤ t.
    let (n, d) = (Int128(rate.numerator), Int128(rate.denominator))
    let frame = Int128(flicks) * n / (Int128(Time.flicksPerSecond) * d)
    return Int128(rate.frame(at: Time(flicks: flicks))) == frame
  }
}

@Test func noFrameNumberAndNoTimeTraps() throws {
  let numbers = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max]
  for decimal in [0.001, 1, 23.976, 29.97, 30, 59.94, 1000] {
    let rate = try #require(FrameRate(decimal))
    for number in numbers {
      _ = rate.time(ofFrame: number)
      _ = rate.frame(at: Time(flicks: number))
      _ = rate.frames(before: Time(flicks: number))
    }
  }
}

@Test func aRateIsWrittenAsTheFieldDoes() throws {
  #expect("\(try #require(FrameRate(29.97)))" == "30000/1001")
  #expect("\(FrameRate.thirty)" == "30")
}

extension Draws {
  fileprivate mutating func rate() -> FrameRate {
    let common: [FrameRate] = rates.compactMap { FrameRate($0.decimal) }
    guard flag() else { return one(of: common) }
    return FrameRate(int(1...1000), int(1...100)) ?? .thirty
  }
}
