import Reprise

/// What a rendering came to, in words and for programs.
struct RenderOutcome {
  let report: RenderReport
  let composition: Composition
  let taken: Duration

  /// `hello.mp4: 1920x1080, 3 s, 90 frames, 51.2 kB, made in 0.8 s (112 frames/s)`
  var words: String {
    let size = "\(report.path): \(report.size)"
    let length = "\(report.duration.seconds.rounded(places: 3)) s, \(report.frameCount) frames"
    guard !report.wasThere else {
      return "\(size), \(length), \(Self.bytes(report.byteCount)), was there: nothing changed"
    }
    let made = "\(Self.bytes(report.byteCount)), made in \(seconds.rounded(places: 2)) s"
    guard report.frameCount > 1 else { return "\(size), \(made)" }
    return "\(size), \(length), \(made) (\(framesPerSecond.rounded(places: 0)) frames/s)\(atHand)"
  }

  /// `; drew 2 of 30 segments`, where some were at hand.
  private var atHand: String {
    guard report.drawnSegmentCount < report.segmentCount else { return "" }
    return "; drew \(report.drawnSegmentCount) of \(report.segmentCount) segments"
  }

  var json: JSON {
    .object([
      ("path", .string(report.path)), ("width", .number(report.size.width)), ("height", .number(report.size.height)),
      ("seconds", .number(report.duration.seconds)), ("frames", .number(report.frameCount)),
      ("segments", .number(report.segmentCount)), ("drawnSegments", .number(report.drawnSegmentCount)),
      ("wasThere", .bool(report.wasThere)),
      ("bytes", .number(report.byteCount)), ("secondsTaken", .number(seconds)),
      ("framesPerSecond", .number(framesPerSecond)), ("carries", .string(report.carries.rawValue)),
      ("digest", .string(composition.digest)),
      ("warnings", .array(composition.warnings.map(JSON.warning))),
    ])
  }

  private var seconds: Double { taken / .seconds(1) }
  private var framesPerSecond: Double { Double(report.frameCount) / max(seconds, 1e-9) }

  static func bytes(_ count: Int64) -> String {
    let units = ["kB", "MB", "GB", "TB"]
    guard count >= 1000 else { return "\(count) bytes" }
    var (number, unit) = (Double(count) / 1000, 0)
    while number >= 999.95, unit < units.count - 1 { (number, unit) = (number / 1000, unit + 1) }
    return "\(number.rounded(places: 1)) \(units[unit])"
  }
}

extension Double {
  /// With at most so many digits after the point.
  func rounded(places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let number = (self * scale).rounded() / scale
    return Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}
