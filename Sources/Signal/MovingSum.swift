/// The sum of the last so many whole numbers, exactly: what came in goes out again to the last bit. At first all are 0.
struct MovingSum {
  private var ring: [Int]
  private var place = 0
  private var sum = 0

  /// - Precondition: `window` is at least 1.
  init(window: Int) {
    ring = Array(repeating: 0, count: window)
  }

  mutating func next(_ number: Int) -> Int {
    sum += number - ring[place]
    ring[place] = number
    place = place + 1 == ring.count ? 0 : place + 1
    return sum
  }
}
