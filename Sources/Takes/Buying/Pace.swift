/// How often a server is asked how far it is: often at first, for what is soon done.
struct Pace: Hashable, Sendable {
  private static let first = Duration.seconds(1)
  private static let longest = Duration.seconds(15)

  private var pause = Pace.first

  /// - Parameter asked: What the server wants; from a tenth of a second to an hour is granted.
  mutating func next(_ asked: Duration?) -> Duration {
    defer { pause = min(pause * 3 / 2, Pace.longest) }
    return asked.map { min(max($0, .milliseconds(100)), .seconds(3600)) } ?? pause
  }
}
