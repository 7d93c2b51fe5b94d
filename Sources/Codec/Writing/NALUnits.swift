/// The NAL units of a stretch of H.264 whose units stand behind their lengths: four bytes, big-endian.
/// Ends quietly where a length reaches past the end.
struct NALUnits: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(of bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length <= rest.count - 4 else { return nil }
    let unit = rest.dropFirst(4).prefix(length)
    rest = rest.dropFirst(4 + length)
    return unit
  }
}
