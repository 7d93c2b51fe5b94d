package import Media

extension OutputPicture {
  /// How far two pictures are apart, channel by channel, times `strength`; alpha shows as grey. Opaque.
  ///
  /// - Precondition: both are `.rgba8` and of one size.
  package static func difference(_ a: Frame, _ b: Frame, strength: UInt8) -> Frame {
    precondition(a.size == b.size && a.format == .rgba8 && b.format == .rgba8, "pictures of one kind are compared")
    let picture = OutputPicture(from: FramePool(size: a.size, format: .rgba8))
    for y in 0..<a.size.height {
      let target = picture.bytes(0, row: y, column: 0)
      a.withPlane(0) { first, firstStride in
        b.withPlane(0) { second, secondStride in
          for x in 0..<a.size.width {
            func apart(_ channel: Int) -> Int {
              let place = 4 * x + channel
              return abs(Int(first[y * firstStride + place]) - Int(second[y * secondStride + place])) * Int(strength)
            }
            let alpha = apart(3)
            for channel in 0..<3 { target[4 * x + channel] = UInt8(clamping: apart(channel) + alpha) }
            target[4 * x + 3] = 255
          }
        }
      }
    }
    return picture.finished()
  }
}
