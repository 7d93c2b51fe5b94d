import CPixels
import Media

/// A gaussian blur of any size, in constant time a pixel: the picture is halved until few weights suffice, blurred there,
/// and filtered up again.
///
/// Halving by means of two adds variance of its own, ¼ of a pixel at each step, which the weights leave out; the cubic that
/// filters up adds none. Inside the canvas there is nothing beside the picture; beyond the canvas its edge goes on.
///
/// Only the columns that are asked for are blurred, and what lies near enough to show there.
final class BlurRows: MadeRows {
  let bounds: Area
  var solid: Area { .nothing }
  let isOpaque = false
  private let cel: Cel
  private let across, down: Blur
  /// What was asked for so far, and what blurs it.
  private var window: (columns: Range<Int>, scaler: RowScaler)?

  /// Nil if nothing shows.
  init?(_ cel: Cel, across: Double, down: Double, in canvas: Area) {
    (self.cel, self.across, self.down) = (cel, Blur(across), Blur(down))
    // Halves lie on the canvas's own grid, so that a blur does not shimmer when the picture moves.
    bounds = cel.bounds.grown(self.across.reach, self.down.reach)
      .grown(onto: self.across.unit, self.down.unit).intersection(canvas)
    guard !bounds.isEmpty else { return nil }
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    scaler(for: columns).read(row: row, columns: columns, into: pixels)
    pixels.hold(columns.count)
    return columns
  }

  private func scaler(for columns: Range<Int>) -> RowScaler {
    if let window, window.columns.contains(columns) { return window.scaler }
    let asked =
      window.map { min($0.columns.lowerBound, columns.lowerBound)..<max($0.columns.upperBound, columns.upperBound) }
      ?? columns
    let scaler = blurred(
      Area(columns: asked, rows: bounds.rows).grown(across.influence, 0).grown(onto: across.unit, 1).intersection(
        bounds))
    window = (asked, scaler)
    return scaler
  }

  private func blurred(_ area: Area) -> RowScaler {
    var rows: any SampleRows = CelSamples(cel, area)
    var size = Size(width: area.width, height: area.height)
    for step in 0..<max(across.halvings, down.halvings) {
      let halved = HalvedRows(rows, size, columns: step < across.halvings, rows: step < down.halvings)
      (rows, size) = (halved, halved.size)
    }
    let blurred = ConvolvedRows(rows, size, columns: across.weights, rows: down.weights)
    return RowScaler(
      blurred, channelCount: 4, columns: across.line(over: area.columns, size.width),
      rows: down.line(over: area.rows, size.height), limits: -27_200...27_200)
  }
}

/// One direction of a blur.
private struct Blur {
  let halvings: Int
  let weights: [Int16]
  /// How far it carries, in pixels.
  let reach: Int
  /// How many pixels a half of a half is wide.
  var unit: Int { 1 << halvings }
  /// From how far pixels come in, to the last bit: through the weights, and the cubic that filters up.
  var influence: Int { unit * (weights.count / 2 + 3) }

  /// - Parameter deviation: The gaussian's standard deviation, in pixels.
  init(_ deviation: Double) {
    let deviation = deviation.held(to: 0...4096)
    var (halvings, unit) = (0, 1.0)
    // From 2.5 on, a filter of means and cubics is within a step of eight bits (measured: 0.7).
    while deviation / unit >= 5 { (halvings, unit) = (halvings + 1, unit * 2) }
    // The variance of means of two, of two of those, and so on: ¼ + 1 + 4 + …
    let own = (unit * unit - 1) / 12
    let rest = max(deviation * deviation - own, 0).squareRoot() / unit
    self.halvings = halvings
    weights = Blur.gaussian(rest)
    reach = Int((deviation * 3.5).rounded(.up)) + Int(unit)
  }

  /// Weights to either side, 16384ths.
  private static func gaussian(_ deviation: Double) -> [Int16] {
    let reach = Int((deviation * 3.5).rounded(.up))
    guard reach > 0 else { return [Int16(Opacity.one)] }
    return FilterTable.quantized(
      (-reach...reach).map { Elementary.exp2(-Double($0 * $0) / (2 * deviation * deviation) * 1.442_695_040_888_963_4) }
    )
  }

  /// How pixels are made of halves. The first half's middle lies half its width into the picture.
  func line(over pixels: Range<Int>, _ count: Int) -> FilterTable.Line {
    let unit = Double(1 << halvings)
    let origin = 0.5 / unit - 0.5 - Double(pixels.lowerBound) / unit
    return FilterTable.Line(targets: pixels, samples: 0..<count, origin: origin, step: 1 / unit, resampling: .bicubic)
  }
}

extension Area {
  /// By so many pixels to every side.
  func grown(_ x: Int, _ y: Int) -> Area {
    guard !isEmpty else { return self }
    return Area(
      columns: columns.lowerBound - x..<columns.upperBound + x, rows: rows.lowerBound - y..<rows.upperBound + y)
  }

  /// Outwards to multiples.
  fileprivate func grown(onto x: Int, _ y: Int) -> Area {
    func grow(_ range: Range<Int>, _ step: Int) -> Range<Int> {
      let low = (range.lowerBound & ~(step - 1)), high = (range.upperBound + step - 1) & ~(step - 1)
      return low..<high
    }
    return Area(columns: grow(columns, x), rows: grow(rows, y))
  }
}
