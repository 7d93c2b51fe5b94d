/// How a contact sheet is laid out.
public struct SheetOptions: Hashable, Sendable {
  /// The part of the video that it shows; all if nil.
  public var range: TimeRange?
  /// Pictures, at most one for each of the video's, 1 to 400; if nil, what fills four rows, less for a short video.
  public var count: Int?
  /// Pictures side by side, 1 to 40; if nil, four, or six of upright ones.
  public var columns: Int?
  /// Width of a picture in pixels, even, 64 to 4096; if nil, 320, or 200 for an upright one.
  public var width: Int?

  public init() {}

  func check() throws(RepriseError) {
    try SheetOptions.check("pictures", count, 1...400)
    try SheetOptions.check("columns", columns, 1...40)
    try SheetOptions.check("pixels a picture", width, 64...4096)
  }

  private static func check(_ what: String, _ number: Int?, _ allowed: ClosedRange<Int>) throws(RepriseError) {
    guard let number, !allowed.contains(number) else { return }
    throw RepriseError(
      .usage, code: "outOfRange", came: "\(number) \(what)",
      wanted: "\(allowed.lowerBound) to \(allowed.upperBound)")
  }
}
