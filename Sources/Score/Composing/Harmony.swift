/// The chords of a piece: one a bar, and the tonic at the end.
struct Harmony {
  private(set) var bars: [Chord] = []
  let home: Chord

  init(_ sections: [Section], _ style: Style, _ mode: Mode, seed: UInt64) {
    let all = style.progressions(in: mode).map { $0.split(separator: " ").map(String.init) }
    var dice = Dice(seed, "chords")
    let first = dice.index(all.count)
    let second = (first + 1 + dice.index(all.count - 1)) % all.count
    let turn = style.turn(in: mode)
    home = Chord(mode.isMinor ? "i" : "I", in: mode)
    for section in sections {
      let progression = all[section.kind == .b ? second : first]
      var numerals = (0..<section.bars.count).map { progression[$0 % progression.count] }
      if section.kind != .intro || sections.count == 1 { Harmony.lead(&numerals, turn) }
      bars += numerals.map { Chord($0, in: mode) }
    }
  }

  /// Ends a section on the chord that leads home, with another before it.
  private static func lead(_ numerals: inout [String], _ turn: String) {
    let last = numerals.count - 1
    numerals[last] = turn
    if last > 0, numerals[last - 1] == turn { numerals[last - 1] = numerals[0] }
  }

  subscript(bar: Int) -> Chord { bars.indices.contains(bar) ? bars[bar] : home }
}
