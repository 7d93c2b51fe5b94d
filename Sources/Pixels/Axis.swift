import Media

/// One direction of a picture that is placed without rotation: `canvas = scale * source + offset`.
struct Axis {
  /// Not 0; negative for a mirrored picture.
  let scale, offset: Double
  /// The part of the source that shows, in pixels of the source.
  let source: ClosedRange<Double>
  /// The canvas pixels that it touches.
  let targets: Range<Int>
  var resampling = Resampling.bicubic

  /// Where samples of a plane sit among pixels, or targets on the canvas: `2^log2` apart, the first at `offset + 1/2`.
  struct Grid {
    var log2 = 0
    var offset = 0.0

    /// Every pixel.
    static let pixels = Grid()
  }

  /// Whole samples of a plane that hold any of the source.
  func samples(_ grid: Grid) -> Range<Int> {
    let first = Int(source.lowerBound.rounded(.down)) >> grid.log2
    let end = (Int(source.upperBound.rounded(.up)) + (1 << grid.log2) - 1) >> grid.log2
    return first..<max(end, first + 1)
  }

  /// How targets on a grid of the canvas are made of samples of a plane.
  func line(from plane: Grid, to canvas: Grid = .pixels) -> FilterTable.Line {
    let unit = Double(1 << plane.log2)
    let start = (canvas.offset + 0.5 - offset) / scale
    let first = targets.lowerBound >> canvas.log2
    let end = (targets.upperBound + (1 << canvas.log2) - 1) >> canvas.log2
    return FilterTable.Line(
      targets: first..<end, samples: samples(plane), origin: (start - 0.5 - plane.offset) / unit,
      step: Double(1 << canvas.log2) / scale / unit, resampling: resampling)
  }

  /// How much of each target the picture covers, in 16384ths.
  var coverage: [Int16] {
    let edges = [scale * source.lowerBound + offset, scale * source.upperBound + offset].sorted()
    return targets.map { target in
      let covered = min(edges[1], Double(target + 1)) - max(edges[0], Double(target))
      return Opacity(covered > 1 - 1e-5 ? 1 : covered).weight
    }
  }
}

extension Axis.Grid {
  /// Columns of chroma. Left and top-left chroma sits on even pixels, central chroma between two.
  static func columns(_ chroma: PixelFormat.Chroma, _ siting: ColorDescription.Siting) -> Axis.Grid {
    Axis.Grid(log2: chroma.log2Width, offset: chroma.log2Width == 1 && siting == .center ? 0.5 : 0)
  }

  /// Rows of chroma. Top-left chroma sits on even pixels, other chroma between two.
  static func rows(_ chroma: PixelFormat.Chroma, _ siting: ColorDescription.Siting) -> Axis.Grid {
    Axis.Grid(log2: chroma.log2Height, offset: chroma.log2Height == 1 && siting != .topLeft ? 0.5 : 0)
  }

  /// Chroma of the canvas, as `ColorDescription.hd` has it.
  static let chromaColumns = Axis.Grid(log2: 1, offset: 0)
  static let chromaRows = Axis.Grid(log2: 1, offset: 0.5)
}
