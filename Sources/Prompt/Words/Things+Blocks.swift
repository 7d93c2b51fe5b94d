internal import World

extension ThingWord {
  /// What is built with, rolled down and stacked.
  static let blocks: [ThingWord] = [
    ThingWord("block|cube|toy block|building block", of: "wood", [.box(0.25, 0.25, 0.25).at(0, 0.125)]),
    ThingWord(
      "box|package|parcel|carton", of: "cardboard", mass: 2,
      [
        .box(0.5, 0.4, 0.5).at(0, 0.2), .box(0.06, 0.402, 0.502).at(0, 0.2).of("paper", "#d9c39a").seen,
      ]),
    ThingWord(
      "crate|wooden box|chest", of: "planks", mass: 12,
      [
        .box(0.6, 0.6, 0.6).at(0, 0.3),
        .box(0.63, 0.08, 0.63).at(0, 0.04).of("wood", "#7d5530").seen,
        .box(0.63, 0.08, 0.63).at(0, 0.56).of("wood", "#7d5530").seen,
      ]),
    ThingWord(
      "barrel|keg|drum", of: "planks", mass: 25,
      [
        .rod(0.29, 0.9).at(0, 0.45), .rod(0.31, 0.06).at(0, 0.22).of("iron").seen,
        .rod(0.31, 0.06).at(0, 0.68).of("iron").seen,
      ]),
    ThingWord(
      "domino|dominoe", of: "plastic", color: "#2b2d42",
      [
        .box(0.24, 0.48, 0.075).at(0, 0.24), .box(0.2, 0.012, 0.077).at(0, 0.24).of("plastic", "#f8f9fa").seen,
      ]),
    ThingWord("brick", of: "brick", [.box(0.24, 0.07, 0.115).at(0, 0.035)]),
    ThingWord("plank|board|beam", of: "wood", [.box(2, 0.05, 0.25).at(0, 0.025)]),
    ThingWord(
      "log|tree trunk", of: "wood", color: "#7a5434",
      [
        .rod(0.16, 1.4).at(0, 0.16).turned(z: 90),
        .rod(0.14, 1.41).at(0, 0.16).turned(z: 90).of("wood", "#d9b382").seen,
      ]),
    ThingWord("cylinder|can|tin can", of: "tin", mass: 0.35, [.rod(0.1, 0.28).at(0, 0.14)]),
    ThingWord(
      "cone|traffic cone", of: "plastic", color: "#ff7a1a", mass: 1.5,
      [
        .cone(0.16, 0.6).at(0, 0.32), .box(0.4, 0.03, 0.4).at(0, 0.015),
        .rod(0.09, 0.1).at(0, 0.3).of("plastic", "#ffffff").seen,
      ]),
    ThingWord("pyramid", of: "stone", color: "#d8b978", [.cone(0.5, 0.8).at(0, 0.4)]),
    ThingWord(
      "ring|hula hoop|tyre|tire", of: "rubber", color: "#2a2a2c", mass: 4,
      [
        .ring(0.28, 0.08).at(0, 0.36).turned(x: 90)
      ]),
    ThingWord(
      "wheel", of: "rubber", color: "#2a2a2c", mass: 9,
      [
        .rod(0.34, 0.18).at(0, 0.34).turned(x: 90), .rod(0.2, 0.19).at(0, 0.34).turned(x: 90).of("metal").seen,
      ]),
    ThingWord("coin", of: "gold", [.rod(0.05, 0.008).at(0, 0.05).turned(x: 90)]),
    ThingWord(
      "die|dice", of: "plastic", color: "#f8f5ee",
      [
        .box(0.16, 0.16, 0.16).at(0, 0.08), .ball(0.022).at(0, 0.155).of("plastic", "#1c1c1e").seen,
        .ball(0.018).at(0.04, 0.12, 0.074).of("plastic", "#1c1c1e").seen,
        .ball(0.018).at(-0.04, 0.04, 0.074).of("plastic", "#1c1c1e").seen,
      ]),
    ThingWord(
      "ramp|slope|incline|slide", of: "wood", isFixed: true,
      [
        // 20°: its upper face runs from 1.2 m at the left down to the ground at the right.
        .box(3.4, 0.08, 1).at(0, 0.56).turned(z: -20), .box(0.1, 1.06, 0.9).at(-1.5, 0.53).of("wood", "#7d5530"),
        .box(0.1, 0.52, 0.9).at(0, 0.26).of("wood", "#7d5530"),
      ]),
    ThingWord("wall|brick wall", of: "brick", isFixed: true, [.box(0.25, 1.8, 3).at(0, 0.9)]),
    ThingWord(
      "platform|pedestal|podium|plinth", of: "stone", color: "#d9d9d6", isFixed: true,
      [
        .rod(0.7, 0.7).at(0, 0.35), .rod(0.78, 0.08).at(0, 0.74),
      ]),
    ThingWord("step|kerb|curb", of: "concrete", isFixed: true, [.box(1.5, 0.18, 0.5).at(0, 0.09)]),
    ThingWord("stairs|staircase|steps", of: "stone", isFixed: true, stairs),
    ThingWord(
      "pillar|column|post", of: "marble", isFixed: true,
      [
        .rod(0.18, 2.2).at(0, 1.2), .box(0.5, 0.1, 0.5).at(0, 0.05), .box(0.5, 0.1, 0.5).at(0, 2.35),
      ]),
    ThingWord(
      "bowling pin|pin|skittle|ninepin", of: "plastic", color: "#fbf8f0", mass: 1.5,
      [
        .rod(0.026, 0.02).at(0, 0.01), .pill(0.058, 0.07).at(0, 0.11), .pill(0.03, 0.14).at(0, 0.24),
        .ball(0.034).at(0, 0.346),
        .rod(0.031, 0.02).at(0, 0.27).of("plastic", "#c1121f").seen,
        .rod(0.031, 0.015).at(0, 0.3).of("plastic", "#c1121f").seen,
      ]),
  ]

  private static var stairs: [Piece] {
    (0..<5).map { step in
      let height = 0.18 * Double(step + 1)
      return Piece.box(0.3, height, 1.2).at(-0.6 + 0.3 * Double(step), height / 2)
    }
  }
}
