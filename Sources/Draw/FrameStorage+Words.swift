import Media

extension FrameStorage {
  /// Cairo's pixels are words 0xAARRGGBB in the machine's order; ours are bytes R, G, B, A.
  func turnWordsIntoRGBA(_ size: Size) {
    let plane = planes[0]
    for y in 0..<size.height {
      let row = (plane.base + y * plane.bytesPerRow).assumingMemoryBound(to: UInt32.self)
      for x in 0..<size.width {
        let word = row[x]
        row[x] = (word & 0xFF00_FF00 | (word >> 16) & 0xFF | (word & 0xFF) << 16).littleEndian
      }
    }
  }
}
