/// What of a picture has a colour, in pixels.
struct Spot {
  /// How much of each column has it.
  private var heights: [Double]
  private(set) var weight = 0.0
  private var (columns, rows) = (0.0, 0.0)
  private(set) var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)

  init(columns: Int) { heights = Array(repeating: 0, count: columns) }

  mutating func add(_ part: Double, _ column: Int, _ row: Int) {
    guard part > 0 else { return }
    weight += part
    heights[column] += part
    columns += part * (Double(column) + 0.5)
    rows += part * (Double(row) + 0.5)
    guard part > 0.5 else { return }
    (left, right) = (min(left, column), max(right, column + 1))
    (top, bottom) = (min(top, row), max(bottom, row + 1))
  }

  var column: Double { columns / weight }
  var row: Double { rows / weight }

  /// Of the columns in its middle, half of them all.
  var thickness: Double {
    let middle = heights[left..<right].dropFirst((right - left) / 4).dropLast((right - left) / 4)
    return middle.reduce(0, +) / Double(middle.count)
  }
}

/// Something of a colour, where it was seen in the world: its middle to a tenth of a pixel, its edges to a whole one.
struct Sighting {
  let time: Double
  /// In metres; not a number where nothing was seen, so that no comparison holds.
  private(set) var (x, y) = (Double.nan, Double.nan)
  private(set) var (left, right, low, high) = (Double.nan, Double.nan, Double.nan, Double.nan)
  /// How high it is about its middle, to a tenth of a pixel.
  private(set) var thickness = Double.nan
  /// In m² of the plane in which it is; 0 where nothing was seen.
  private(set) var area = 0.0

  /// - Parameter depth: The plane in which it is, as z.
  init(_ spot: Spot, at time: Double, in size: Screening.Size, depth: Double, _ camera: Pinhole) {
    self.time = time
    guard spot.weight > 2, spot.left < spot.right else { return }
    func place(_ column: Double, _ row: Double) -> (x: Double, y: Double) {
      camera.place(column, row, in: size, depth: depth)
    }
    (x, y) = place(spot.column, spot.row)
    (left, high) = place(Double(spot.left), Double(spot.top))
    (right, low) = place(Double(spot.right), Double(spot.bottom))
    let scale = camera.scale(at: depth, height: size.height)
    (thickness, area) = (spot.thickness * scale, spot.weight * scale * scale)
  }

  var isSeen: Bool { area > 0 }
}
