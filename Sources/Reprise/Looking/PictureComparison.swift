/// Where the pictures of two videos differ, and how much.
public struct PictureComparison: Hashable, Sendable {
  /// A run of pictures that differ, one after the other.
  public struct Stretch: Hashable, Sendable {
    public let range: TimeRange
    public let frameCount: Int
    /// SSIM of the luma, on average: 1 for the same, from 0.98 hard to tell apart, below 0.9 plainly another picture.
    public let similarity: Double
    /// The same of the picture that differs most, and when it shows.
    public let leastSimilarity: Double
    public let worst: Time
    /// The greatest difference of a channel anywhere, of 255.
    public let greatest: Int
    /// The share of pixels that differ at all, on average.
    public let share: Double
  }

  public let stretches: [Stretch]
  /// How many pictures both have, and how many of them were drawn: others are known to be the same.
  public let frameCount: Int64
  public let drawnFrameCount: Int64
  /// How long the videos are.
  public let durations: [Time]
  /// The size that they were compared in.
  public let size: Size

  public var differingFrameCount: Int { stretches.reduce(0) { $0 + $1.frameCount } }
  public var isSame: Bool { stretches.isEmpty && Set(durations).count == 1 }
}
