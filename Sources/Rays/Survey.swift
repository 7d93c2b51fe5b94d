internal import CRays
package import Media
package import World

/// What is where in a picture: maps of the size of the picture, without light, edges hard.
package struct Survey: Sendable {
  /// Grey in 16 bits, 65535 / (1 + metres along the camera's axis), to nearest: what is near is white, and the sky black.
  package let depth: Frame
  /// 16 bits: to the camera's right, up, and towards it, each (n + 1) / 2 · 65535; the sky is (½, ½, ½).
  package let normals: Frame
  /// 8 bits: a colour for each owner, which is made of its name alone; grey ground, blue water, black sky.
  package let segmentation: Frame
  /// 16 bits: red is 32768 + 64 · pixels to the right while the shutter is open, green the same downwards; held to the range.
  package let motion: Frame
}

extension Tracer {
  /// Returns the maps that belong to a frame with the same arguments.
  package func survey(
    of opening: Instant, _ closing: Instant, at time: Time, followed: Vector? = nil
  ) throws(TracingError) -> Survey {
    let exposure = try Exposure(self, opening, closing, time, followed: followed)
    let rows = (0..<size.height).map(exposure.sights(row:))
    let colors = owners.names.map(Survey.color(of:))
    return Survey(
      depth: wide(rows) { sight in
        let code = UInt16((65535 / (1 + (sight.depth > 0 ? sight.depth : 0))).rounded())
        return SIMD3(repeating: code)
      },
      normals: wide(rows) { sight in
        func code(_ n: Float) -> UInt16 { UInt16((((n > -1 ? min(n, 1) : -1) + 1) * 32767.5).rounded()) }
        return SIMD3(code(sight.normal.x), code(sight.normal.y), code(sight.normal.z))
      },
      segmentation: Frame.made(size, .rgba8, rows) { Survey.color(of: $0.owner, among: colors) },
      motion: wide(rows) { sight in
        func code(_ pixels: Float) -> UInt16 { UInt16(pixels > -512 ? min(32768 + pixels * 64, 65535).rounded() : 0) }
        return SIMD3(code(sight.right), code(sight.down), 32768)
      })
  }

  private func wide(_ rows: [[CRSight]], _ code: (CRSight) -> SIMD3<UInt16>) -> Frame {
    Frame.made(size, .rgba16, rows, code)
  }
}

extension Frame {
  fileprivate static func made<Code: FixedWidthInteger>(
    _ size: Size, _ format: PixelFormat, _ rows: [[CRSight]], _ code: (CRSight) -> SIMD3<Code>
  ) -> Frame {
    let storage = FrameStorage(size: size, format: format)
    let plane = storage.planes[0]
    for (y, row) in rows.enumerated() {
      // Safe because the plane has a row of four codes a pixel for each row of the picture.
      let start = (plane.base + y * plane.bytesPerRow).assumingMemoryBound(to: Code.self)
      for (x, sight) in row.enumerated() {
        let code = code(sight)
        (start[4 * x], start[4 * x + 1], start[4 * x + 2], start[4 * x + 3]) = (code.x, code.y, code.z, .max)
      }
    }
    return Frame(size: size, format: format, color: .srgb, alpha: .opaque, storage: storage)
  }
}

extension Survey {
  /// A bright colour by the bytes of a name (FNV-1a).
  package static func color(of name: String) -> SIMD3<UInt8> {
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let bytes = SIMD3(truncatingIfNeeded: SIMD3(hash >> 8, hash >> 24, hash >> 40))
    return bytes | 64
  }

  fileprivate static func color(of owner: UInt32, among colors: [SIMD3<UInt8>]) -> SIMD3<UInt8> {
    switch owner {
    case 0: SIMD3(repeating: 0)
    case 0xffff_fffe: SIMD3(20, 40, 60)
    case 0xffff_ffff: SIMD3(repeating: 40)
    default: colors[Int(owner) - 1]
    }
  }
}

extension SIMD3<UInt8> {
  fileprivate init(truncatingIfNeeded wide: SIMD3<UInt64>) {
    self.init(UInt8(truncatingIfNeeded: wide.x), UInt8(truncatingIfNeeded: wide.y), UInt8(truncatingIfNeeded: wide.z))
  }
}
