/// Tells small things that this program holds from one another: FNV-1a in 64 bits, as 16 hexadecimal digits.
struct Checksum: CustomStringConvertible {
  private let value: UInt64

  init(of bytes: [UInt8]) {
    value = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
