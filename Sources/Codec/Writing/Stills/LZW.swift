/// GIF's compression (GIF89a, appendix F): codes of growing length for runs that came before.
struct LZW {
  private let clear: Int
  private var width: Int
  private var next: Int
  /// Codes of runs, found by the run that they prolong and the pixel that they add: open addressing.
  private var keys = [Int32](repeating: -1, count: LZW.slots)
  private var codes = [UInt16](repeating: 0, count: LZW.slots)
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var bytes: [UInt8] = []

  private static let slots = 1 << 13
  private static let mostCodes = 4096

  /// Compresses pixels, each less than `1 << depth`, into blocks as they stand in a file, the depth before them.
  ///
  /// - Parameter depth: 2 to 8.
  static func blocks(of pixels: [UInt8], depth: Int) -> [UInt8] {
    var coder = LZW(depth: depth)
    coder.write(pixels)
    return [UInt8(depth)] + coder.blocks() + [0]
  }

  private init(depth: Int) {
    clear = 1 << depth
    (width, next) = (depth + 1, clear + 2)
  }

  private mutating func write(_ pixels: [UInt8]) {
    put(clear)
    guard var run = pixels.first.map(Int.init) else { return put(clear + 1) }
    for pixel in pixels.dropFirst() {
      let key = Int32(run << 8 | Int(pixel))
      let slot = slot(of: key)
      if keys[slot] == key {
        run = Int(codes[slot])
        continue
      }
      put(run)
      learn(key, at: slot)
      run = Int(pixel)
    }
    put(run)
    widen()
    put(clear + 1)
    if bitCount > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
  }

  private mutating func learn(_ key: Int32, at slot: Int) {
    guard next < LZW.mostCodes else {
      put(clear)
      keys.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
      return (width, next) = (clear.trailingZeroBitCount + 1, clear + 2)
    }
    (keys[slot], codes[slot]) = (key, UInt16(next))
    widen()
    next += 1
  }

  /// The reader learns each code one later than we do: only now does it know one that the width cannot say.
  private mutating func widen() {
    if next == 1 << width, width < 12 { width += 1 }
  }

  private func slot(of key: Int32) -> Int {
    var slot = Int((UInt32(bitPattern: key) &* 0x9E37_79B1) >> 19)
    while keys[slot] != -1, keys[slot] != key { slot = (slot + 1) & (LZW.slots - 1) }
    return slot
  }

  private mutating func put(_ code: Int) {
    bits |= UInt32(code) << UInt32(bitCount)
    bitCount += width
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      (bits, bitCount) = (bits >> 8, bitCount - 8)
    }
  }

  /// At most 255 bytes behind each length.
  private func blocks() -> [UInt8] {
    var blocks: [UInt8] = []
    blocks.reserveCapacity(bytes.count + bytes.count / 255 + 1)
    for start in stride(from: 0, to: bytes.count, by: 255) {
      let block = bytes[start..<min(start + 255, bytes.count)]
      blocks.append(UInt8(block.count))
      blocks += block
    }
    return blocks
  }
}
