extension VideoStream {
  /// The playlist: every segment, and how long it lasts, to the microsecond. Nothing is drawn for it.
  ///
  /// - Parameters:
  ///   - initialization: Where the player finds `initialization`.
  ///   - segment: Where it finds each segment.
  public func playlist(initialization: String, segment: (_ index: Int) -> String) -> String {
    let ranges = (0..<segmentCount).map(range)
    let longest = ranges.map(\.duration).max() ?? .zero
    var lines = [
      "#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:\(max(1, VideoStream.seconds(roundedUp: longest)))",
      "#EXT-X-MEDIA-SEQUENCE:0", "#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-INDEPENDENT-SEGMENTS",
      "#EXT-X-MAP:URI=\"\(initialization)\"",
    ]
    for (index, range) in ranges.enumerated() {
      lines += ["#EXTINF:\(VideoStream.text(from: range.start, to: range.end)),", segment(index)]
    }
    return (lines + ["#EXT-X-ENDLIST", ""]).joined(separator: "\n")
  }

  private static func seconds(roundedUp time: Time) -> Int64 {
    time.flicks.scaled(by: 1, over: Time.flicksPerSecond, rounding: .up)
  }

  /// `2.002000`. Both ends are rounded, not the length, so that errors do not add up.
  private static func text(from start: Time, to end: Time) -> String {
    let length = end.ticks(rate: 1_000_000) - start.ticks(rate: 1_000_000)
    let fraction = String(length % 1_000_000)
    return "\(length / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
  }
}
