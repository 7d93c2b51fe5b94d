/// How long something took, in milliseconds.
struct Spread: Encodable {
  let least, median, most: Double

  init(_ times: [Duration]) {
    let sorted = times.map { $0 / .milliseconds(1) }.sorted()
    (least, median, most) = (sorted.first ?? 0, sorted.isEmpty ? 0 : sorted[sorted.count / 2], sorted.last ?? 0)
  }
}
