/// The greatest of the last so many numbers: D. Lemire, "Streaming Maximum-Minimum Filter Using No More than Three
/// Comparisons per Element" (2006).
///
/// Keeps only numbers that can still become the greatest: each is less than the one before it. At first all are 0.
struct SlidingMaximum {
  private let window: Int
  private var values: [Float]
  private var places: [Int]
  /// The oldest that is kept, and how many are.
  private var (first, count) = (0, 0)
  private var now = 0

  /// - Precondition: `window` is at least 1.
  init(window: Int) {
    self.window = window
    values = Array(repeating: 0, count: window)
    places = Array(repeating: 0, count: window)
  }

  /// Takes the next number, 0 or more, and gives the greatest of the last `window`.
  mutating func next(_ value: Float) -> Float {
    if count > 0, places[first] <= now - window { drop() }
    while count > 0, values[slot(count - 1)] <= value { count -= 1 }
    values[slot(count)] = value
    places[slot(count)] = now
    count += 1
    now += 1
    return values[first]
  }

  private mutating func drop() {
    first = first + 1 == window ? 0 : first + 1
    count -= 1
  }

  private func slot(_ index: Int) -> Int {
    let slot = first + index
    return slot < window ? slot : slot - window
  }
}
