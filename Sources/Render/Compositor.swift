import Graph
package import Media
import Pixels
package import Plan

/// Draws the pictures of a scene, in bands of rows that stay in the core's cache while they pass through all layers.
///
/// Each picture depends on its layers alone, not on which were drawn before. Belongs to one thread at a time.
package final class Compositor {
  /// What is drawn. Another may follow, of the same output and canvas: readers and pictures at hand are kept.
  package var scene: Scene
  private let layers: LayerReader
  private let pool: FramePool
  private let keepsAlpha: Bool
  private let band = Band(area: .nothing)
  private let light: Light
  private let background: Color
  /// What lies at the bottom and does not change, and its picture.
  private var ground: (layers: [Layer], frame: Frame)?

  /// Rows that pass through all layers at once: at 1080p a quarter of a megabyte of working pixels.
  private static let bandHeight = 16

  /// - Parameters:
  ///   - format: How pictures are handed on.
  ///   - keepsAlpha: Whether what is transparent stays so, where the format can say it, or lies on black.
  package init(
    _ scene: Scene, footage: any Footage, format: PixelFormat = .yuv420p8, keepsAlpha: Bool = false
  ) {
    (self.scene, self.keepsAlpha) = (scene, keepsAlpha)
    pool = FramePool(size: scene.output, format: format)
    (light, background) = (scene.graph.canvas.light, scene.graph.canvas.background)
    layers = LayerReader(footage: footage, output: scene.output, light: light)
  }

  private var whole: Area { Area(scene.output) }

  /// The picture of an instant, as encoders take it.
  package func frame(at time: Time) throws -> Frame {
    try frame(of: scene.layers(at: time))
  }

  /// The same, by its number.
  package func frame(_ index: Int64) throws -> Frame {
    try frame(at: scene.graph.canvas.frameRate.time(ofFrame: index))
  }

  /// The picture of a frame in RGBA.
  package func still(_ index: Int64) throws -> Frame {
    let all = scene.layers(at: scene.graph.canvas.frameRate.time(ofFrame: index))
    return try picture(of: all, in: FramePool(size: scene.output, format: .rgba8))
  }

  /// Leading layers that do not change are drawn once, as a picture of their own; the rest lies on top of it.
  private func frame(of all: [Layer]) throws -> Frame {
    guard pool.format == .yuv420p8 else { return try picture(of: all, in: pool) }
    let constant = Array(all.prefix(while: \.isConstant))
    guard !constant.isEmpty else { return try compose(all, over: .color(background)) }
    if ground?.layers != constant {
      ground = (constant, try compose(constant, over: .color(background)))
    }
    let base = ground.map { Ground.frame($0.frame) } ?? .color(background)
    return try compose(Array(all.dropFirst(constant.count)), over: base)
  }

  private func compose(_ all: [Layer], over base: Ground) throws -> Frame {
    var base = base
    var rest = all[...]
    if let first = all.first, let better = try ground(of: first) {
      base = better
      rest = rest.dropFirst()
    }
    var painters = try layers.painters(for: Array(rest))
    if let cover = painters.lastIndex(where: { $0.isOpaque(over: whole) }) {
      base = .painter(painters[cover])
      painters.removeFirst(cover + 1)
    }
    if case .frame(let frame) = base, painters.isEmpty { return frame }
    let picture = OutputPicture(from: pool)
    for rows in whole.rows.bands(of: Compositor.bandHeight) {
      draw(painters, over: base, rows: rows, into: picture)
    }
    return picture.finished()
  }

  /// A lowest layer that need not pass through working pixels: a video as it is, or a dissolve of two whole pictures,
  /// unless their light is to be added up.
  private func ground(of layer: Layer) throws -> Ground? {
    if let frame = try layers.untouchedFrame(of: layer) { return .frame(frame) }
    guard light == .coded, case .dissolve(let first, let second, let weight) = layer.source, layer.isPlain else {
      return nil
    }
    let a = try compose(first, over: .color(background))
    let b = try compose(second, over: .color(background))
    return .dissolve(a, b, Opacity(weight))
  }

  /// One band: what no painter touches comes straight from the ground, in its own codes.
  private func draw(_ painters: [Painter], over base: Ground, rows: Range<Int>, into picture: OutputPicture) {
    let strip = Area(columns: whole.columns, rows: rows)
    let touching = painters.filter { !$0.bounds.intersection(strip).isEmpty }
    let touched = touching.reduce(Area.nothing) { $0.union($1.bounds.intersection(strip)) }
    var columns =
      touched.isEmpty
      ? whole.columns.lowerBound..<whole.columns.lowerBound : touched.grownToEven.columns.clamped(to: whole.columns)
    if !base.canWrite(strip) { columns = whole.columns }
    for side in [whole.columns.lowerBound..<columns.lowerBound, columns.upperBound..<whole.columns.upperBound]
    where !side.isEmpty {
      base.write(Area(columns: side, rows: rows), into: picture, light)
    }
    guard !columns.isEmpty else { return }
    band.move(to: Area(columns: columns, rows: rows))
    base.fill(band, light)
    for painter in touching { painter.paint(over: band) }
    band.countCodes(from: light)
    band.store(into: picture)
  }

  /// All layers through working pixels.
  private func picture(of all: [Layer], in pool: FramePool) throws -> Frame {
    let painters = try layers.painters(for: all)
    let picture = OutputPicture(from: pool, keepsAlpha: keepsAlpha)
    for rows in whole.rows.bands(of: Compositor.bandHeight) {
      band.move(to: Area(columns: whole.columns, rows: rows))
      band.fill(background.counted(in: light))
      for painter in painters { painter.paint(over: band) }
      band.countCodes(from: light)
      band.store(into: picture)
    }
    return picture.finished()
  }
}

extension Range<Int> {
  fileprivate func bands(of height: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: height).map { $0..<Swift.min($0 + height, upperBound) }
  }
}
