import Claims
import Media
import Testing

@testable import Interchange

private let rates: [FrameRate] = [
  (24, 1), (25, 1), (30, 1), (60, 1), (24_000, 1001), (30_000, 1001), (60_000, 1001), (25, 2),
]
.compactMap { FrameRate($0.0, $0.1) }

struct RationalTimeTests {
  @Test func wholeFramesAreWholeNumbers() throws {
    try always {
      ($0.one(of: rates), Int64($0.int(-1_000_000...1_000_000)))
    } holds: { rate, frame in
      let time = rate.time(ofFrame: frame)
      let rational = RationalTime(time, at: rate)
      return rational.value == Double(frame) && rational.time == time
    }
  }

  @Test func everyFlickComesBack() throws {
    try always {
      ($0.one(of: rates), Int64($0.int(0...Int(86_400 * Time.flicksPerSecond))))
    } holds: { rate, flicks in
      RationalTime(Time(flicks: flicks), at: rate).time == Time(flicks: flicks)
    }
  }

  @Test(arguments: [
    (29.97, 30_000), (29.97002997002997, 30_000), (23.976, 24_000), (23.98, 24_000), (23.976023976023978, 24_000),
    (59.94, 60_000), (119.88, 120_000), (14.985014985014985, 15_000),
  ])
  func aDecimalMeansItsFraction(rate: Double, numerator: Int) throws {
    let exact = try #require(FrameRate(numerator, 1001))
    #expect(RationalTime(value: 1001, rate: rate).time == exact.time(ofFrame: 1001))
    #expect(RationalTime(value: 1, rate: rate).frameRate == exact)
  }

  /// The value and rate that `opentime` has for an hour of 30000/1001 are those of the fraction: 3600 × 30000 / 1001.
  @Test func anHourOf2997IsExact() throws {
    let rate = try #require(FrameRate(30_000, 1001))
    #expect(RationalTime(value: 107_892, rate: 29.97).time == Time(flicks: 107_892 * 23_543_520))
    #expect(RationalTime(rate.time(ofFrame: 107_892), at: rate).value == 107_892)
  }

  @Test func samplesAndMillisecondsAreTimesToo() {
    #expect(RationalTime(value: 48_000, rate: 48_000).time == Time(seconds: 1))
    #expect(RationalTime(value: 1500, rate: 1000).time == Time(seconds: 1.5))
    #expect(RationalTime(value: 2.5, rate: 1).time == Time(seconds: 2.5))
    #expect(RationalTime(value: 1, rate: 48_000).frameRate == nil)
  }

  @Test func whatIsNoTimeIsNil() {
    for rate in [0, -24, .nan, .infinity, 1e-9, 1e300] {
      #expect(RationalTime(value: 1, rate: rate).time == nil, "\(rate)")
    }
    for value in [.nan, .infinity, -.infinity, 1e300, 0x1p53] {
      #expect(RationalTime(value: value, rate: 24).time == nil, "\(value)")
    }
  }

  @Test func noNumbersTrap() throws {
    try always(runs: 2000) {
      ($0.finite(), $0.finite())
    } holds: { value, rate in
      let time = RationalTime(value: value, rate: rate).time
      return time.map { abs($0.seconds) <= Time.limit.seconds + 1000 } ?? true
    }
  }
}
