/// Frames a second, as the fraction that the field uses: 30, 30000/1001, 24000/1001.
public struct FrameRate: Hashable, Sendable {
  public let numerator: Int32
  public let denominator: Int32

  /// Nil unless the rate is between 1/1000 and 1000 frames a second. The fraction is reduced.
  public init?(_ numerator: Int, _ denominator: Int = 1) {
    guard numerator > 0, denominator > 0 else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let (n, d) = (numerator / a, denominator / a)
    guard let n32 = Int32(exactly: n), let d32 = Int32(exactly: d) else { return nil }
    guard n <= 1000 * d, d <= 1000 * n else { return nil }
    (self.numerator, self.denominator) = (n32, d32)
  }

  /// The rate that people mean by a decimal: 29.97 is 30000/1001, 23.976 is 24000/1001, 12.5 is 25/2.
  public init?(_ decimal: Double) {
    guard decimal.isFinite, decimal > 0, decimal <= 1000 else { return nil }
    for whole in [24.0, 30, 48, 60, 120] where abs(decimal - whole * 1000 / 1001) < 0.005 {
      self.init(Int(whole) * 1000, 1001)
      return
    }
    self.init(Int((decimal * 1000).rounded()), 1000)
  }

  public static let thirty = FrameRate(whole: 30)

  private init(whole rate: Int32) {
    (numerator, denominator) = (rate, 1)
  }

  public var framesPerSecond: Double { Double(numerator) / Double(denominator) }

  /// When frame `index` begins: the first flick that belongs to it; held inside ±`Time.limit`.
  public func time(ofFrame index: Int64) -> Time {
    Time(holding: index.scaled(by: Time.flicksPerSecond * Int64(denominator), over: Int64(numerator), rounding: .up))
  }

  /// The frame on show at `time`.
  public func frame(at time: Time) -> Int64 {
    time.flicks.scaled(by: Int64(numerator), over: Time.flicksPerSecond * Int64(denominator), rounding: .down)
  }

  /// How many frames begin before `time`: the length in frames of a clip that ends there.
  public func frames(before time: Time) -> Int64 {
    frame(at: Time(holding: time.flicks) - Time(flicks: 1)) + 1
  }

  public var frameDuration: Time { time(ofFrame: 1) }

  /// Whether every frame lasts the same whole number of flicks. True of all rates in use.
  public var isExact: Bool { Time.flicksPerSecond * Int64(denominator) % Int64(numerator) == 0 }
}

extension FrameRate: CustomStringConvertible {
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension FrameRate: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard let rate = FrameRate(parts.first ?? 0, parts.count == 2 ? parts[1] : 1), parts.count <= 2 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no rate: \(text)"))
    }
    self = rate
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
