import Claims
import Foundation
import Media
import Testing

@Test func theArctangentIsThatOfTheSystem() throws {
  try always(runs: 2_000) { draws in
    (draws.real(-3...3), draws.flag() ? draws.real(-3...3) : draws.finite())
  } holds: { y, x in
    let wanted = Foundation.atan2(y, x)
    guard abs(Elementary.atan2(y, x) - wanted) <= 4 * wanted.ulp || (x == 0 && y == 0) else {
      throw Odd(what: "\((Elementary.atan2(y, x) - wanted) / wanted.ulp) ulp")
    }
    return true
  }
}
