internal import CCurl
internal import Glibc

extension HTTPResponse {
  /// How long the server asks to be left alone: a number of seconds, or a date (RFC 9110, section 10.2.3).
  ///
  /// From 0 to one day; nil if it does not say, or says something else.
  package var retryAfter: Duration? { self["retry-after"].flatMap { Self.wait($0, now: Int64(time(nil))) } }

  /// - Parameter now: Seconds since 1970.
  static func wait(_ text: String, now: Int64) -> Duration? {
    let text = text.prefix(64).split(separator: " ").joined(separator: " ")
    if let seconds = Double(text) { return seconds.isFinite ? bounded(seconds) : nil }
    let date = curl_getdate(text, nil)
    return date < 0 ? nil : bounded(Double(Int64(date) - now))
  }

  private static func bounded(_ seconds: Double) -> Duration { .seconds(min(max(seconds, 0), 86_400)) }
}
