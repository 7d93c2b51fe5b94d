/// A rhythm as it is written here: a character is a sixteenth. `.` is silence, `-` holds what was struck, anything else
/// strikes, and says what.
struct Pattern: Sendable {
  struct Hit: Sendable {
    let step: Int
    let length: Int
    let sign: Character

    var beat: Beat { Beat.step * step }
    /// Whether it falls on the first or third quarter of the bar.
    var isStrong: Bool { step % 8 == 0 }
    /// The digit that it is written with, if it is one.
    var digit: Int? { sign.wholeNumberValue }
  }

  let hits: [Hit]

  init(_ text: String) {
    let signs = Array(text)
    hits = signs.indices.compactMap { step in
      guard signs[step] != ".", signs[step] != "-" else { return nil }
      let held = signs[(step + 1)...].prefix { $0 == "-" }.count
      return Hit(step: step, length: 1 + held, sign: signs[step])
    }
  }
}
