import Media

extension AudioBlock {
  /// Samples in 32-bit floating point, little-endian, one channel after the other.
  func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * samples.count)
    for sample in samples {
      withUnsafeBytes(of: sample.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Nil unless these are the bytes of sound of that length in so many channels.
  init?(serialized bytes: [UInt8], channelCount: Int = 2, frameCount: Int) {
    guard bytes.count == 4 * channelCount * frameCount else { return nil }
    self.init(channelCount: channelCount, frameCount: frameCount)
    bytes.withUnsafeBytes { bytes in
      for index in samples.indices {
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        samples[index] = Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }
}
