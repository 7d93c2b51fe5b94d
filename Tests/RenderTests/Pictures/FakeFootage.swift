import Graph
import Media
import Render

/// Pictures that a test makes up: each asset is a function of time.
struct FakeFootage: Footage {
  var frames: @Sendable (Digest, Time) -> Frame
  var turned = Orientation.up

  func pictures(of asset: Digest) -> any PictureSource { FakeSource(asset: asset, frames: frames) }
  func sound(of asset: Digest, in layout: ChannelLayout) throws -> any SoundSource { throw CancellationError() }
  func still(_ asset: Digest) -> Frame { frames(asset, .zero) }
  func table(_ asset: Digest) throws -> CubeFile { throw CancellationError() }

  func orientation(of asset: Digest) -> Orientation { turned }
  func text(_ node: Node, scale: Double) throws -> TextPicture { throw CancellationError() }
  func pieces(_ node: Node, by piece: String, scale: Double) throws -> TextPieces { throw CancellationError() }
  func shape(_ node: Node, scale: Double) throws -> TextPicture { throw CancellationError() }
}

private final class FakeSource: PictureSource {
  let asset: Digest
  let frames: @Sendable (Digest, Time) -> Frame

  init(asset: Digest, frames: @escaping @Sendable (Digest, Time) -> Frame) {
    (self.asset, self.frames) = (asset, frames)
  }

  func frame(at time: Time) -> Frame { frames(asset, time) }
}

extension Frame {
  /// A picture whose samples are a function of plane, column and row. YUV is in the output's colours.
  static func made(
    _ size: Size, _ format: PixelFormat = .yuv420p8, alpha: Alpha = .opaque, _ sample: (Int, Int, Int) -> UInt8
  ) -> Frame {
    let storage = FrameStorage(size: size, format: format)
    for plane in 0..<format.planeCount {
      let extent = format.extent(ofPlane: plane, size: size)
      for row in 0..<extent.rows {
        let line = storage.planes[plane].base + row * storage.planes[plane].bytesPerRow
        for column in 0..<extent.bytesPerRow {
          line.storeBytes(of: sample(plane, column, row), toByteOffset: column, as: UInt8.self)
        }
      }
    }
    let color: ColorDescription = format == .yuv420p8 ? .hd : .srgb
    return Frame(size: size, format: format, color: color, alpha: alpha, storage: storage)
  }

  /// Noise that depends on a seed.
  static func noise(_ size: Size, seed: Int64) -> Frame {
    made(size) { plane, column, row in
      let mixed = (seed &* 31 &+ Int64(plane)) &* 7919 &+ Int64(column) &* 104_729 &+ Int64(row) &* 1_299_709
      return UInt8(truncatingIfNeeded: (mixed ^ (mixed >> 7)) &* 2_654_435_761 >> 13)
    }
  }

  func sample(_ plane: Int, _ column: Int, _ row: Int) -> UInt8 {
    withPlane(plane) { bytes, bytesPerRow in bytes[row * bytesPerRow + column] }
  }

  /// All samples, plane by plane, without padding.
  var samples: [UInt8] {
    (0..<format.planeCount).flatMap { plane in
      let extent = format.extent(ofPlane: plane, size: size)
      return withPlane(plane) { bytes, bytesPerRow in
        (0..<extent.rows).flatMap { row in bytes[row * bytesPerRow..<row * bytesPerRow + extent.bytesPerRow] }
      }
    }
  }
}
