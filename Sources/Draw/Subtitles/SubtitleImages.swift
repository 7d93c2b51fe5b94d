import CAss
import Media

/// What libass hands over: masks, each with a colour and a place, from the lowest to the uppermost.
struct SubtitleImages {
  private let images: [ASS_Image]

  /// - Parameter first: Stays libass's, and lasts until it draws again.
  init(_ first: UnsafeMutablePointer<ASS_Image>?) {
    images = sequence(first: first) { $0?.pointee.next }.prefix { $0 != nil }.compactMap { $0?.pointee }
      .filter { $0.w > 0 && $0.h > 0 && $0.color & 0xFF != 0xFF }
  }

  /// All of them on one picture, as large as they are.
  var drawn: DrawnText {
    guard let left = images.map(\.dst_x).min(), let top = images.map(\.dst_y).min(),
      let right = images.map({ $0.dst_x + $0.w }).max(), let bottom = images.map({ $0.dst_y + $0.h }).max()
    else { return DrawnText(frame: Self.frame(Size(width: 1, height: 1)) { _ in }, x: 0, y: 0) }
    let frame = Self.frame(Size(width: Int(right - left), height: Int(bottom - top))) { plane in
      for image in images { Self.blend(image, over: plane, x: Int(image.dst_x - left), y: Int(image.dst_y - top)) }
    }
    return DrawnText(frame: frame, x: Int(left), y: Int(top))
  }

  /// A clear picture that something is drawn on.
  private static func frame(_ size: Size, _ draw: (FrameStorage.Plane) -> Void) -> Frame {
    let storage = FrameStorage(size: size, format: .rgba8)
    let plane = storage.planes[0]
    plane.base.initializeMemory(as: UInt8.self, repeating: 0, count: plane.bytesPerRow * size.height)
    draw(plane)
    return Frame(size: size, format: .rgba8, color: .srgb, alpha: .premultiplied, storage: storage)
  }

  private static func blend(_ image: ASS_Image, over plane: FrameStorage.Plane, x: Int, y: Int) {
    guard let bitmap = image.bitmap else { return }
    let color = SIMD4<UInt16>(
      UInt16(image.color >> 24), UInt16(image.color >> 16 & 0xFF), UInt16(image.color >> 8 & 0xFF), 255)
    let opacity = UInt16(255 - image.color & 0xFF)
    for row in 0..<Int(image.h) {
      // Safe because the picture is as large as all images together, and a bitmap has `h` rows of `w`, `stride` apart.
      let mask = bitmap + row * Int(image.stride)
      let pixels = (plane.base + (y + row) * plane.bytesPerRow).assumingMemoryBound(to: SIMD4<UInt8>.self) + x
      for column in 0..<Int(image.w) where mask[column] != 0 {
        let weight = divided(SIMD4(repeating: UInt16(mask[column]) * opacity))
        let below = SIMD4<UInt16>(truncatingIfNeeded: pixels[column])
        pixels[column] = SIMD4(truncatingIfNeeded: divided(color &* weight &+ below &* (255 &- weight)))
      }
    }
  }

  /// By 255, rounded; of at most 255².
  private static func divided(_ product: SIMD4<UInt16>) -> SIMD4<UInt16> {
    let half = product &+ 128
    return (half &+ half &>> 8) &>> 8
  }
}
