package import Graph
package import Media

extension Frame {
  /// The digest of its pixels, without what lies between rows.
  package var digest: Digest {
    var hash = RunningDigest()
    for plane in 0..<format.planeCount {
      let extent = format.extent(ofPlane: plane, size: size)
      withPlane(plane) { bytes, stride in
        for row in 0..<extent.rows {
          hash.update(UnsafeRawBufferPointer(rebasing: bytes[row * stride..<row * stride + extent.bytesPerRow]))
        }
      }
    }
    return hash.finished()
  }
}
