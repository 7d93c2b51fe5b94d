import Claims
import Media
import Testing

@Test(arguments: [8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000] as [Int64])
func samplesAreWholeFlicks(rate: Int64) {
  #expect(Time.flicksPerSecond % rate == 0)
  let hour = Time(ticks: rate * 3600, rate: rate)
  #expect(hour == Time(flicks: 3600 * Time.flicksPerSecond))
  for count in [0, 1, 2, 44_101, 172_800_001, -1, -44_101] as [Int64] {
    let time = Time(ticks: count, rate: rate)
    #expect(time.ticks(rate: rate) == count)
    #expect((time - Time(flicks: 1)).ticks(rate: rate) == count - 1)
  }
}

@Test func flicksAreThoseOfTheOriginalDefinition() {
  // github.com/facebookarchive/Flicks: 1/24 s, 1/25 s, 1/30 s, 1001/24000 s, 1001/30000 s, 1/44100 s.
  #expect(FrameRate(24)?.frameDuration.flicks == 29_400_000)
  #expect(FrameRate(25)?.frameDuration.flicks == 28_224_000)
  #expect(FrameRate(30)?.frameDuration.flicks == 23_520_000)
  #expect(FrameRate(23.976)?.frameDuration.flicks == 29_429_400)
  #expect(FrameRate(29.97)?.frameDuration.flicks == 23_543_520)
  #expect(FrameRate(59.94)?.frameDuration.flicks == 11_771_760)
  #expect(Time(ticks: 1, rate: 44_100).flicks == 16_000)
}

@Test func secondsBelowAMillionSayEveryFlick() throws {
  let most = Int(1_000_000 * Time.flicksPerSecond)
  try always(runs: 5000) {
    Time(flicks: Int64($0.int(-most...most)))
  } holds: { time in
    Time(seconds: time.seconds) == time
  }
}

@Test(arguments: [.nan, .infinity, -.infinity, 1e9.nextUp, -1e300]) func whatIsNoTimeIsRefused(seconds: Double) {
  #expect(Time(seconds: seconds) == nil)
}

@Test func theLimitItselfIsATime() {
  #expect(Time(seconds: 1e9) == .limit)
  #expect(Time(seconds: -1e9) == -Time.limit)
}

@Test func ticksOfAFileNeverTrap() throws {
  // Time stamps and time bases of a file may be any numbers.
  let numbers = [Int64.min, .min + 1, -90_000, -1, 0, 1, 90_000, .max - 1, .max]
  for count in numbers {
    for rate in [1, 90_000, .max] as [Int64] {
      let time = Time(ticks: count, rate: rate)
      #expect(abs(time.seconds) <= 1e9)
      _ = time + time - time
    }
  }
}

@Test func scalingStaysInsideTheLimit() throws {
  let least = -Int(Time.limit.flicks)
  try always(runs: 2000) { draws in
    (Time(flicks: Int64(draws.int(least ... -least))), draws.finite())
  } holds: { time, factor in
    abs(time.scaled(by: factor).flicks) <= Time.limit.flicks
  }
  #expect(Time.limit.scaled(by: .infinity) == .limit)
  #expect((-Time.limit).scaled(by: .infinity) == -Time.limit)
  #expect(Time.zero.scaled(by: .infinity).flicks.magnitude <= Time.limit.flicks.magnitude)
}

@Test func scalingRoundsAsLongDivisionDoes() throws {
  try always(runs: 5000) { draws in
    (
      Int64(truncatingIfNeeded: draws.number(upTo: .max)), Int64(draws.int(-1_000_000_000...1_000_000_000)),
      Int64(draws.int(1...1_000_000_000))
    )
  } holds: { number, factor, divisor in
    // floor and ceiling from the definition: q·d ≤ n·f < (q + 1)·d.
    let product = Int128(number) * Int128(factor)
    let floor = product >= 0 ? product / Int128(divisor) : -((-product + Int128(divisor) - 1) / Int128(divisor))
    guard floor > Int64.min, floor < Int64.max else { return true }
    let ceiling = floor + (floor * Int128(divisor) == product ? 0 : 1)
    let isUp = 2 * (product - floor * Int128(divisor)) > Int128(divisor)
    let isHalf = 2 * (product - floor * Int128(divisor)) == Int128(divisor)
    let nearest = isHalf ? (product > 0 ? ceiling : floor) : isUp ? ceiling : floor
    return number.scaled(by: factor, over: divisor, rounding: .down) == Int64(floor)
      && number.scaled(by: factor, over: divisor, rounding: .up) == Int64(ceiling)
      && number.scaled(by: factor, over: divisor, rounding: .toNearestOrAwayFromZero) == Int64(nearest)
  }
}

@Test(arguments: [(1.0, "1 s"), (2.5, "2.5 s"), (0, "0 s"), (-0.5, "-0.5 s"), (1_000_000, "1000000 s")])
func aTimeIsWrittenInSeconds(seconds: Double, text: String) throws {
  #expect("\(try #require(Time(seconds: seconds)))" == text)
}
