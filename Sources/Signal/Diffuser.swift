/// Makes one click into sixteen times as many, and no sound louder: sixteen delays and a scattering, without feedback.
///
/// Two of them make 256 echoes of each, before the reverberator's loop begins: no flutter is heard in its first turns.
struct Diffuser {
  private let delays: [Int]
  private var lines: [DelayLine]

  init(delays: [Int]) {
    self.delays = delays
    lines = delays.map { DelayLine(length: $0 + Rows.length) }
  }

  mutating func process(_ rows: Rows) {
    for row in 0..<Rows.count {
      lines[row].write(UnsafeBufferPointer(rows[row]))
      lines[row].read(rows[row], from: delays[row] + rows.frames)
    }
    rows.scatter()
  }
}
