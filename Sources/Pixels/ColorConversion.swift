import CPixels
import Media
import Synchronization

/// From red, green and blue of a picture's own primaries and transfer to those of the canvas, pixel by pixel.
///
/// Exact but for tables: one of light for each of the 16385 codes, one of codes by the root of light, with straight lines
/// between 4096 steps; see docs/decisions/colour.md for what that comes to. What the canvas cannot show is cut off, channel
/// by channel; what is lighter than its white is led back to it first.
final class ColorConversion: @unchecked Sendable {
  // Sendable because its memory is written before anyone has it, and never after.

  private let memory: UnsafeMutablePointer<Float>
  private let path: pixels_color_path

  private static let steps = 4096
  /// Where the table of tone ends, by the root of light: beyond what the strongest primary makes of another.
  private static let toneEnd = 3.0
  private static let known = Mutex<[Kind: ColorConversion]>([:])

  private struct Kind: Hashable {
    let primaries: ColorDescription.Primaries
    let transfer: ColorDescription.Transfer
  }

  /// Nil if nothing is to be done. Any thread may ask; each is made once.
  static func conversion(from color: ColorDescription) -> ColorConversion? {
    guard !color.hasCanvasColors else { return nil }
    let kind = Kind(primaries: color.primaries, transfer: color.transfer)
    return known.withLock { known in
      if let found = known[kind] { return found }
      let made = ColorConversion(kind.primaries, kind.transfer)
      known[kind] = made
      return made
    }
  }

  private init(_ primaries: ColorDescription.Primaries, _ transfer: ColorDescription.Transfer) {
    let one = Int(Opacity.one)
    let isHigh = transfer.isHighDynamicRange
    let parts: [[Double]] = [
      (0...one).map { transfer.light(ofCode: Double($0) / Double(one)) },
      transfer == .hlg ? Self.table(upTo: 1) { HighDynamicRange.systemGain($0) / HighDynamicRange.white } : [],
      isHigh ? Self.table(upTo: Self.toneEnd, Self.toneGain) : [],
      Self.table(upTo: 1, transfer.canvasCode),
      ColorMatrix(from: primaries).rows.flatMap { [$0.x, $0.y, $0.z] },
    ]
    memory = .allocate(capacity: parts.reduce(0) { $0 + $1.count })
    var end = memory
    let starts = parts.map { part in
      defer { end += part.count }
      for (index, value) in part.enumerated() { (end + index).initialize(to: Float(value)) }
      return part.isEmpty ? nil : UnsafePointer(end)
    }
    path = pixels_color_path(light: starts[0], system: starts[1], tone: starts[2], codes: starts[3], matrix: starts[4])
  }

  deinit { memory.deallocate() }

  /// A function of light by its root.
  private static func table(upTo end: Double, _ value: (Double) -> Double) -> [Double] {
    (0...steps).map { step in
      let root = Double(step) / Double(steps) * end
      return value(root * root)
    }
  }

  /// - Parameter light: Of the strongest channel, white being 1.
  private static func toneGain(_ light: Double) -> Double {
    guard light > 0 else { return 1 }
    return HighDynamicRange.mapped(light * HighDynamicRange.white) / HighDynamicRange.white / light
  }

  /// Changes pixels of the picture to pixels of the canvas.
  func convert(_ pixels: PixelRow, _ count: Int) {
    withUnsafePointer(to: path) { pixels_convert_colors(pixels.kernelRow, $0, count) }
  }
}

extension ColorDescription.Transfer {
  fileprivate var isHighDynamicRange: Bool { self == .pq || self == .hlg }

  /// White of the canvas is 1; of HLG, before the camera.
  fileprivate func light(ofCode code: Double) -> Double {
    switch self {
    case .bt709: Elementary.power(code, 2.4)
    case .srgb: Light.light(ofCode: code)
    case .linear: code
    case .pq: min(HighDynamicRange.light(ofPQ: code), HighDynamicRange.peak) / HighDynamicRange.white
    case .hlg: HighDynamicRange.sceneLight(ofHLG: code)
    }
  }

  /// Video as BT.1886 shows it, with black at none; pictures of computers by sRGB.
  fileprivate func canvasCode(ofLight light: Double) -> Double {
    switch self {
    case .bt709, .pq, .hlg: Elementary.power(light, 1 / 2.4)
    case .srgb, .linear: Light.code(ofLight: light)
    }
  }
}
