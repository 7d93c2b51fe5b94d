internal import CConfinement
internal import Glibc
internal import Media

/// The memory that is shared with the host, as its worker sees it.
final class SharedPlaces {
  private var known: [UInt64: UnsafeMutableRawPointer] = [:]

  /// Copies a picture to a place that has room for it.
  ///
  /// - Returns: False if the place cannot be reached.
  func put(_ frame: Frame, at place: SharedPlace) -> Bool {
    guard let base = address(of: place) else { return false }
    let layout = FrameLayout(size: frame.size, format: frame.format)
    for (plane, target) in layout.planes(at: base).enumerated() {
      let extent = layout.extents[plane]
      frame.withPlane(plane) { bytes, bytesPerRow in
        guard let source = bytes.baseAddress else { return }
        for row in 0..<extent.rows {
          memcpy(target.base + row * target.bytesPerRow, source + row * bytesPerRow, extent.bytesPerRow)
        }
      }
    }
    return true
  }

  private func address(of place: SharedPlace) -> UnsafeMutableRawPointer? {
    if let known = known[place.offset] { return known }
    let base = mmap(
      nil, Int(place.length), PROT_READ | PROT_WRITE, MAP_SHARED, Int32(MEDIA_MEMORY), off_t(place.offset))
    guard let base, base != MAP_FAILED else { return nil }
    known[place.offset] = base
    return base
  }
}
