/// A tune's idea: two bars of rhythm with a contour each, a way of ending, and how the phrase rises and falls.
struct Motif {
  /// Which of the rhythms each bar of a phrase takes: said, answered, said again, closed.
  let bars: [Pattern]
  /// Steps of the scale from note to note within a bar.
  let contours: [[Int]]
  /// Where each bar begins, in steps from the middle of the tune.
  let arch: [Int]

  /// - Parameter letter: Sections with the same letter have the same motif.
  init(_ style: Style, letter: String, seed: UInt64) {
    var dice = Dice(seed, "motif " + letter)
    let said = dice.index(style.cells.count)
    let answered = (said + 1 + dice.index(style.cells.count - 1)) % style.cells.count
    let (first, second) = (Pattern(style.cells[said]), Pattern(style.cells[answered]))
    let (rise, reply) = (Motif.contour(&dice), Motif.contour(&dice))
    bars = [first, second, first, Pattern(dice.one(of: style.closes))]
    // The answer may turn the question upside down.
    let answer = dice.unit() < 0.4 ? rise.map { -$0 } : reply
    contours = [rise, answer, rise, [0, -1, -1, -1]]
    arch = dice.one(of: [[0, 1, 2, 0], [0, 2, 1, -1], [2, 1, 0, 0], [0, -1, 1, 0], [0, 2, 4, 1]])
  }

  /// Mostly steps, sometimes a third; a leap is followed by steps back.
  private static func contour(_ dice: inout Dice) -> [Int] {
    var moves = [0]
    for _ in 0..<15 {
      let last = moves[moves.count - 1]
      moves.append(abs(last) > 1 ? -last.signum() : dice.one(of: [-2, -1, -1, -1, 1, 1, 1, 2, 0, 3]))
    }
    return moves
  }
}

extension Pattern {
  /// With long notes split into a note and its neighbour, as a tune is adorned when it comes again.
  func adorned(_ dice: inout Dice) -> Pattern {
    Pattern(
      hits: hits.flatMap { hit -> [Hit] in
        guard hit.length >= 4, hit.length < 12, dice.unit() < 0.5 else { return [hit] }
        let half = hit.length / 2
        return [
          Hit(step: hit.step, length: half, sign: hit.sign),
          Hit(step: hit.step + half, length: hit.length - half, sign: hit.sign),
        ]
      })
  }

  private init(hits: [Hit]) { self.hits = hits }
}
