import CPixels
import Media

extension Raster {
  /// Columns become rows: the picture mirrored about its diagonal, in memory of its own.
  var transposed: Raster {
    let bytes = planes.map { $0.size.width * $0.size.height * bytesPerSample }
    let memory = RowMemory(width: bytes.reduce(0, +) / 2 + 1, rowCount: 1, isZeroed: false)
    var next = UnsafeMutableRawPointer(memory.row(0))
    let turned = zip(planes, bytes).map { plane, count in
      defer { next += count }
      return transpose(plane, into: next)
    }
    return Raster(self, size: Size(width: size.height, height: size.width), planes: turned, owner: memory)
  }

  private var bytesPerSample: Int { format.isYUV ? (format.bits > 8 ? 2 : 1) : format.bits / 2 }

  private func transpose(_ plane: Plane, into memory: UnsafeMutableRawPointer) -> Plane {
    let (width, height) = (plane.size.width, plane.size.height)
    let step = height * bytesPerSample
    switch bytesPerSample {
    case 1: pixels_transpose8(memory, step, plane.base, plane.bytesPerRow, width, height)
    case 2: pixels_transpose16(memory, step, plane.base, plane.bytesPerRow, width, height)
    case 4: pixels_transpose32(memory, step, plane.base, plane.bytesPerRow, width, height)
    default: pixels_transpose64(memory, step, plane.base, plane.bytesPerRow, width, height)
    }
    return Plane(
      base: UnsafeRawPointer(memory), bytesPerRow: step, bits: plane.bits,
      size: Size(width: height, height: width), columns: plane.rows, rows: plane.columns)
  }
}
