/// A chord in a scale, as a Roman numeral says it.
///
/// The numeral's case is the third: `iv` in a major key and `V` in a minor one leave the key, and the scale that goes with
/// the chord follows them.
package struct Chord: Hashable, Sendable {
  /// As it was written: `ii7`, `bVI`, `V`.
  package let numeral: String
  /// Semitones of root, third, fifth, and what more there is, above the tonic; each may pass 12.
  package let tones: [Int]
  /// The seven notes to walk on while it sounds, in semitones above the tonic.
  let scale: [Int]
  /// Which step of the scale is its root, 0 to 6.
  let degree: Int

  var root: Int { tones[0] }
  /// Whether it wants to go home: its root is the fifth, or it holds the leading note.
  var isDominant: Bool { degree == 4 || degree == 6 }

  /// Whether a pitch class, in semitones above the tonic, is one of its first four notes.
  func holds(_ semitone: Int) -> Bool {
    tones.prefix(4).contains { ($0 - semitone) % 12 == 0 }
  }

  /// - Precondition: the text is a numeral from I to VII with `b` before it, or `7` or `9` after it. It comes from our tables.
  init(_ numeral: String, in mode: Mode) {
    let digits = numeral.filter { "IViv".contains($0) }
    guard let degree = Chord.degrees.firstIndex(of: digits.uppercased()) else {
      preconditionFailure("\(numeral) is no chord")
    }
    var ladder = mode.scale
    func step(_ n: Int) -> Int { ladder[n % 7] + 12 * (n / 7) }
    if numeral.hasPrefix("b") { ladder[degree] = Chord.flattened[degree] }
    let third = digits == digits.uppercased() ? 4 : 3
    Chord.alter(&ladder, degree + 2, to: step(degree) + third)
    // A minor chord on a note of the scale keeps the scale's fifth, which may be diminished; others are perfect.
    if third == 4 || numeral.hasPrefix("b") { Chord.alter(&ladder, degree + 4, to: step(degree) + 7) }
    let count = numeral.hasSuffix("9") ? 5 : numeral.hasSuffix("7") ? 4 : 3
    (self.numeral, self.degree, self.scale) = (numeral, degree, ladder)
    tones = (0..<count).map { step(degree + 2 * $0) }
  }

  private static func alter(_ ladder: inout [Int], _ step: Int, to semitone: Int) {
    ladder[step % 7] = semitone - 12 * (step / 7)
  }

  private static let degrees = ["I", "II", "III", "IV", "V", "VI", "VII"]
  /// Steps of a major scale, a semitone down: what `b` before a numeral means in every mode.
  private static let flattened = [-1, 1, 3, 4, 6, 8, 10]
}

extension Chord {
  /// Its name in a key, `Am7`.
  func name(in key: Key) -> String {
    let note = Key(tonic: key.tonic + root, mode: .major).description.split(separator: " ")[0]
    let (third, fifth) = (tones[1] - root, tones[2] - root)
    let quality = third == 4 ? "" : fifth == 6 ? "dim" : "m"
    guard tones.count > 3 else { return note + quality }
    let seventh = tones[3] - root == 11 ? "maj" : ""
    return note + quality + seventh + (tones.count > 4 ? "9" : "7")
  }
}
