internal import Media
internal import World

/// What met, as events that an ear would tell apart.
struct ContactLog {
  private var contacts: [Contact] = []
  private var lastBlows: [Pair: (time: Double, impulse: Double)] = [:]

  private struct Pair: Hashable {
    var first: String
    var second: String
  }

  /// In m/s: what is slower makes no sound of its own.
  static let leastSpeed = 0.12
  /// In seconds: blows of the same two that follow sooner are one, unless the later is the harder.
  static let apart = 0.04

  mutating func hit(_ contact: Contact) {
    guard contact.speed >= ContactLog.leastSpeed else { return }
    let (pair, time) = (Pair(first: contact.first, second: contact.second), contact.time.seconds)
    if let last = lastBlows[pair], time - last.time < ContactLog.apart, contact.impulse < 1.5 * last.impulse { return }
    lastBlows[pair] = (time, contact.impulse)
    contacts.append(contact)
  }

  mutating func note(_ contact: Contact) { contacts.append(contact) }

  /// In order of time, with those that come from elsewhere.
  func all(with others: [Contact], until end: Time) -> [Contact] {
    let all = (contacts + others).filter { $0.time < end }
    return all.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }
}
