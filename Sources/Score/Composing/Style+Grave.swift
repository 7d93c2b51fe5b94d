extension Style {
  static let tense = Style(
    tempo: 100, key: Key(tonic: 2, mode: .minor), melody: .strings, harmony: .pad, figure: .spiccato, bass: .bass,
    levels: [0.6, 0.55, 0.75, 0.75, 0.6],
    major: ["I bII I bVI", "I iv I bII", "I bVI iv V"],
    minor: ["i bII i V", "i VI iv V", "i i bII V", "i iv i bII", "i VI bII V"],
    cells: ["....x-----------", "x-----------x-x-", "x-----x---------", "........x---x---", "x-x-x-----------"],
    closes: ["x---------------", "x-x-------------"],
    register: 69, broken: ["0-0-1-0-0-2-0-1-", "0-1-0-2-0-1-0-3-", "0-0-0-1-0-0-0-2-"],
    walk: ["1-1-1-1-1-1-1-1-", "1-..1-1-..1-1-..", "1-1-1-1-1-1-a-a-"],
    groove: Groove(
      light: [(Groove.low, "x.......o......."), (Groove.hat, "o...o...o...o...")],
      full: [(Groove.low, "X..x..x...x.x..."), (Groove.hat, "xoxoxoxoxoxoxoxo"), (Groove.rim, "....x..o....x...")],
      fill: [(Groove.low, "X..x..x.X.x.X.XX"), (Groove.middle, "..x..x..x.x.xxxx")]), looseness: 4)

  static let epic = Style(
    tempo: 92, key: Key(tonic: 2, mode: .minor), melody: .brass, harmony: .strings, figure: .spiccato, bass: .bass,
    levels: [0.95, 0.75, 0.8, 0.75, 0.85],
    major: ["I V vi IV", "I bVI bVII I", "vi IV I V", "IV V vi I"],
    minor: ["i VI III VII", "i VII VI VII", "VI VII i i", "i iv VI VII", "i III VII VI"], minorTurn: "VII",
    cells: ["x-------x---x---", "x-----x-x-------", "x---x---x-------", "x-----------x-x-", "x-x-x-----x-x---"],
    register: 67, broken: ["0-0-2-0-3-0-2-0-", "0-2-3-2-0-2-3-2-", "0-000-000-000-00"],
    walk: ["1-------1-------", "1-----1-1-------", "1-1-1-1-1-1-1-1-"],
    groove: Groove(
      light: [(Groove.low, "X.......x.....x.")],
      full: [
        (Groove.low, "X..x..x.X..x..xx"), (Groove.kick, "X.......X......."), (Groove.middle, "....x.......x.x."),
        (Groove.snare, "....o.......X..."),
      ],
      fill: [(Groove.low, "X..xx.x.X.x.XxXx"), (Groove.middle, "..x...x..x.x.x.x"), (Groove.high, "............x.x.")],
      crashes: true), looseness: 6)

  static let dark = Style(
    tempo: 64, key: Key(tonic: 0, mode: .minor), melody: .lead, harmony: .pad, figure: .piano, bass: .bass,
    levels: [0.42, 0.85, 0.7, 0.8, 0.6],
    major: ["I bVI iv I", "I bII bVI iv"],
    minor: ["i VI i bII", "i iv VI V", "i bII VI V", "i VI iv i"],
    cells: ["x-----------....", "....x-------x---", "x-------x-------", "x---x-----------"],
    closes: ["x---------------"],
    register: 69, broken: ["0-----1---2-----", "0---....2---1---", "0-1-2-----1-...."],
    groove: Groove(
      light: [(Groove.low, "o...............")],
      full: [(Groove.low, "X.....o.....x..."), (Groove.kick, "x..............."), (Groove.shaker, "....o.......o...")],
      fill: [(Groove.low, "X.....x...x.x.xx")]), looseness: 8)
}
