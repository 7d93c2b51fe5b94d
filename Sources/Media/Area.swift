/// A rectangle of whole pixels: columns and rows, half open. `x` runs to the right, `y` downwards.
public struct Area: Hashable, Sendable {
  public var columns: Range<Int>
  public var rows: Range<Int>

  public init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// The whole of a picture.
  public init(_ size: Size) {
    self.init(columns: 0..<max(0, size.width), rows: 0..<max(0, size.height))
  }

  /// No pixel at all.
  public static let nothing = Area(columns: 0..<0, rows: 0..<0)

  public var width: Int { columns.count }
  public var height: Int { rows.count }
  public var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

  public func intersection(_ other: Area) -> Area {
    Area(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }

  /// The smallest rectangle that holds both; an empty one adds nothing.
  public func union(_ other: Area) -> Area {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    return Area(
      columns: min(columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound),
      rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound))
  }

  public func contains(_ other: Area) -> Bool {
    other.isEmpty || intersection(other) == other
  }

  /// Grown outwards so that every edge lies on an even line, as pictures with shared chroma need.
  public var grownToEven: Area {
    Area(
      columns: (columns.lowerBound & ~1)..<((columns.upperBound + 1) & ~1),
      rows: (rows.lowerBound & ~1)..<((rows.upperBound + 1) & ~1))
  }
}
