extension Style {
  static let calm = Style(
    tempo: 80, key: Key(tonic: 0, mode: .major), melody: .piano, harmony: .pad, figure: .harp, bass: .bass,
    levels: [0.9, 0.75, 0.42, 0.5, 0.35],
    major: ["I V vi IV", "I iii IV V", "vi IV I V", "I vi ii V", "IV I ii V"],
    minor: ["i VI III VII", "i iv VII III", "VI III i VII", "i VII VI VII"], majorTurn: "IV", minorTurn: "iv",
    cells: [
      "x-------x-------", "x-----x-x-------", "x---x---x-------", "x-----------x---", "....x---x---x---",
      "x-x-x---x-------",
    ],
    broken: ["0---2---3---2---", "0-1-2-3-4-3-2-1-", "0---1---3---4---"],
    walk: ["1---------------", "1-----------5---"],
    groove: Groove(full: [(Groove.shaker, "o.x.o.x.o.x.o.x.")]), looseness: 9)

  static let sad = Style(
    tempo: 70, key: Key(tonic: 9, mode: .minor), melody: .flute, harmony: .strings, figure: .piano, bass: .bass,
    levels: [0.75, 0.6, 0.75, 0.4, 0.3],
    major: ["I iii vi IV", "vi iii IV I", "I V vi iii", "IV iv I vi"],
    minor: ["i VI III VII", "i VII VI V", "i iv i V", "VI iv i V", "i III iv VI"],
    cells: ["x-----------x---", "x-------x-------", "x-----x-x-------", "....x---x-------", "x---x---x-------"],
    register: 72, broken: ["0-2-3-2-4-2-3-2-", "0-1-2-3-2-1-2-1-"], looseness: 10)

  static let dreamy = Style(
    tempo: 76, key: Key(tonic: 4, mode: .major), melody: .bell, harmony: .pad, figure: .electricPiano, bass: .bass,
    levels: [0.7, 0.85, 0.6, 0.5, 0.3],
    major: ["I7 iii7 IV7 iv", "IV7 I7 IV7 V", "I7 vi7 IV7 V", "IV7 iii7 vi7 V"],
    minor: ["i7 VI7 III7 VII", "iv7 i7 VI7 VII", "VI7 VII i7 i7"], majorTurn: "iv", minorTurn: "iv7",
    cells: ["x---x-----x-----", "x-----x-----x---", "x-------....x---", "..x-x-------x---", "x-----x-x-------"],
    register: 79, broken: ["0-2-4-5-3-4-2-3-", "0---3-4-5---4-3-", "0-1-3-4-6-4-3-1-"], walk: ["1---------------"],
    groove: Groove(full: [(Groove.shaker, "..o...x...o...x."), (Groove.kick, "o.........o.....")]), looseness: 9)

  static let lofi = Style(
    tempo: 78, key: Key(tonic: 3, mode: .major), melody: .guitar, harmony: .electricPiano, figure: .bell, bass: .bass,
    levels: [0.7, 0.85, 0.16, 0.75, 0.62],
    major: ["ii9 V7 I7 vi7", "IV7 iii7 ii9 V7", "I7 vi7 ii9 V7", "IV7 V7 iii7 vi9"],
    minor: ["i9 iv7 VII7 III7", "iv9 VII7 III7 VI7", "i9 VI7 iv9 V7", "VI7 VII7 i9 i7"], majorTurn: "V7",
    minorTurn: "V7",
    cells: ["x---x-x---..x-x-", "..x-x---x-------", "x-----x---x-....", "....x-x-x---x---", "x-x-..x-x-------"],
    register: 69, comp: "x-----x---------", broken: ["........4---6---", "......5---4-...."],
    walk: ["1-----.15-......", "1-......1-..5-a-", "1---..1-..5-...."],
    groove: Groove(
      light: [(Groove.hat, "x.o.x.o.x.o.x.o."), (Groove.rim, "....x.......x...")],
      full: [
        (Groove.kick, "X......x..X....."), (Groove.snare, "....X.......X..o"), (Groove.hat, "x.o.x.o.x.x.x.o."),
      ],
      fill: [(Groove.snare, "....X..o..o.X.xo"), (Groove.kick, "X......x..X.....")]),
    swing: 0.24, looseness: 11)
}
