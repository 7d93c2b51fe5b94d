extension Style {
  static let happy = Style(
    tempo: 116, key: Key(tonic: 7, mode: .major), melody: .mallet, harmony: .guitar, figure: .piano, bass: .bass,
    levels: [0.95, 0.62, 0.5, 0.7, 0.6],
    major: ["I V vi IV", "I IV vi V", "I vi IV V", "IV V I vi", "vi IV I V"],
    minor: ["i VI III VII", "i VII VI VII", "VI VII i III"],
    cells: ["x-x-x---x-x-x---", "x---x-x-x---x---", "x-x---x-x---x-x-", "..x-x-x-x---x---", "x---..x-x-x-x---"],
    register: 76, comp: "x-..x-x-..x-x-x-", broken: ["0-2-3-2-4-2-3-2-", "..2-..3-..2-..4-"],
    walk: ["1---..1-5---5-a-", "1---1---5---5---", "1-1-..1-8-..5-a-"],
    groove: Groove(
      light: [
        (Groove.kick, "X.......X......."), (Groove.shaker, "x.o.x.o.x.o.x.o."), (Groove.clap, "....x.......x..."),
      ],
      full: [
        (Groove.kick, "X.....x.X......."), (Groove.snare, "....X.......X..."), (Groove.clap, "....o.......o..."),
        (Groove.hat, "x.o.x.o.x.o.x.o."), (Groove.openHat, "..............o."),
      ],
      fill: [(Groove.snare, "....X...x.x.xxxX"), (Groove.kick, "X.....x.X......."), (Groove.high, "........x.......")],
      crashes: true), looseness: 5)

  static let playful = Style(
    tempo: 126, key: Key(tonic: 5, mode: .major), melody: .mallet, harmony: .guitar, figure: .flute, bass: .bass,
    levels: [0.95, 0.6, 0.3, 0.75, 0.55],
    major: ["I vi ii V7", "I IV I V7", "I I IV V7", "ii V7 I vi", "IV I ii V7"],
    minor: ["i iv i V7", "i VI iv V7", "iv i VI V7"], majorTurn: "V7", minorTurn: "V7",
    cells: ["x.x.x-..x.x.x-..", "x-x-..x-x---....", "x.xxx.x.x---x-..", "x-..x.x.x-x-x-..", "..x.x.x.x---...."],
    closes: ["x-x-x---x---....", "x.x.x-..x---....", "x---x---x---...."],
    register: 77, comp: "....x-......x-..", broken: ["..........5-6-7-", "......6-5-....4-", "................"],
    walk: ["1-......5-......", "1-..3-..5-..a-..", "1-......5-..a-.."],
    groove: Groove(
      light: [(Groove.block, "x...o.x.x...o..."), (Groove.shaker, "x.o.x.o.x.o.x.o.")],
      full: [
        (Groove.kick, "x.......x......."), (Groove.rim, "....x.......x..o"), (Groove.shaker, "x.o.x.o.x.o.x.o."),
        (Groove.block, "o.....x.......x."),
      ],
      fill: [(Groove.block, "x.xxx.x.x.x.X..."), (Groove.kick, "x.......x.......")]), looseness: 5)

  static let chiptune = Style(
    tempo: 140, key: Key(tonic: 0, mode: .major), melody: .chip, harmony: .organ, figure: .chip, bass: .chipBass,
    levels: [0.8, 0.25, 0.33, 0.75, 0.5],
    major: ["I V vi IV", "vi IV V I", "I bVII IV I", "IV V iii vi", "I iii IV V"],
    minor: ["i VI VII i", "i VII VI V", "VI VII i i", "i III VII VI"],
    cells: ["x-x-x-x-x---x---", "x--x--x-x-x-x---", "x-xxx-x-x---x-x-", "x--x--x-----x-x-", "x---x-x-x-x-x-x-"],
    closes: ["x--x--x-----....", "x-x-x-------....", "x-----x-----...."],
    register: 79, broken: ["0123012301230123", "0213021302130213", "0120123012012301"],
    walk: ["1-1-8-1-1-1-8-1-", "1-1-1-1-5-5-1-a-", "1--1--1-5--5--a-"],
    groove: Groove(
      light: [(Groove.kick, "X...X...X...X..."), (Groove.hat, "..x...x...x...x.")],
      full: [
        (Groove.kick, "X.....x.X.x....."), (Groove.snare, "....X.......X..."), (Groove.hat, "x.x.x.x.x.x.x.x."),
      ],
      fill: [(Groove.snare, "....X...X.X.XXXX"), (Groove.kick, "X...X...X...X...")], crashes: true), looseness: 0)
}
